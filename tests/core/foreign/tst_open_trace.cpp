// SPDX-License-Identifier: MIT
#include "core/foreign/open_trace.h"
#include "core/foreign/trace_sniffer.h"
#include "core/foreign/track_summary.h"
#include "core/session/save_recording.h"
#include "perfetto_trace.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <zlib.h>

using namespace loopscope;

namespace {

const QByteArray json = R"([{"ph":"X","pid":1,"tid":2,"ts":1,"dur":1,"name":"a"},{"ph":"?","ts":1}])";

QByteArray packets()
{
    PerfettoTrace trace;
    return trace.start().track(7, "t").event(10, 1, 7, "a").event(19, 2, 7).bytes();
}

QByteArray gzipped(QByteArray bytes)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(bytes.data());
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

/// Five packets that hold so many MiB each, compressed, of what nobody reads.
QByteArray bombs(double mebibytes)
{
    std::string packet, all;
    protozero::pbf_writer(packet).add_bytes(900, std::string(size_t(mebibytes * (1 << 20)), 'x'));
    protozero::pbf_writer(all).add_bytes(1, packet);
    const QByteArray deflated = qCompress(QByteArray::fromStdString(all), 9).mid(4);
    std::string outer, file;
    protozero::pbf_writer(outer).add_bytes(50, deflated.constData(), size_t(deflated.size()));
    protozero::pbf_writer(file).add_bytes(1, outer);
    return QByteArray::fromStdString(file).repeated(5);
}

} // namespace

