// SPDX-License-Identifier: MIT
#include "core/plan/step_label.h"

#include "core/loop/task_base.h"

namespace loopscope {

StepLabel::StepLabel(const Step &step)
{
    m_text.add("on", QString::fromLatin1(verbName(step.verb)));
    m_text.addRaw("step", '"' + QByteArray::number(step.place.line) + ':' +
                              QByteArray::number(step.place.column) + '"');
}

StepLabel &StepLabel::seconds(Seconds length)
{
    m_text.addRaw("seconds", valueJson(length.count()));
    return *this;
}

StepLabel &StepLabel::items(size_t count)
{
    m_text.add("items", qint64(count));
    return *this;
}

StepLabel &StepLabel::target(const QString &name)
{
    m_text.add("target", name);
    return *this;
}

StepLabel &StepLabel::url(const QString &url)
{
    m_text.add("url", url);
    return *this;
}

void StepLabel::announce(const Frame &frame) const
{
    frame.loop().currentTask()->setLabel(m_text.text());
}

} // namespace loopscope
