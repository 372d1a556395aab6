// SPDX-License-Identifier: MIT
// What becomes of what headless commands say and write: full disks, limits, and names that command terminals.
#include "core/session/save_recording.h"
#include "program.h"

#include <QTemporaryDir>
#include <QTest>

using namespace loopscope;

namespace {

ProgramOutcome runShell(const QString &script)
{
    QProcess process;
    process.start(QStringLiteral("sh"), {QStringLiteral("-c"), script});
    if (!process.waitForFinished())
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
}

const QString program = QStringLiteral("'" LOOPSCOPE_PROGRAM "' ");

} // namespace

class TestOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_recording = m_folder.filePath("hostile.pftrace");
        Store store;
        Event event;
        event.id = EventId{1};
        event.run = RunId{1};
        event.payload = PayloadId{1};
        store.append({event, "{\"run\":\"a\\u001b[2Jb\\u009b1mc\\u202ed\",\"main\":\"m\"}"});
        event.kind = EventKind::Created;
        for (quint32 id = 2; id < 3000; ++id) {
            event.id = EventId{id};
            event.task = TaskId{id};
            event.payload = PayloadId{id};
            store.append({event, "{\"task\":\"task " + QByteArray::number(id * 7919) + "\"}"});
        }
        QVERIFY(saveRecording(m_recording, {}, store, IfExists::Refuse, Packing::Plain));
    }

    void anAnswerThatCannotBeWrittenIsAFailure_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("show") << "show";
        QTest::newRow("show --json") << "show --json";
        QTest::newRow("stats") << "stats";
    }

    void anAnswerThatCannotBeWrittenIsAFailure()
    {
        QFETCH(QString, words);
        const ProgramOutcome full = runShell(program + words + " '" + m_recording + "' > /dev/full");
        QCOMPARE(full.code, 2);
        QVERIFY2(full.err.startsWith("loopscope: standard output cannot be written: "), qPrintable(full.err));
        QCOMPARE(full.err.count(u'\n'), 1);
    }

    void namesOutOfAFileCommandNoTerminal()
    {
        const ProgramOutcome shown = runProgram({"show", m_recording});
        QCOMPARE(shown.code, 0);
        QVERIFY2(shown.out.contains("run a\\x1b[2Jb\\x9b1mc\\u202ed (m)"), shown.out.left(200).constData());
        QVERIFY(!shown.out.contains('\x1b'));
        const ProgramOutcome json = runProgram({"show", m_recording, "--json"});
        QVERIFY(json.out.contains("a\\u001b[2J"));

        const ProgramOutcome wrong = runProgram({"show", QString::fromUtf8("no\x1b[31m file")});
        QCOMPARE(wrong.code, 2);
        QVERIFY2(wrong.err.contains("no\\x1b[31m file"), qPrintable(wrong.err));
    }

    void aFileSizeLimitIsAProblemAndLeavesNothing_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("export") << "export RECORDING --to csv -o OUT";
        QTest::newRow("cut") << "cut RECORDING --from 0 -o OUT";
        QTest::newRow("merge") << "merge RECORDING RECORDING -o OUT";
    }

    void aFileSizeLimitIsAProblemAndLeavesNothing()
    {
        QFETCH(QString, words);
        const QString out = m_folder.filePath("out");
        words.replace("RECORDING", u'\'' + m_recording + u'\'').replace("OUT", u'\'' + out + u'\'');
        const ProgramOutcome limited = runShell("ulimit -f 8; exec " + program + words);
        QCOMPARE(limited.code, 2);
        QVERIFY2(limited.err.contains(out + ": cannot be written: "), qPrintable(limited.err));
        QVERIFY(!limited.err.contains("what there is"));
        QCOMPARE(QDir(m_folder.path()).entryList({"out*"}), QStringList());
    }

private:
    QTemporaryDir m_folder;
    QString m_recording;
};

QTEST_GUILESS_MAIN(TestOutput)
#include "tst_output.moc"
