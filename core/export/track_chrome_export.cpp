// SPDX-License-Identifier: MIT
#include "core/export/track_chrome_export.h"

#include "core/base/json_text.h"
#include "core/export/chrome_micros.h"
#include "core/export/chrome_threads.h"

#include <QJsonDocument>

#include <cmath>

namespace loopscope {

namespace {

class TrackWriter
{
public:
    TrackWriter(const TrackStore &tracks, TextSink &out)
        : m_tracks(tracks), m_out(out), m_threads(tracks), m_isJson(tracks.textCount() + 1)
    {
    }

    /// Names processes and threads, in the order in which they are shown.
    void describe(TrackId parent)
    {
        for (const TrackId track : m_tracks.children(parent)) {
            const bool isOverflow = bool(m_tracks.info(track).overflowOf);
            const quint32 rows = isOverflow ? m_tracks.rowCount(track) : 1;
            for (quint32 row = 0; row < rows; ++row)
                describeThread(track, row);
            describe(track);
        }
    }

    void write(TrackId track)
    {
        for (quint32 row = 0; row < m_tracks.rowCount(track); ++row) {
            for (const Slice &slice : m_tracks.row(track, row).slices()) {
                if (m_out.isFailed())
                    return;
                JsonObjectText object = named(slice.isOpen() ? u"B" : u"X", slice.name);
                if (!slice.isOpen())
                    object.addRaw("dur", chromeMicros(slice.length.count()));
                put(object, track, row, slice.begin, slice.arguments);
            }
        }
        for (const TrackInstant &instant : m_tracks.instants(track))
            put(named(u"i", instant.name).add("s", u"t"), track, 0, instant.at, instant.arguments);
        writeSamples(track);
    }

    /// Both ends of an arrow, bound to the slices around them.
    void writeFlows()
    {
        qint64 number = 0;
        for (const Flow &flow : m_tracks.flows().flows()) {
            const auto end = [&](QStringView phase) {
                JsonObjectText object;
                return object.add("ph", phase).add("cat", u"flow").add("name", u"flow").add("id", number);
            };
            ++number;
            put(end(u"s"), flow.from, rowAt(flow.from, flow.leaves), flow.leaves, {});
            put(end(u"f").add("bp", u"e"), flow.to, rowAt(flow.to, flow.arrives), flow.arrives, {});
        }
    }

private:
    enum class JsonState : quint8 { Unknown, Good, Bad };

    /// Of the slice that holds an arrow's end.
    quint32 rowAt(TrackId track, TracePoint at) const
    {
        const auto slice = m_tracks.deepestAt(track, at);
        const auto holder = slice ? slice : m_tracks.endingAt(track, at);
        return holder ? holder->row : 0;
    }

    JsonObjectText named(QStringView phase, TextId name) const
    {
        JsonObjectText object;
        object.add("ph", phase).add("name", m_tracks.text(name));
        if (const TextId category = m_tracks.category(name))
            object.add("cat", m_tracks.text(category));
        return object;
    }

    void describeThread(TrackId track, quint32 row)
    {
        const ChromeThreads::Thread thread = m_threads.of(track, row);
        const TrackInfo &info = m_tracks.info(track);
        const bool isProcess = info.kind == TrackKind::Process;
        if (isProcess && info.name)
            tell("process_name", thread, JsonObjectText().add("name", m_tracks.text(info.name)));
        if (isProcess)
            tell("process_sort_index", thread, JsonObjectText().add("sort_index", ++m_order));
        if (info.kind == TrackKind::Counter || (isProcess && m_tracks.rowCount(track) == 0))
            return;
        if (info.name)
            tell("thread_name", thread, JsonObjectText().add("name", m_tracks.text(info.name)));
        tell("thread_sort_index", thread, JsonObjectText().add("sort_index", ++m_order));
    }

    void tell(const char *what, ChromeThreads::Thread thread, const JsonObjectText &args)
    {
        JsonObjectText object;
        object.add("ph", u"M").add("name", QString::fromLatin1(what)).add("pid", thread.process);
        object.add("tid", thread.thread).addRaw("args", args.text());
        m_out << separator() << object.text();
    }

    /// Counters of one name in a process are one, so that the second of them gets the track's number.
    void writeSamples(TrackId track)
    {
        if (m_tracks.samples(track).empty())
            return;
        const qint64 process = m_threads.of(track, 0).process;
        QString name = m_tracks.name(track);
        if (m_counters.contains({process, name}))
            name += QStringLiteral(" %1").arg(track.value);
        m_counters.insert({process, name});
        for (const Sample &sample : m_tracks.samples(track)) {
            if (m_out.isFailed())
                return;
            const QByteArray value = std::isfinite(sample.value) ? jsonNumber(sample.value)
                                                                 : jsonString(QString::number(sample.value));
            JsonObjectText object;
            object.add("ph", u"C")
                .add("name", name)
                .add("pid", process)
                .addRaw("ts", chromeMicros(sample.at.ns));
            m_out << separator()
                  << object.addRaw("args", JsonObjectText().addRaw("value", value).text()).text();
        }
    }

    void put(JsonObjectText object, TrackId track, quint32 row, TracePoint at, TextId arguments)
    {
        const ChromeThreads::Thread thread = m_threads.of(track, row);
        object.addRaw("ts", chromeMicros(at.ns)).add("pid", thread.process).add("tid", thread.thread);
        if (arguments)
            object.addRaw("args", argumentsOf(arguments));
        m_out << separator() << object.text();
    }

    /// Each text is looked at once for being JSON: a file may have had anything there.
    QByteArray argumentsOf(TextId id)
    {
        const QByteArray text = m_tracks.bytesOf(id).toByteArray();
        JsonState &known = m_isJson[id.value];
        if (known == JsonState::Unknown)
            known = QJsonDocument::fromJson(text).isObject() ? JsonState::Good : JsonState::Bad;
        return known == JsonState::Good ? text : JsonObjectText().add("text", QString::fromUtf8(text)).text();
    }

    QByteArray separator() { return std::exchange(m_isFirst, false) ? "\n" : ",\n"; }

    const TrackStore &m_tracks;
    TextSink &m_out;
    ChromeThreads m_threads;
    std::vector<JsonState> m_isJson; ///< by text
    QSet<std::pair<qint64, QString>> m_counters;
    qint64 m_order = 0;
    bool m_isFirst = true;
};

} // namespace

void exportTracksChrome(const TrackStore &tracks, TextSink &out)
{
    out << R"({"displayTimeUnit":"ns","traceEvents":[)";
    TrackWriter writer(tracks, out);
    writer.describe({});
    for (quint32 id = 1; id <= tracks.trackCount() && !out.isFailed(); ++id)
        writer.write({id});
    writer.writeFlows();
    out << "\n]}\n";
}

} // namespace loopscope
