// SPDX-License-Identifier: MIT
#include "tests/support/loop_harness.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>

namespace loopscope {

void LoopHarness::spin()
{
    QEventLoop events;
    while (!m_finished)
        events.processEvents(QEventLoop::WaitForMoreEvents);
    m_finished = false;
}

QString LoopHarness::prints() const
{
    QString text;
    for (const QString &line : m_log.lines()) {
        const QJsonObject event = QJsonDocument::fromJson(line.toUtf8()).object();
        if (event.value(u"e").toString() == u"print")
            text += QStringLiteral("%1 %2\n").arg(event.value(u"t").toDouble()).arg(event.value(u"text").toString());
    }
    return text;
}

QString firstDifference(const QStringList &actual, const QStringList &expected)
{
    for (qsizetype i = 0; i < std::max(actual.size(), expected.size()); ++i) {
        const QString is = actual.value(i, QStringLiteral("(nothing)"));
        const QString shouldBe = expected.value(i, QStringLiteral("(nothing)"));
        if (is != shouldBe)
            return QStringLiteral("line %1:\n     is %2\n should %3").arg(i + 1).arg(is, shouldBe);
    }
    return {};
}

} // namespace loopscope
