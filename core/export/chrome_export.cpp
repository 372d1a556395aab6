// SPDX-License-Identifier: MIT
#include "core/export/chrome_export.h"

#include "core/base/json_text.h"
#include "core/export/chrome_micros.h"
#include "core/export/lane_walk.h"
#include "core/export/payload_json.h"

namespace loopscope {

namespace {

class ChromeWriter final : public LaneListener
{
public:
    ChromeWriter(const Store &store, TextSink &out) : m_payloads(store), m_out(out) {}

    /// The moment that stands for the recording itself, as in the Perfetto file.
    void begin(const QString &title)
    {
        const Thread thread{1, 2};
        m_numbers = 2;
        tell("process_name", thread, JsonObjectText().add("name", title));
        m_out << separator()
              << JsonObjectText()
                     .add("ph", u"i")
                     .add("s", u"t")
                     .add("name", u"recording")
                     .add("ts", qint64(0))
                     .add("pid", qint64(thread.process))
                     .add("tid", qint64(thread.thread))
                     .text();
    }

    void laneOpened(const ExportLane &lane) override
    {
        quint32 &process = m_processes[lane.run];
        if (process == 0) {
            process = ++m_numbers;
            tell("process_name", {process, 0}, JsonObjectText().add("name", lane.name));
            tell("process_sort_index", {process, 0}, JsonObjectText().add("sort_index", qint64(process)));
        }
        const Thread thread{process, ++m_numbers};
        m_threads.resize(lane.id + 1);
        m_threads[lane.id] = thread;
        tell("thread_name", thread, JsonObjectText().add("name", lane.name));
        tell("thread_sort_index", thread, JsonObjectText().add("sort_index", qint64(thread.thread)));
    }
    void sliceBegan(const ExportLane &lane, const Event &event, const QString &name) override
    {
        write(JsonObjectText().add("ph", u"B").add("name", name), lane, event.at, args(event));
    }
    /// Viewers put the members of both ends together, so these have names of their own.
    void sliceEnded(const ExportLane &lane, TracePoint at, const Event *end) override
    {
        const QByteArray payload = end ? m_payloads.of(*end) : QByteArray();
        JsonObjectText args;
        if (!payload.isEmpty())
            args.add("end_event", qint64(end->id.value)).addRaw("end", payload);
        write(JsonObjectText().add("ph", u"E"), lane, at, payload.isEmpty() ? payload : args.text());
    }
    void instant(const ExportLane &lane, const Event &event, const QString &name) override
    {
        write(JsonObjectText().add("ph", u"i").add("s", u"t").add("name", name), lane, event.at, args(event));
    }
    void wakeSent(const ExportLane &lane, const Event &ready) override
    {
        write(wake(u"s", ready.id), lane, ready.at, {});
    }
    void wakeReceived(const ExportLane &lane, const Event &resumed, EventId ready) override
    {
        write(wake(u"f", ready).add("bp", u"e"), lane, resumed.at, {});
    }
    [[nodiscard]] bool wantsMore() const override { return !m_out.isFailed(); }

private:
    struct Thread
    {
        quint32 process = 0, thread = 0;
    };

    static JsonObjectText wake(QStringView phase, EventId ready)
    {
        JsonObjectText object;
        object.add("ph", phase).add("cat", u"wake").add("name", u"wake").add("id", qint64(ready.value));
        return object;
    }
    void tell(const char *what, const Thread &thread, const JsonObjectText &args)
    {
        JsonObjectText object;
        object.add("ph", u"M").add("name", QString::fromLatin1(what)).add("pid", qint64(thread.process));
        if (thread.thread != 0)
            object.add("tid", qint64(thread.thread));
        m_out << separator() << object.addRaw("args", args.text()).text();
    }
    QByteArray args(const Event &event)
    {
        JsonObjectText object;
        object.add("event", qint64(event.id.value));
        if (const QByteArray payload = m_payloads.of(event); !payload.isEmpty())
            object.addRaw("payload", payload);
        return object.text();
    }
    void write(JsonObjectText object, const ExportLane &lane, TracePoint at, const QByteArray &args)
    {
        const Thread &thread = m_threads[lane.id];
        object.addRaw("ts", chromeMicros(std::max<qint64>(at.ns, 0)))
            .add("pid", qint64(thread.process))
            .add("tid", qint64(thread.thread));
        if (!args.isEmpty())
            object.addRaw("args", args);
        m_out << separator() << object.text();
    }
    QByteArray separator() { return std::exchange(m_isFirst, false) ? "\n" : ",\n"; }

    PayloadJson m_payloads;
    TextSink &m_out;
    QHash<RunId, quint32> m_processes;
    std::vector<Thread> m_threads; ///< by lane
    quint32 m_numbers = 0;         ///< processes and threads count as one: none has another's number
    bool m_isFirst = true;
};

} // namespace

void exportChrome(const Store &store, const RecordingInfo &info, TextSink &out)
{
    out << R"({"displayTimeUnit":"ns","otherData":)" << toJson(info) << ",\"traceEvents\":[";
    ChromeWriter writer(store, out);
    writer.begin(info.title.isEmpty() ? QStringLiteral("Loopscope")
                                      : QStringLiteral("Loopscope: ") + info.title);
    walkLanes(store, writer);
    out << "\n]}\n";
}

} // namespace loopscope
