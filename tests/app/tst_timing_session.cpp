// SPDX-License-Identifier: MIT
#include "core/session/read_recording.h"
#include "program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

using namespace loopscope;

class TestTimingSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatsLieInOneRecordingWithTheirNumbers()
    {
        const QString path = m_folder.filePath("session.pftrace");
        const ProgramOutcome outcome = runProgram(
            {"run", "tutorial", "--run", "gather", "--repeat", "3", "--warmup", "2", "--record", path});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.startsWith("run gather (f2): 3 repeats after 2 warm-ups, virtual clock\n"),
                 outcome.out.constData());
        const auto recording = readRecording(path);
        QVERIFY(recording && recording->warnings.empty());
        QCOMPARE(recording->info.others["session"].toObject()["repeats"].toInt(), 3);
        QByteArrayList begins;
        TracePoint behind;
        for (const RunInfo &run : recording->store.runs()) {
            begins << recording->store.payload(run.first);
            QVERIFY(run.begin >= behind);
            behind = *run.end;
        }
        const QByteArray always = R"({"run":"gather","main":"f2","clock":"virtual",)";
        QCOMPARE(begins,
                 QByteArrayList({always + "\"warmup\":1}", always + "\"warmup\":2}", always + "\"repeat\":1}",
                                 always + "\"repeat\":2}", always + "\"repeat\":3}"}));
    }

    void repeatsGoInRounds()
    {
        const ProgramOutcome outcome = runProgram({"run", "tutorial", "--repeat", "2", "--json"});
        const QJsonObject object = QJsonDocument::fromJson(outcome.out).object();
        QStringList order;
        for (const QJsonValue run : object["runs"].toArray())
            order << run["run"].toString() + QString::number(run["repeat"].toInt());
        QCOMPARE(order, QStringList({"sequential1", "gather1", "wait1", "sequential2", "gather2", "wait2"}));
        QCOMPARE(object["stats"].toArray().size(), 3);
        QCOMPARE(object["stats"][1]["cost"]["median"].toDouble(), 3.0);
        QCOMPARE(object["claims"][1]["held"].toInt(), 2);
        QCOMPARE(object["claims"][1]["of"].toInt(), 2);
    }

    void everyRepeatIsJudged()
    {
        const ProgramOutcome good = runProgram({"run", "tutorial", "--repeat", "4", "--warmup", "1"});
        QCOMPARE(good.code, 0);
        QVERIFY2(good.out.contains("\nheld 4 of 4  Gathered, they cost as much as the slower one.\n"),
                 good.out.constData());
        write("claimed.claims.json", R"({"version":1,"claims":[{"id":"c","en":"C.",
              "that":{"equal":[{"cost":"r"},2]}}]})");
        const QString plan = write("claimed.json", R"({"plan":1,"coroutines":{"a":[{"sleep":1}]},
              "runs":[{"name":"r","main":"a"}]})");
        const ProgramOutcome bad = runProgram({"run", plan, "--repeat", "3"});
        QCOMPARE(bad.code, 1);
        QVERIFY2(bad.out.contains("broken 3 of 3  C.\n"), bad.out.constData());
    }

    void whatThePlanPrintsIsNotPrintedAgainAndAgain()
    {
        const ProgramOutcome outcome = runProgram({"run", "tutorial", "--run", "gather", "--repeat", "2"});
        QVERIFY(!outcome.out.contains("Suspending a"));
    }

    void anInterruptedSessionIsAFinishedFileOfTheRepeatsThereWere()
    {
        const QString plan = write("long.json", R"({"plan":1,"coroutines":{"quick":[{"sleep":0.001}],
              "long":[{"sleep":600}]},"runs":[{"name":"quick","main":"quick"},{"name":"long","main":"long"}]})");
        const QString path = m_folder.filePath("interrupted.pftrace");
        QProcess process;
        prepareProgram(process, {"run", plan, "--clock", "real", "--repeat", "9", "--record", path});
        process.start();
        const QString part = path + ".part";
        QTRY_VERIFY(QFile(part).size() > 400); // the first run is written
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 130);
        const auto recording = readRecording(path);
        QVERIFY(recording && recording->warnings.empty());
        QVERIFY(recording->store.runs().size() <= 2);
        QCOMPARE(runProgram({"stats", path}).code, 0);
    }

    /// The report is longer than a pipe that nobody reads, so the program stands where it would judge and print.
    void ctrlCEndsItWhenTheFilesAreFinished()
    {
        const QString path = m_folder.filePath("finished.pftrace"), pipe = m_folder.filePath("pipe");
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const int reader = ::open(QFile::encodeName(pipe).constData(), O_RDWR | O_CLOEXEC);
        QVERIFY(reader >= 0);
        QProcess process;
        prepareProgram(process, {"run", "tutorial", "--repeat", "500", "--json", "--record", path});
        process.setStandardOutputFile(pipe);
        process.start();
        QTRY_VERIFY(QFile::exists(path));
        const auto isEnded = [&process] {
            ::kill(pid_t(process.processId()), SIGINT);
            return process.waitForFinished(50);
        };
        QTRY_VERIFY(process.state() == QProcess::NotRunning || isEnded());
        QVERIFY(process.exitStatus() == QProcess::CrashExit || process.exitCode() == 130);
        ::close(reader);
        const auto recording = readRecording(path);
        QVERIFY(recording && recording->warnings.empty());
    }

    void fewRepeatsAreEnoughForTheGateWhereEachIsSlower()
    {
        const QString quick = m_folder.filePath("quick.pftrace"), slow = m_folder.filePath("slow.pftrace");
        QCOMPARE(runProgram({"run", sleeper("0.001"), "--clock", "real", "--repeat", "3", "--record", quick}).code, 0);
        QCOMPARE(runProgram({"run", sleeper("0.2"), "--clock", "real", "--repeat", "3", "--record", slow}).code, 0);
        QCOMPARE(runProgram({"compare", quick, slow, "--fail-above", "5%"}).code, 3);
        QCOMPARE(runProgram({"compare", slow, quick, "--fail-above", "5%"}).code, 0);
        QCOMPARE(runProgram({"compare", slow, slow, "--fail-above", "5%"}).code, 0);
    }

    void statsAndCompareReadIt()
    {
        const QString before = m_folder.filePath("before.pftrace"),
                      after = m_folder.filePath("after.pftrace");
        QCOMPARE(runProgram({"run", sleeper("1"), "--repeat", "2", "--record", before}).code, 0);
        QCOMPARE(runProgram({"run", sleeper("1.5"), "--repeat", "2", "--record", after}).code, 0);
        const ProgramOutcome stats = runProgram({"stats", before, "--json"});
        QCOMPARE(stats.code, 0);
        QCOMPARE(QJsonDocument::fromJson(stats.out)["runs"][0]["cost"]["median"].toDouble(), 1.0);
        QCOMPARE(QJsonDocument::fromJson(stats.out)["info"]["session"]["repeats"].toInt(), 2);
        const ProgramOutcome text = runProgram({"compare", before, after});
        QCOMPARE(text.code, 0);
        QVERIFY2(text.out.contains("500 ms slower (+50 %), exactly (virtual clock)"), text.out.constData());
        QCOMPARE(runProgram({"compare", before, after, "--fail-above", "49%"}).code, 3);
        QCOMPARE(runProgram({"compare", before, after, "--fail-above", "0.51"}).code, 0);
        QCOMPARE(runProgram({"compare", after, before, "--fail-above", "0"}).code, 0);
        const ProgramOutcome json = runProgram({"compare", before, after, "--fail-above", "5%", "--json"});
        QCOMPARE(json.code, 3);
        QCOMPARE(QJsonDocument::fromJson(json.out)["exceeded"].toArray().size(), 2);
        QCOMPARE(QJsonDocument::fromJson(json.out)["runs"][0]["cost"]["change"].toDouble(), 0.5);
    }

    void aRunThatIsGonePassesNoGate()
    {
        const QString both = m_folder.filePath("both.pftrace"), less = m_folder.filePath("less.pftrace");
        QCOMPARE(runProgram({"run", "tutorial", "--repeat", "2", "--record", both}).code, 0);
        QCOMPARE(runProgram({"run", "tutorial", "--run", "gather", "--repeat", "2", "--record", less}).code, 0);
        const ProgramOutcome outcome = runProgram({"compare", both, less, "--fail-above", "5%"});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("--fail-above cannot judge run sequential: it is gone"),
                 qPrintable(outcome.err));
        QCOMPARE(runProgram({"compare", less, both, "--fail-above", "5%"}).code, 0);
    }

    void whereNothingCanBeJudgedFailAboveIsNoSilentSuccess()
    {
        const QString one = m_folder.filePath("one.pftrace"), other = m_folder.filePath("other.pftrace");
        QCOMPARE(runProgram({"run", "tutorial", "--run", "gather", "--record", one}).code, 0);
        QCOMPARE(runProgram({"run", "tutorial", "--run", "sequential", "--record", other}).code, 0);
        const ProgramOutcome outcome = runProgram({"compare", one, other, "--fail-above", "5%"});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("nothing to judge"), qPrintable(outcome.err));
    }

    void badUseIsOneLineAndExitTwo_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("no repeats") << QStringList{"run", "tutorial", "--repeat", "0"};
        QTest::newRow("no number") << QStringList{"run", "tutorial", "--repeat", "many"};
        QTest::newRow("negative") << QStringList{"run", "tutorial", "--warmup", "-1"};
        QTest::newRow("too many") << QStringList{"run", "tutorial", "--repeat", "1000001"};
        QTest::newRow("stats of nothing") << QStringList{"stats", "nothing.pftrace"};
        QTest::newRow("one to compare") << QStringList{"compare", "nothing.pftrace"};
        QTest::newRow("percent or times?") << QStringList{"compare", "a", "b", "--fail-above", "5"};
        QTest::newRow("no part") << QStringList{"compare", "a", "b", "--fail-above", "much"};
    }

    void badUseIsOneLineAndExitTwo()
    {
        QFETCH(QStringList, words);
        const ProgramOutcome outcome = runProgram(words);
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.err.count('\n'), 1);
    }

private:
    QString sleeper(const QByteArray &seconds)
    {
        return write("sleeper.json", R"({"plan":1,"coroutines":{"a":[{"sleep":)" + seconds +
                                         R"(}]},"runs":[{"name":"r","main":"a"}]})");
    }

    QString write(const QString &name, const QByteArray &text)
    {
        QFile out(m_folder.filePath(name));
        if (out.open(QIODevice::WriteOnly))
            out.write(text);
        return out.fileName();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestTimingSession)
#include "tst_timing_session.moc"
