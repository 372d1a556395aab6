// SPDX-License-Identifier: MIT
#include "core/session/read_recording.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace loopscope;

namespace {

struct Outcome
{
    int code = -1;
    QString out;
    QString err;
};

/// The program as a user without a display runs it.
void prepare(QProcess &process, const QStringList &words)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QString::fromLatin1(name));
    process.setProcessEnvironment(environment);
    process.setProgram(QStringLiteral(LOOPSCOPE_PROGRAM));
    process.setArguments(words);
}

Outcome run(const QStringList &words)
{
    QProcess process;
    prepare(process, words);
    process.start();
    if (!process.waitForFinished())
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace

class TestHeadless : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runPrintsWhatThePlanPrintsAndWhatItCost()
    {
        const Outcome outcome = run({"run", "tutorial", "--run", "gather"});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.err, "");
        QVERIFY2(outcome.out.startsWith(
                     "Suspending a\nSuspending b\nResuming b\nResuming a\n\ngather  3 s\n\nunjudged "),
                 qPrintable(outcome.out));
    }

    void theLogAloneGoesToStandardOutput()
    {
        const Outcome outcome = run({"run", "hand_off", "--log", "-"});
        QCOMPARE(outcome.code, 0);
        const QStringList lines = outcome.out.split('\n', Qt::SkipEmptyParts);
        for (const QString &line : lines)
            QVERIFY2(QJsonDocument::fromJson(line.toUtf8()).object().contains("e"), qPrintable(line));
        QVERIFY(lines.first().contains("run_begin"));
    }

    void jsonHoldsOutcomesCostsAndPrints()
    {
        const auto object = QJsonDocument::fromJson(run({"run", "tutorial", "--json"}).out.toUtf8()).object();
        QCOMPARE(object["runs"].toArray().size(), 3);
        const QJsonObject gather = object["runs"].toArray()[1].toObject();
        QCOMPARE(gather["run"].toString(), "gather");
        QCOMPARE(gather["outcome"].toString(), "result");
        QCOMPARE(gather["cost"].toDouble(), 3.0);
        QCOMPARE(gather["prints"].toArray().size(), 4);
    }

    void claimsAreReportedWithTheirFigures()
    {
        const Outcome outcome = run({"run", "tutorial"});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains("held     Gathered, they cost as much as the slower one.\n         "
                                      "cost(gather) 3 s = max(life(gather/a), life(gather/b)) 3 s\n"),
                 qPrintable(outcome.out));
        const auto object = QJsonDocument::fromJson(run({"run", "tutorial", "--json"}).out.toUtf8()).object();
        const QJsonObject claim = object["claims"].toArray()[1].toObject();
        QCOMPARE(claim["id"].toString(), "gather_is_max");
        QCOMPARE(claim["verdict"].toString(), "held");
    }

    void aBrokenClaimIsExitOne()
    {
        const QString plan = claimed("{'equal': [{'cost': 'r'}, 2]}");
        const Outcome outcome = run({"run", plan});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.out.endsWith("r  1 s\n\nbroken   C.\n         cost(r) 1 s ≠ 2 s\n"),
                 qPrintable(outcome.out));
        const Outcome log = run({"run", plan, "--log", "-"});
        QCOMPARE(log.code, 1);
        QVERIFY(!log.out.contains("broken"));
        QCOMPARE(log.err, "");
    }

    void aBadSidecarIsExitTwo()
    {
        for (const char *command : {"run", "check"}) {
            const Outcome outcome = run({command, claimed("{'equal': [{'cost': 'x'}, {'end': 'y'}]}")});
            QCOMPARE(outcome.code, 2);
            QCOMPARE(outcome.err.count('\n'), 2);
            QVERIFY2(outcome.err.contains("claimed.claims.json:1:71: $.claims[0].that.equal[0].cost: "),
                     qPrintable(outcome.err));
        }
    }

    void aClaimAboutATaskThatNeverWasIsExitTwo()
    {
        const Outcome outcome = run({"run", claimed("{'equal': [{'end': 'Task-9'}, 2]}")});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("run \"r\" had no task \"Task-9\""), qPrintable(outcome.err));
    }

    void aPlanIsListedAsAProgram()
    {
        const Outcome python = run({"listing", "tutorial"});
        QCOMPARE(python.code, 0);
        QVERIFY(python.out.contains("    await asyncio.gather(a(), b())\n"));
        const Outcome cpp = run({"listing", "tutorial", "--language", "cpp"});
        QVERIFY(cpp.out.contains("    co_await gather(a(), b());\n"));
        const auto object = QJsonDocument::fromJson(run({"listing", "tutorial", "--json"}).out.toUtf8()).object();
        QCOMPARE(object["language"].toString(), "python");
        const QJsonObject step = object["steps"].toArray()[1].toObject();
        QCOMPARE(object["lines"].toArray()[step["at"].toInt() - 1].toString(), "    await asyncio.sleep(3)");
        QCOMPARE(run({"listing", "no_such_plan"}).code, 2);
        QCOMPARE(run({"listing", "tutorial", "--language", "pascal"}).code, 2);
    }

    void aFolderOfItsNameHidesNoBuiltInPlan()
    {
        QVERIFY(QDir(m_folder.path()).mkpath("tutorial") && QDir(m_folder.path()).mkpath("no_plan"));
        const auto codeOf = [this](const QStringList &words) {
            QProcess process;
            prepare(process, words);
            process.setWorkingDirectory(m_folder.path());
            process.start();
            return process.waitForFinished() ? process.exitCode() : -1;
        };
        QCOMPARE(codeOf({"run", "tutorial"}), 0);
        QCOMPARE(codeOf({"check", "tutorial"}), 0);
        QCOMPARE(codeOf({"tutorial", "--screenshot", "tutorial.png", "--clock", "virtual"}), 0);
        QCOMPARE(codeOf({"run", "no_plan"}), 2);
        file("hand_off", "{}");
        QCOMPARE(codeOf({"run", "hand_off"}), 2); // a file wins
    }

    void aRunThatFailsIsExitOne()
    {
        const QString plan =
            file("fails.json", R"({"plan":1,"coroutines":{"a":[{"raise":"ValueError","message":"no"}]},
            "runs":[{"name":"r","main":"a"}]})");
        const Outcome outcome = run({"run", plan});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.out.contains("r  0 s  exception ValueError: no"), qPrintable(outcome.out));
    }

    void everyProblemIsOneLineAndExitTwo_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("lines");
        QTest::newRow("option") << QStringList{"run", "tutorial", "--nope"} << 1;
        QTest::newRow("no such plan") << QStringList{"run", "nothing"} << 1;
        QTest::newRow("bad plan") << QStringList{"run", "@bad"} << 3;
        QTest::newRow("check") << QStringList{"check", "@bad"} << 3;
        QTest::newRow("no such run") << QStringList{"run", "tutorial", "--run", "x"} << 1;
        QTest::newRow("no recording") << QStringList{"show", "@bad"} << 1;
        QTest::newRow("no file") << QStringList{"show", "nothing.pftrace"} << 1;
        QTest::newRow("file is there") << QStringList{"run", "tutorial", "--record", "@bad"} << 1;
        QTest::newRow("folder is not there")
            << QStringList{"run", "tutorial", "--record", "/no/such/x.pftrace"} << 1;
    }

    void everyProblemIsOneLineAndExitTwo()
    {
        QFETCH(QStringList, words);
        QFETCH(int, lines);
        words.replaceInStrings("@bad", file("bad.json", "{\"plan\": 2,\n\"coroutines\": 3,\n\"runs\": {}}"));
        const Outcome outcome = run(words);
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.err.count('\n'), lines);
        QVERIFY2(outcome.err.startsWith("loopscope: "), qPrintable(outcome.err));
    }

    void checkListsProblemsAsJson()
    {
        const QString bad = file("bad.json", "{\"plan\": 2,\n\"coroutines\": 3,\n\"runs\": {}}");
        const Outcome outcome = run({"check", "--json", bad, "tutorial"});
        QCOMPARE(outcome.code, 2);
        const QJsonArray reports = QJsonDocument::fromJson(outcome.out.toUtf8()).array();
        QCOMPARE(reports[0].toObject()["problems"].toArray().size(), 3);
        QCOMPARE(reports[0].toObject()["problems"].toArray()[1].toObject()["line"].toInt(), 2);
        QCOMPARE(reports[1].toObject()["problems"].toArray().size(), 0);
    }

    void plansListsTheBuiltInOnes()
    {
        const Outcome outcome = run({"plans"});
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.out.startsWith("tutorial "));
        QVERIFY(outcome.out.contains("\n    What does sleep(0) do?\n"));
        const QJsonArray plans = QJsonDocument::fromJson(run({"plans", "--json"}).out.toUtf8()).array();
        QCOMPARE(plans.size(), outcome.out.count('\n') / 3);
        QCOMPARE(plans[1].toObject()["question"].toString(), "What does sleep(0) do?");
    }

    void aRecordingIsShownAndNotReplacedUnasked()
    {
        const QString path = m_folder.filePath("x.pftrace");
        QCOMPARE(run({"run", "tutorial", "--record", path}).code, 0);
        const Outcome shown = run({"show", path, "--json"});
        QCOMPARE(shown.code, 0);
        const auto object = QJsonDocument::fromJson(shown.out.toUtf8()).object();
        QCOMPARE(object["runs"].toArray().size(), 3);
        QCOMPARE(object["info"].toObject().isEmpty(), false);
        QCOMPARE(object["hazards"].toArray()[0].toObject()["hazard"].toString(), "awaits_in_a_row");
        QCOMPARE(run({"run", "tutorial", "--record", path}).code, 2);
        QCOMPARE(run({"run", "tutorial", "--record", path, "--force"}).code, 0);
    }

    void hazardsAreListed()
    {
        const Outcome blocked = run({"run", "blocked_loop"});
        QVERIFY2(blocked.out.contains("Task-1 held the loop for 2 s"), qPrintable(blocked.out));
        const Outcome gathered = run({"run", "tutorial", "--run", "gather", "--json"});
        const auto object = QJsonDocument::fromJson(gathered.out.toUtf8()).object();
        QVERIFY(object.contains("hazards"));
        QCOMPARE(object["hazards"].toArray().size(), 0);
    }

    void anInterruptEndsTheRunAndFinishesTheFile()
    {
        const QString plan =
            file("long.json", R"({"plan":1,"coroutines":{"a":[{"print":"begun"},{"sleep":600}]},
            "runs":[{"name":"r","main":"a"},{"name":"never","main":"a"}]})");
        const QString path = m_folder.filePath("interrupted.pftrace");
        QProcess process;
        prepare(process, {"run", plan, "--clock", "real", "--record", path});
        process.start();
        QVERIFY(process.waitForReadyRead());
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 130);
        const auto recording = readRecording(path);
        QVERIFY(recording);
        QVERIFY(recording->warnings.empty());
        QCOMPARE(recording->store.runs().size(), size_t(1));
        QCOMPARE(recording->store.runs()[0].outcome, "cancelled");
    }

private:
    /// A plan whose one run costs 1 s, with one claim beside it.
    QString claimed(QByteArray that)
    {
        file("claimed.claims.json",
             R"({"version":1,"claims":[{"id":"c","en":"C.","that":)" + that.replace('\'', '"') + "}]}");
        return file("claimed.json", R"({"plan":1,"coroutines":{"a":[{"sleep":1}]},
            "runs":[{"name":"r","main":"a"}]})");
    }

    QString file(const QString &name, const QByteArray &text)
    {
        QFile out(m_folder.filePath(name));
        if (out.open(QIODevice::WriteOnly))
            out.write(text);
        return out.fileName();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestHeadless)
#include "tst_headless.moc"
