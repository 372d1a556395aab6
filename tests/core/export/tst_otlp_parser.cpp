// SPDX-License-Identifier: MIT
#include "core/export/otlp_export.h"
#include "core/export/otlp_spans.h"
#include "exported.h"
#include "tests/core/session/random_recording.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace loopscope;

/// OpenTelemetry's own definitions read what we write (tests/support/otlp_parser).
class TestOtlpParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (m_node.isEmpty() || !QFile::exists(m_parser))
            QSKIP("OpenTelemetry's definitions are not here: run tests/support/otlp_parser/get once to have them");
    }

    void everySpanIsReadAsItWasWritten()
    {
        for (quint32 seed = 1; seed <= 4; ++seed) {
            Store store;
            for (const Record &record : likelyRecording(seed, 600))
                store.append(record);
            QCOMPARE(parsed(store).section(u',', 1, 1).trimmed(),
                     QStringLiteral("%1 spans").arg(otlpSpanCount(store)));
        }
    }

    void hostileRecordingsAreReadToo()
    {
        for (const QString &name : hostileNames())
            QCOMPARE(parsed(hostileStory(name).store).section(u',', 0, 1), QStringLiteral("1 traces, 4 spans"));
    }

    void whatIsNoSuchRequestIsRefused()
    {
        QVERIFY(judged(R"({"resourceSpans":[{"scopeSpans":[{"spans":[{"spanId":"xyz"}]}]}]})").startsWith(u"failed"));
        QVERIFY(judged(R"({"resourceSpans":[{"scopeSpans":[{"spans":[{"nome":"x"}]}]}]})").startsWith(u"failed"));
    }

private:
    QString parsed(const Store &store)
    {
        RecordingInfo info = infoOfThisMachine();
        info.title = QStringLiteral("t");
        return judged(exported([&](TextSink &out) { exportOtlp(store, info, out); }));
    }

    QString judged(const QByteArray &request)
    {
        QFile file(m_folder.filePath(QStringLiteral("request.json")));
        if (!file.open(QIODevice::WriteOnly) || file.write(request) != request.size())
            return QStringLiteral("failed: not written");
        file.close();
        QProcess process;
        process.start(m_node, {m_parser, file.fileName()});
        if (!process.waitForFinished() || process.exitCode() != 0)
            return QStringLiteral("failed: ") + QString::fromUtf8(process.readAllStandardError());
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }

    const QString m_node = QStandardPaths::findExecutable(QStringLiteral("node"));
    const QString m_parser = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                             QStringLiteral("/loopscope/otlp_parser/parse.js");
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestOtlpParser)
#include "tst_otlp_parser.moc"
