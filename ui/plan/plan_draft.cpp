// SPDX-License-Identifier: MIT
#include "ui/plan/plan_draft.h"

namespace loopscope {

PlanDraft::PlanDraft(QObject *parent) : QObject(parent)
{
    m_later.setSingleShot(true);
    m_later.setInterval(std::chrono::milliseconds(250));
    connect(&m_later, &QTimer::timeout, this, &PlanDraft::check);
}

void PlanDraft::open(const PlanSource &source, const QByteArray &text)
{
    m_source = source;
    m_text = m_savedText = text;
    Q_EMIT opened();
    check();
    Q_EMIT changedChanged();
}

void PlanDraft::edit(const QByteArray &text)
{
    if (text == m_text)
        return;
    const bool wasChanged = isChanged();
    m_text = text;
    m_later.start();
    if (wasChanged != isChanged())
        Q_EMIT changedChanged();
}

void PlanDraft::markSaved(const PlanSource &source)
{
    m_source = source;
    m_savedText = m_text;
    Q_EMIT changedChanged();
}

PlanRef PlanDraft::plan()
{
    checkNow();
    return m_plan;
}

const QList<Problem> &PlanDraft::problems()
{
    checkNow();
    return m_problems;
}

QString PlanDraft::title()
{
    const PlanRef current = plan();
    return current && !current->title.isEmpty() ? current->title : m_source.name;
}

void PlanDraft::check()
{
    m_later.stop();
    m_plan.reset();
    m_problems.clear();
    if (!m_text.trimmed().isEmpty()) {
        auto parsed = parsePlan(m_text, m_source.name);
        if (parsed)
            m_plan = *parsed;
        else
            m_problems = parsed.error();
    }
    Q_EMIT checked();
}

void PlanDraft::checkNow()
{
    if (m_later.isActive())
        check();
}

} // namespace loopscope
