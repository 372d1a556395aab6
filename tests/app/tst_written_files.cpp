// SPDX-License-Identifier: MIT
// What commands do to what is there already where they are to write.
#include "core/session/save_recording.h"
#include "program.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace loopscope;

namespace {

bool isPipe(const QString &path)
{
    struct stat there;
    return ::lstat(QFile::encodeName(path).constData(), &there) == 0 && S_ISFIFO(there.st_mode);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

} // namespace

class TestWrittenFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_recording = m_folder.filePath("tutorial.pftrace");
        QCOMPARE(runProgram({"run", "tutorial", "--record", m_recording}).code, 0);
    }

    void whatIsNoFileIsNeverReplaced_data()
    {
        QTest::addColumn<QStringList>("words");
        for (const char *form : {"png", "chrome", "perfetto", "csv", "svg", "html", "otlp"})
            QTest::newRow(form) << QStringList{"export", m_recording, "--to", form, "-o", "@pipe", "--force"};
        QTest::newRow("screenshot") << QStringList{m_recording, "--screenshot", "@pipe"};
        QTest::newRow("cut") << QStringList{"cut", m_recording, "-o", "@pipe", "--force"};
        QTest::newRow("record") << QStringList{"run", "tutorial", "--record", "@pipe", "--force"};
        QTest::newRow("log") << QStringList{"run", "tutorial", "--log", "@pipe", "--force"};
    }

    void whatIsNoFileIsNeverReplaced()
    {
        QFETCH(QStringList, words);
        const QString pipe = m_folder.filePath("pipe");
        QVERIFY(isPipe(pipe) || ::mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
        const ProgramOutcome outcome = runProgram(words.replaceInStrings("@pipe", pipe));
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(pipe + ": this is no file"), qPrintable(outcome.err));
        QVERIFY(isPipe(pipe));
    }

    void aPngIsOneWhateverItIsCalled()
    {
        for (const char *name : {"picture.jpg", "picture.txt", "picture.v1"}) {
            const QString path = m_folder.filePath(name);
            for (const QStringList &force : {QStringList(), QStringList("--force")}) {
                const ProgramOutcome outcome =
                    runProgram(QStringList{"export", m_recording, "--to", "png", "-o", path} + force);
                QVERIFY2(outcome.code == 0, qPrintable(outcome.err));
                QVERIFY(contentOf(path).startsWith("\x89PNG"));
            }
        }
    }

    void aLogReplacesNothingUnasked()
    {
        const QString path = write("old.jsonl", "precious");
        const ProgramOutcome refused = runProgram({"run", "tutorial", "--log", path});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains(path + ": this file exists already"), qPrintable(refused.err));
        QCOMPARE(refused.out, QByteArray()); // it is known before the plan runs
        QCOMPARE(contentOf(path), "precious");
        QCOMPARE(runProgram({"run", "tutorial", "--log", path, "--force"}).code, 0);
        QVERIFY(contentOf(path).startsWith("{\"t\":"));
        const QString fresh = m_folder.filePath("fresh.jsonl");
        QCOMPARE(runProgram({"run", "tutorial", "--log", fresh}).code, 0);
        QCOMPARE(contentOf(fresh), contentOf(path));
        QCOMPARE(runProgram({"run", "tutorial", "--log", "/no/such/x.jsonl"}).code, 2);
        QCOMPARE(QDir(m_folder.path()).entryList({"*.part*"}), QStringList());
    }

    void logAndRecordingAreTwoFiles_data()
    {
        QTest::addColumn<QString>("log");
        QTest::newRow("the same name") << "@/r.pftrace";
        QTest::newRow("another spelling") << "@/./r.pftrace";
        QTest::newRow("through its folder") << "@/folder/../r.pftrace";
        QTest::newRow("through a link to the folder") << "@/way/r.pftrace";
        QTest::newRow("through a link to what will be") << "@/will_be.pftrace";
    }

    void logAndRecordingAreTwoFiles()
    {
        QFETCH(QString, log);
        QVERIFY(QDir(m_folder.path()).mkpath("folder"));
        QFile::link(m_folder.path(), m_folder.filePath("way"));
        QFile::link(m_folder.filePath("r.pftrace"), m_folder.filePath("will_be.pftrace"));
        const QString path = m_folder.filePath("r.pftrace");
        log.replace(u'@', m_folder.path());
        for (const char *before : {"", "what was there"}) {
            if (*before != 0)
                write("r.pftrace", before);
            const ProgramOutcome outcome =
                runProgram({"run", "tutorial", "--record", path, "--log", log, "--force"});
            QCOMPARE(outcome.code, 2);
            QVERIFY2(outcome.err.contains("--log and --record need a file each"), qPrintable(outcome.err));
            QVERIFY(*before == 0 ? !QFile::exists(path) : contentOf(path) == before);
        }
        QVERIFY(QFile::remove(path));
    }

    void theLogIsWrittenThoughTheRecordingCannotBe()
    {
        QProcess process;
        process.start("sh", {"-c", "ulimit -f 8; exec '" LOOPSCOPE_PROGRAM "' run tutorial --repeat 60 --log - "
                                   "--record '" + m_folder.filePath("limited.pftrace") + u'\''});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 2);
        const QByteArray problem = process.readAllStandardError();
        QVERIFY2(problem.contains("limited.pftrace: cannot be written"), problem.constData());
        QVERIFY(process.readAllStandardOutput().count('\n') > 1000);
    }

    void anEmptyNameIsNoWayToSayNothing_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("record") << QStringList{"run", "tutorial", "--record", ""};
        QTest::newRow("record=") << QStringList{"run", "tutorial", "--record="};
        QTest::newRow("log") << QStringList{"run", "tutorial", "--log", ""};
        QTest::newRow("output") << QStringList{"export", m_recording, "--to", "csv", "-o", ""};
        QTest::newRow("endpoint") << QStringList{"export", m_recording, "--to", "otlp", "--endpoint", ""};
        QTest::newRow("screenshot") << QStringList{m_recording, "--screenshot", ""};
    }

    void anEmptyNameIsNoWayToSayNothing()
    {
        QFETCH(QStringList, words);
        const ProgramOutcome outcome = runProgram(words);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("needs a value"), qPrintable(outcome.err));
        QCOMPARE(outcome.out, QByteArray());
    }

    void thereIsNoPictureOfNothing()
    {
        const QString empty = m_folder.filePath("empty.pftrace"), path = m_folder.filePath("empty.png");
        QVERIFY(saveRecording(empty, {}, Store(), IfExists::Refuse, Packing::Plain));
        const ProgramOutcome outcome = runProgram({"export", empty, "--to", "png", "-o", path});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("cannot be drawn: nothing has happened"), qPrintable(outcome.err));
        QVERIFY(!QFile::exists(path));
    }

    void aProblemIsOneLineWhateverNamesAreInIt()
    {
        const ProgramOutcome outcome = runProgram({"show", "no\nsuch\tfile"});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.startsWith("loopscope: no such file: ") && outcome.err.count(u'\n') == 1,
                 qPrintable(outcome.err));
    }

private:
    QString write(const QString &name, const QByteArray &text)
    {
        QFile out(m_folder.filePath(name));
        if (out.open(QIODevice::WriteOnly))
            out.write(text);
        return out.fileName();
    }

    QTemporaryDir m_folder;
    QString m_recording;
};

QTEST_GUILESS_MAIN(TestWrittenFiles)
#include "tst_written_files.moc"