class TestOpenTrace : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString fileWith(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(QStringLiteral("trace")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }
    QString problemWith(const QByteArray &bytes)
    {
        const auto opened = openTrace(fileWith(bytes));
        return opened ? QString() : message(opened.error());
    }

private Q_SLOTS:
    void eachKindIsToldByItsFirstBytes()
    {
        QCOMPARE(traceKind(json), TraceKind::ChromeJson);
        QCOMPARE(traceKind("\n [ "), TraceKind::ChromeJson);
        QCOMPARE(traceKind(packets()), TraceKind::Packets);
        QCOMPARE(traceKind(packets().first(3)), TraceKind::Packets);
        QCOMPARE(traceKind(gzipped(json)), TraceKind::Gzip);
        QCOMPARE(traceKind("plain text"), TraceKind::Unknown);
        QCOMPARE(traceKind(""), TraceKind::Unknown);
    }

    void compressedBytesThatAreDamagedAreReadUpToThere()
    {
        QByteArray text = "[";
        for (int i = 0; i < 40'000; ++i)
            text += QStringLiteral(R"({"ph":"X","pid":1,"tid":%1,"ts":%2,"dur":1,"name":"n%3"},)")
                        .arg(QString::number(i % 7), QString::number(i * 31), QString::number(i * 7919 % 10007))
                        .toUtf8();
        QByteArray file = gzipped(text);
        file.replace(file.size() - 5000, 100, QByteArray(100, '\xFF'));
        const auto opened = openTrace(fileWith(file));
        QVERIFY2(opened, opened ? "" : qPrintable(message(opened.error())));
        QVERIFY(opened->tracks.counts().slices > 1000);
        QStringList warnings;
        for (const Problem &warning : opened->warnings)
            warnings << message(warning);
        QVERIFY2(warnings.join(u'\n').contains(QStringLiteral("the compressed bytes are damaged")),
                 qPrintable(warnings.join(u'\n')));
        QVERIFY(problemWith(gzipped("{\"plan\":1}").chopped(9)).size() > 0);
    }

    void aReadingThatIsCancelledStopsAlsoForARecordingOfOurs()
    {
        Store store;
        for (quint32 id = 1; id <= 100'000; ++id) {
            Event event;
            event.id = EventId{id};
            event.run = RunId{1};
            event.kind = id == 1 ? EventKind::RunBegin : EventKind::TimerFired;
            event.subject = id;
            store.append({event, {}});
        }
        const QString path = m_folder.filePath(QStringLiteral("own"));
        QVERIFY(saveRecording(path, {}, store, IfExists::Replace, Packing::Plain));
        ReadProgress progress;
        progress.isCancelled = true;
        const auto opened = openTrace(path, &progress);
        QVERIFY(!opened || opened->store.eventCount() < 100'000);
        progress.isCancelled = false;
        QVERIFY(openTrace(path, &progress));
        QCOMPARE(progress.bytesRead.load(), progress.bytesInAll.load());
    }

    void plansAreNoTraces()
    {
        QVERIFY(looksLikeChromeTrace(json));
        QVERIFY(looksLikeChromeTrace(" {\"displayTimeUnit\":\"ms\",\"traceEvents\":[]}"));
        QVERIFY(!looksLikeChromeTrace("{\"plan\":1}"));
    }

    void everyKindIsOpenedAlsoCompressed()
    {
        for (const QByteArray &bytes : {json, packets(), gzipped(json), gzipped(packets())}) {
            const auto opened = openTrace(fileWith(bytes));
            QVERIFY(opened);
            QCOMPARE(opened->tracks.counts().slices, quint64(1));
            QCOMPARE(opened->store.eventCount(), 0);
            QCOMPARE(opened->info.title, QStringLiteral("trace"));
        }
        QCOMPARE(message(openTrace(fileWith(json))->warnings.at(0)),
                 QStringLiteral("1 events of the unknown phase ?: skipped"));
    }

    void anEmptyTraceIsSaidToBeOne()
    {
        for (const QByteArray text : {"[]", "{\"traceEvents\":[]}", "[{\"ph\":\"?\",\"ts\":1}]"}) {
            const auto opened = openTrace(fileWith(text));
            QVERIFY(opened && opened->tracks.isEmpty());
            QCOMPARE(message(opened->warnings.back()),
                     QStringLiteral("this is a trace of another program, and it is empty: it has no tracks"));
        }
        QCOMPARE(openTrace(fileWith(json))->warnings.size(), size_t(1)); // of what was skipped
    }

    void ourOwnRecordingsFillTheStore()
    {
        Store store;
        Event event;
        event.id = EventId{1};
        event.run = RunId{1};
        event.kind = EventKind::RunBegin;
        store.append({event, {}});
        const QString path = m_folder.filePath(QStringLiteral("own"));
        QVERIFY(saveRecording(path, {}, store, IfExists::Replace));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QString &name : {path, fileWith(gzipped(file.readAll()))}) {
            const auto opened = openTrace(name);
            QVERIFY(opened);
            QVERIFY(opened->tracks.isEmpty());
            QCOMPARE(opened->store.eventCount(), 1);
        }
    }

    void boundsOfWhatIsCompressedTwiceDoNotMultiply()
    {
        const QString path = m_folder.filePath(QStringLiteral("own"));
        QVERIFY(saveRecording(path, {}, Store(), IfExists::Replace));
        QFile own(path);
        QVERIFY(own.open(QIODevice::ReadOnly));
        const auto isTooLarge = [this](const QByteArray &bytes) {
            const auto opened = openTrace(fileWith(bytes));
            return opened && std::any_of(opened->warnings.begin(), opened->warnings.end(), [](const Problem &warning) {
                       return message(warning).contains("more than");
                   });
        };
        for (const QByteArray &file : {own.readAll() + bombs(15), packets() + bombs(13.5)}) {
            QVERIFY(!isTooLarge(file)); // a hundredth of what it unpacks to is there
            QVERIFY(isTooLarge(gzipped(file)));
        }
    }

    void whatIsNoTraceIsRefusedInOneSentence()
    {
        QCOMPARE(problemWith(""), QStringLiteral("the file is empty"));
        QCOMPARE(problemWith("{\"plan\":1}"),
                 QStringLiteral("this JSON is no trace: it has no list of events"));
        QCOMPARE(problemWith("plain text"),
                 QStringLiteral("this is neither a recording nor a trace of Perfetto's or Chrome's formats"));
        QVERIFY(problemWith(gzipped(json).first(12) + "xxxxxxxx").contains(QStringLiteral("damaged")));
        QCOMPARE(message(openTrace(QStringLiteral("/tmp")).error()), QStringLiteral("this is no file"));
        QVERIFY(!openTrace(QStringLiteral("/nonexistent")));
    }

    void aCompressedFileThatEndsEarlyIsReadUpToThere()
    {
        QByteArray events = "[";
        for (int i = 0; i < 20000; ++i)
            events +=
                QByteArray("{\"ph\":\"X\",\"ts\":") + QByteArray::number(i * 7919 % 20011) + ",\"dur\":0},";
        const QByteArray file = gzipped(events);
        const auto opened = openTrace(fileWith(file.first(file.size() / 2)));
        QVERIFY(opened);
        QVERIFY(opened->tracks.counts().slices > 1000);
        QCOMPARE(message(opened->warnings.back()),
                 QStringLiteral("the compressed file ends early: read up to there"));
    }

    void aSummaryTellsWhatATraceHolds()
    {
        const auto opened = openTrace(fileWith(json));
        QCOMPARE(toText(opened->tracks), QStringLiteral("span      0.000001 s\ntracks    2\nslices    1\n"
                                                        "instants  0\nsamples   0\narrows    0\n\n"
                                                        "process 1\n  thread 2, 1 slices\n"));
        const QJsonObject object = QJsonDocument::fromJson(toJson(opened->tracks)).object();
        QCOMPARE(object[QStringLiteral("slices")].toInt(), 1);
        QCOMPARE(object[QStringLiteral("tracks")][1][QStringLiteral("kind")].toString(),
                 QStringLiteral("thread"));
    }
};

QTEST_APPLESS_MAIN(TestOpenTrace)
#include "tst_open_trace.moc"
