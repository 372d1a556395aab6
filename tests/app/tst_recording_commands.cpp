// SPDX-License-Identifier: MIT
#include "core/session/read_recording.h"
#include "program.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace loopscope;

class TestRecordingCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_recording = m_folder.filePath("tutorial.pftrace");
        QCOMPARE(runProgram({"run", "tutorial", "--record", m_recording}).code, 0);
    }

    void everyFormIsWrittenToAFileAsToStandardOutput_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("chrome") << QByteArray("{\"displayTimeUnit\":\"ns\",");
        QTest::newRow("csv") << QByteArray("event,time_s,run,");
        QTest::newRow("svg") << QByteArray("<svg xmlns=");
        QTest::newRow("html") << QByteArray("<!DOCTYPE html>");
        QTest::newRow("otlp") << QByteArray("{\"resourceSpans\":[");
    }

    void everyFormIsWrittenToAFileAsToStandardOutput()
    {
        QFETCH(QByteArray, begin);
        const QString form = QString::fromLatin1(QTest::currentDataTag());
        const QString path = m_folder.filePath("out." + form);
        const ProgramOutcome printed = runProgram({"export", m_recording, "--to", form});
        QCOMPARE(printed.code, 0);
        QVERIFY(printed.out.startsWith(begin));
        QCOMPARE(runProgram({"export", m_recording, "--to", form, "-o", path}).code, 0);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), printed.out);
        QCOMPARE(runProgram({"export", m_recording, "--to", form, "-o", path}).code, 2);
        QCOMPARE(runProgram({"export", m_recording, "--to", form, "--output", path, "--force"}).code, 0);
    }

    void slicesAreAnotherTable()
    {
        const ProgramOutcome slices = runProgram({"export", m_recording, "--to", "csv", "--rows", "slices"});
        QVERIFY(slices.out.startsWith("run,run_name,lane,"));
    }

    void aPerfettoTraceIsARecording()
    {
        const QString path = m_folder.filePath("again.pftrace"), plain = m_folder.filePath("plain.pftrace");
        QCOMPARE(runProgram({"export", m_recording, "--to", "perfetto", "-o", path}).code, 0);
        QCOMPARE(runProgram({"export", m_recording, "--to", "perfetto", "--uncompressed", "-o", plain}).code,
                 0);
        QVERIFY(QFile(plain).size() >= QFile(path).size());
        for (const QString &file : {path, plain}) {
            const auto again = readRecording(file), first = readRecording(m_recording);
            QVERIFY(again && first && again->warnings.empty());
            QCOMPARE(again->store.eventCount(), first->store.eventCount());
            QCOMPARE(again->info, first->info);
        }
    }

    void aPngIsTheWindowsTimeline()
    {
        const QString path = m_folder.filePath("out.png");
        const ProgramOutcome outcome =
            runProgram({"export", m_recording, "--to", "png", "-o", path, "--size", "1000x700"});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        QVERIFY(QImage(path).width() > 400);
        QCOMPARE(runProgram({"export", m_recording, "--to", "png", "-o", path}).code, 2);
        QCOMPARE(runProgram({"export", m_recording, "--to", "png", "-o", path, "--force"}).code, 0);
    }

    void aPngOfADamagedRecordingSaysThatNotAllIsShown()
    {
        QFile whole(m_recording);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        const QString damaged = m_folder.filePath("damaged.pftrace"), path = m_folder.filePath("damaged.png");
        QFile part(damaged);
        QVERIFY(part.open(QIODevice::WriteOnly));
        part.write(bytes.first(bytes.size() * 2 / 3));
        part.close();
        const ProgramOutcome outcome = runProgram({"export", damaged, "--to", "png", "-o", path});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.err.contains("This recording is not whole."), qPrintable(outcome.err));
        QVERIFY(!QImage(path).isNull());
    }

    void spansAreSentToACollector()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray received;
        QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
            QTcpSocket *const socket = server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, &server, [&received, socket] {
                received += socket->readAll();
                if (received.endsWith("]}]}]}"))
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            });
        });
        QProcess process;
        prepareProgram(process, {"export", m_recording, "--to", "otlp", "--endpoint",
                                 QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()), "--header",
                                 "X-Team: t"});
        process.start();
        QTRY_COMPARE(process.state(), QProcess::NotRunning);
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(received.startsWith("POST /v1/traces "));
        QVERIFY(received.contains("X-Team: t"));
        QCOMPARE(received.count("\"spanId\":") - received.count("\"links\":[{"), 10);
    }

    void aPartIsARecordingOfItsOwn()
    {
        const QString path = m_folder.filePath("part.pftrace");
        const ProgramOutcome outcome = runProgram({"cut", m_recording, "-o", path, "--run", "gather",
                                                   "--from", "1.5", "--task", "a", "--task", "b"});
        QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
        const auto part = readRecording(path);
        QVERIFY(part && part->warnings.empty());
        QCOMPARE(part->store.runs().size(), size_t(1));
        QCOMPARE(part->store.taskCount(), 1); // b has ended by then
        QCOMPARE(part->store.task(TaskId{1})->name, QStringLiteral("Task-2"));
        QVERIFY(part->info.others.contains("cut"));
        QCOMPARE(runProgram({"cut", m_recording, "-o", path}).code, 2);
        QCOMPARE(runProgram({"cut", m_recording, "-o", path, "--force"}).code, 0);
        QCOMPARE(runProgram({"show", path}).code, 0);
    }

    void everyCommandReadsARecordingThatSomebodyCompressed()
    {
        const QString path = m_folder.filePath("packed.pftrace");
        QVERIFY(QFile::copy(m_recording, path));
        QCOMPARE(QProcess::execute("gzip", {path}), 0);
        for (const QString &command : {QStringLiteral("show"), QStringLiteral("stats")}) {
            const ProgramOutcome plain = runProgram({command, m_recording});
            const ProgramOutcome packed = runProgram({command, path + ".gz"});
            QVERIFY2(packed.code == 0, qPrintable(packed.err));
            QCOMPARE(packed.out, plain.out);
        }
        const QString part = m_folder.filePath("part of packed.pftrace");
        QCOMPARE(runProgram({"cut", path + ".gz", "--from", "0.5", "-o", part}).code, 0);
    }

    void severalAreOne()
    {
        const QString path = m_folder.filePath("merged.pftrace");
        QCOMPARE(runProgram({"merge", m_recording, m_recording, "-o", path}).code, 0);
        const auto merged = readRecording(path);
        QVERIFY(merged && merged->warnings.empty());
        QCOMPARE(merged->store.runs().size(), size_t(6));
        QCOMPARE(merged->info.others["merged"].toArray().size(), 2);
        const ProgramOutcome stats = runProgram({"stats", path, "--json"});
        QCOMPARE(QJsonDocument::fromJson(stats.out)["runs"][0]["repeats"].toInt(), 2);
    }

    void anotherProgramsTraceIsExportedWhereThatMakesSense()
    {
        const QString trace = foreignTrace();
        const ProgramOutcome table = runProgram({"export", trace, "--to", "csv"});
        QCOMPARE(table.code, 0);
        QVERIFY2(table.out.endsWith("slice,0,a,,0,0.000002,,\r\n"), table.out.constData());
        const QString json = m_folder.filePath("their_again.json");
        QCOMPARE(runProgram({"export", trace, "--to", "chrome", "-o", json}).code, 0);
        QVERIFY(runProgram({"show", json}).out.contains("slices    1"));
        const QString png = m_folder.filePath("their.png");
        const ProgramOutcome picture = runProgram({"export", trace, "--to", "png", "-o", png});
        QVERIFY2(picture.code == 0, qPrintable(picture.err));
        QVERIFY(QImage(png).width() > 400);
    }

    void whatMakesNoSenseOfAnotherProgramsTraceSaysWhatDoes_data()
    {
        QTest::addColumn<QStringList>("words");
        const QString in = QStringLiteral("@trace"), out = m_folder.filePath("never");
        for (const char *form : {"svg", "html", "otlp", "perfetto"})
            QTest::newRow(form) << QStringList{"export", in, "--to", form, "-o", out};
        QTest::newRow("endpoint") << QStringList{"export", in,           "--to",
                                                 "otlp",   "--endpoint", "http://[::1]:1"};
        QTest::newRow("cut") << QStringList{"cut", in, "-o", out};
        QTest::newRow("merge") << QStringList{"merge", in, m_recording, "-o", out};
        QTest::newRow("stats") << QStringList{"stats", in};
        QTest::newRow("compare") << QStringList{"compare", m_recording, in};
    }

    void whatMakesNoSenseOfAnotherProgramsTraceSaysWhatDoes()
    {
        QFETCH(QStringList, words);
        words.replaceInStrings("@trace", foreignTrace());
        const ProgramOutcome outcome = runProgram(words);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.count('\n') == 1 && outcome.err.contains("their.json") &&
                     outcome.err.contains("another program's trace") && outcome.err.contains("csv"),
                 qPrintable(outcome.err));
        QVERIFY(!QFile::exists(m_folder.filePath("never")));
    }

    void badUseIsOneLineAndExitTwo_data()
    {
        QTest::addColumn<QStringList>("words");
        const QString in = QStringLiteral("@recording"), out = m_folder.filePath("never");
        QTest::newRow("no form") << QStringList{"export", in};
        QTest::newRow("another form") << QStringList{"export", in, "--to", "pdf"};
        QTest::newRow("no such file") << QStringList{"export", "nothing.pftrace", "--to", "csv"};
        QTest::newRow("no recording") << QStringList{"export", LOOPSCOPE_PROGRAM, "--to", "csv"};
        QTest::newRow("binary to a terminal") << QStringList{"export", in, "--to", "perfetto"};
        QTest::newRow("png to a terminal") << QStringList{"export", in, "--to", "png"};
        QTest::newRow("rows of html") << QStringList{"export", in, "--to", "html", "--rows", "events"};
        QTest::newRow("header for nobody") << QStringList{"export", in, "--to", "otlp", "--header", "a: b"};
        QTest::newRow("no address") << QStringList{"export", in, "--to", "otlp", "--endpoint", "host"};
        QTest::newRow("bad header") << QStringList{"export",     in,         "--to",     "otlp",
                                                   "--endpoint", "http://h", "--header", "a"};
        QTest::newRow("folder is not there") << QStringList{"export", in, "--to", "csv", "-o", "/no/such/x"};
        QTest::newRow("cut into nothing") << QStringList{"cut", in};
        QTest::newRow("no such run") << QStringList{"cut", in, "-o", out, "--run", "x"};
        QTest::newRow("no such task") << QStringList{"cut", in, "-o", out, "--task", "x"};
        QTest::newRow("backwards") << QStringList{"cut", in, "-o", out, "--from", "2", "--to", "1"};
        QTest::newRow("after the end") << QStringList{"cut", in, "-o", out, "--from", "99"};
        QTest::newRow("no seconds") << QStringList{"cut", in, "-o", out, "--from", "soon"};
        QTest::newRow("one to merge") << QStringList{"merge", in, "-o", out};
        QTest::newRow("merged into nothing") << QStringList{"merge", in, in};
        QTest::newRow("one is missing") << QStringList{"merge", in, "nothing.pftrace", "-o", out};
        QTest::newRow("-o of nothing") << QStringList{"cut", in, "-o"};
    }

    void badUseIsOneLineAndExitTwo()
    {
        QFETCH(QStringList, words);
        words.replaceInStrings("@recording", m_recording);
        const ProgramOutcome outcome = runProgram(words);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.count('\n') == 1, qPrintable(outcome.err));
        QVERIFY(!QFile::exists(m_folder.filePath("never")));
    }

    void everyCommandExplainsItself()
    {
        const QByteArray list = runProgram({"--help"}).out;
        for (const char *command : {"stats", "compare", "export", "cut", "merge"}) {
            const ProgramOutcome help = runProgram({command, "--help"});
            QCOMPARE(help.code, 0);
            QVERIFY(help.out.startsWith(QByteArray("Usage: loopscope ") + command));
            QVERIFY(list.contains(QByteArray("\n  ") + command));
        }
    }

private:
    QString foreignTrace()
    {
        QFile file(m_folder.filePath("their.json"));
        if (file.open(QIODevice::WriteOnly))
            file.write(R"([{"ph":"X","ts":1,"dur":2,"pid":1,"tid":2,"name":"a"}])");
        return file.fileName();
    }

    QTemporaryDir m_folder;
    QString m_recording;
};

QTEST_GUILESS_MAIN(TestRecordingCommands)
#include "tst_recording_commands.moc"
