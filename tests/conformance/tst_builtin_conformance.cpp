// SPDX-License-Identifier: MIT
#include "core/analysis/event_log.h"
#include "core/plan/builtin_plans.h"
#include "tests/support/plan_run.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace loopscope;

namespace {

QByteArray logOf(const PlanRef &plan)
{
    const auto store = recordedRun(plan);
    QByteArray log;
    for (const RunInfo &run : store->runs())
        log += eventLog(*store, run.id);
    return log;
}

} // namespace

/// What the built-in plans teach is what CPython does: the reference runs each of them beside us.
class TestBuiltinConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QProcess version;
        version.start(m_python, {QStringLiteral("-c"),
                                 QStringLiteral("import sys; print(sys.version_info[:2] == (3, 11))")});
        if (m_python.isEmpty() || !version.waitForFinished() ||
            version.readAllStandardOutput().trimmed() != "True")
            QSKIP("the reference is CPython 3.11 as python3, which is not here");
    }

    void theLogIsTheOneOfAsyncio_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const QString &name : builtinPlanNames()) {
            if (const QByteArray text = builtinPlanText(name).value(); !text.contains("\"fetch\""))
                QTest::newRow(qPrintable(name)) << text;
        }
    }

    void theLogIsTheOneOfAsyncio()
    {
        QFETCH(QByteArray, text);
        const auto plan = parsePlan(text, QString());
        QVERIFY(plan);
        QFile file(m_folder.filePath(QStringLiteral("plan.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush());
        QProcess reference;
        reference.start(m_python,
                        {QStringLiteral("-B"), QStringLiteral(CONFORMANCE_DIR "/reference/reference.py"),
                         file.fileName()});
        QVERIFY(reference.waitForFinished());
        QCOMPARE(reference.exitCode(), 0);
        QCOMPARE(logOf(*plan), reference.readAllStandardOutput());
    }

private:
    const QString m_python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestBuiltinConformance)
#include "tst_builtin_conformance.moc"
