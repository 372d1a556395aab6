// SPDX-License-Identifier: MIT
#include "core/analysis/event_log.h"
#include "tests/support/plan_run.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace loopscope;

namespace {

const QString plansDir = QStringLiteral(CONFORMANCE_DIR "/plans/");
const QString goldenDir = QStringLiteral(CONFORMANCE_DIR "/golden/");

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Empty where the logs are equal; else the first line in which they differ.
QByteArray firstDifference(const QByteArray &log, const QByteArray &golden)
{
    if (log == golden)
        return {};
    const QList<QByteArray> ours = log.split('\n');
    const QList<QByteArray> theirs = golden.split('\n');
    qsizetype line = 0;
    while (ours.value(line) == theirs.value(line))
        ++line;
    return "line " + QByteArray::number(line + 1) + "\n  ours    " + ours.value(line) + "\n  CPython " +
           theirs.value(line);
}

} // namespace

/// Every plan runs on the virtual clock; its event log is CPython's, byte for byte.
class TestConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereArePlans() { QVERIFY(QDir(plansDir).entryList({QStringLiteral("*.json")}).size() >= 98); }

    void theLogIsTheOneOfAsyncio_data()
    {
        QTest::addColumn<PlanRef>("plan");
        QTest::addColumn<QString>("run");
        QTest::addColumn<QString>("golden");
        for (const QString &file :
             QDir(plansDir).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
            const auto plan = parsePlan(contents(plansDir + file), file);
            QVERIFY2(plan, plan ? "" : qPrintable(line(plan.error().first())));
            for (const PlanRun &run : (*plan)->runs) {
                const QString name = file.chopped(5) + u'.' + run.name;
                QTest::newRow(qPrintable(name))
                    << *plan << run.name << goldenDir + name + QStringLiteral(".jsonl");
            }
        }
    }

    void theLogIsTheOneOfAsyncio()
    {
        QFETCH(PlanRef, plan);
        QFETCH(QString, run);
        QFETCH(QString, golden);
        const auto store = recordedRun(plan, {run});
        const QByteArray difference = firstDifference(eventLog(*store, RunId{1}), contents(golden));
        QVERIFY2(difference.isEmpty(), difference.constData());
        ++m_equal;
    }

    void cleanupTestCase() { qInfo("%d runs equal to CPython's", m_equal); }

private:
    int m_equal = 0;
};

QTEST_GUILESS_MAIN(TestConformance)
#include "tst_conformance.moc"
