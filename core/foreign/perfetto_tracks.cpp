// SPDX-License-Identifier: MIT
#include "core/foreign/perfetto_tracks.h"

#include "core/foreign/counter_word.h"

#include "core/foreign/perfetto_fields.h"

namespace loopscope {

using protozero::pbf_reader;
using protozero::pbf_wire_type;
namespace field = perfetto::descriptor;

namespace {

struct ProcessFacts
{
    std::optional<qint32> pid;
    QByteArrayView name;
};

ProcessFacts processFacts(pbf_reader in, FieldCounter &skipped)
{
    ProcessFacts facts;
    QByteArrayView command;
    while (in.next()) {
        const bool isBytes = in.wire_type() == pbf_wire_type::length_delimited;
        if (in.tag() == field::Pid && in.wire_type() == pbf_wire_type::varint)
            facts.pid = in.get_int32();
        else if (in.tag() == field::ProcessName && isBytes)
            facts.name = bytesOf(in.get_view());
        else if (in.tag() == field::CommandLine && isBytes && command.isEmpty())
            command = bytesOf(in.get_view());
        else
            skipped.skip(in, PerfettoMessage::Process);
    }
    if (facts.name.isEmpty())
        facts.name = command;
    return facts;
}

struct ThreadFacts
{
    qint32 pid = 0;
    qint64 tid = 0;
    QByteArrayView name;
    qint64 referenceUs = 0;
};

ThreadFacts threadFacts(pbf_reader in, FieldCounter &skipped)
{
    ThreadFacts facts;
    while (in.next()) {
        const bool isNumber = in.wire_type() == pbf_wire_type::varint;
        if (in.tag() == field::ThreadPid && isNumber)
            facts.pid = in.get_int32();
        else if (in.tag() == field::Tid && isNumber)
            facts.tid = in.get_int64();
        else if (in.tag() == field::ReferenceTimeUs && isNumber)
            facts.referenceUs = in.get_int64();
        else if (in.tag() == field::ThreadName && in.wire_type() == pbf_wire_type::length_delimited)
            facts.name = bytesOf(in.get_view());
        else
            skipped.skip(in, PerfettoMessage::Thread);
    }
    return facts;
}

} // namespace

struct PerfettoTracks::Description
{
    std::optional<quint64> parent;
    QByteArrayView name;
    qint32 rank = 0;
    std::optional<ProcessFacts> process;
    std::optional<ThreadFacts> thread;
    std::optional<Counter> counter;

    void takeCounter(pbf_reader in, FieldCounter &skipped)
    {
        counter.emplace();
        while (in.next()) {
            const bool isNumber = in.wire_type() == pbf_wire_type::varint;
            if (in.tag() == field::UnitMultiplier && isNumber)
                counter->unit = double(in.get_int64());
            else if (in.tag() == field::IsIncremental && isNumber)
                counter->isIncremental = in.get_bool();
            else
                skipped.skip(in, PerfettoMessage::Counter);
        }
    }
};

void PerfettoTracks::describe(protozero::data_view trackDescriptor)
{
    Description what;
    quint64 uuid = 0;
    pbf_reader in(trackDescriptor);
    while (in.next()) {
        const bool isBytes = in.wire_type() == pbf_wire_type::length_delimited;
        const bool isNumber = in.wire_type() == pbf_wire_type::varint;
        if (isNumber && in.tag() == field::Uuid)
            uuid = in.get_uint64();
        else if (isNumber && in.tag() == field::Parent)
            what.parent = in.get_uint64();
        else if (isNumber && in.tag() == field::Rank)
            what.rank = in.get_int32();
        else if (isBytes &&
                 (in.tag() == field::Name || in.tag() == field::StaticName || in.tag() == field::AtraceName))
            what.name = bytesOf(in.get_view());
        else if (isBytes && in.tag() == field::Process)
            what.process = processFacts(in.get_message(), m_skipped);
        else if (isBytes && in.tag() == field::Thread)
            what.thread = threadFacts(in.get_message(), m_skipped);
        else if (isBytes && in.tag() == field::Counter)
            what.takeCounter(in.get_message(), m_skipped);
        else
            m_skipped.skip(in, PerfettoMessage::Track);
    }
    place(uuid, what);
}

void PerfettoTracks::place(quint64 uuid, const Description &what)
{
    TrackId id = m_tracks.value(uuid);
    if (what.thread) {
        const TrackId thread = this->thread(what.thread->pid, what.thread->tid);
        id = id ? id : thread; // what was used before it was described stays a track of its own
        m_store.info(id).parent = process(what.thread->pid);
        m_store.info(id).kind = TrackKind::Thread;
        m_store.info(id).number = what.thread->tid;
    } else if (what.process && what.process->pid) {
        id = id ? id : process(*what.process->pid);
        m_store.info(id).kind = TrackKind::Process;
        m_store.info(id).number = *what.process->pid;
    } else {
        id = track(uuid);
        m_store.info(id).kind = what.counter ? TrackKind::Counter : TrackKind::Task;
        if (what.parent)
            m_store.info(id).parent = track(*what.parent);
    }
    m_tracks[uuid] = id;
    const QByteArrayView name = !what.name.isEmpty() ? what.name
                                : what.thread        ? what.thread->name
                                : what.process       ? what.process->name
                                                     : QByteArrayView();
    TrackInfo &info = m_store.info(id);
    if (!name.isEmpty())
        info.name = m_store.texts().idOf(name);
    info.rank = what.rank;
    if (what.counter)
        m_counters[id] = *what.counter;
}

void PerfettoTracks::describeThread(protozero::data_view threadDescriptor, PerfettoSequence &sequence)
{
    const ThreadFacts facts = threadFacts(pbf_reader(threadDescriptor), m_skipped);
    sequence.pid = facts.pid;
    sequence.tid = facts.tid;
    sequence.referenceUs = facts.referenceUs;
    if (!facts.name.isEmpty())
        m_store.info(thread(facts.pid, facts.tid)).name = m_store.texts().idOf(facts.name);
}

void PerfettoTracks::describeProcess(protozero::data_view processDescriptor)
{
    const ProcessFacts facts = processFacts(pbf_reader(processDescriptor), m_skipped);
    if (facts.pid && !facts.name.isEmpty())
        m_store.info(process(*facts.pid)).name = m_store.texts().idOf(facts.name);
}

/// Names processes and threads that are in the trace anyway: a whole machine has too many to show.
void PerfettoTracks::takeProcessTree(protozero::data_view tree)
{
    namespace names = perfetto::process_tree;
    pbf_reader in(tree);
    while (in.next()) {
        if (in.wire_type() != pbf_wire_type::length_delimited ||
            (in.tag() != names::Process && in.tag() != names::Thread)) {
            m_skipped.skip(in, PerfettoMessage::ProcessTree);
            continue;
        }
        const bool isProcess = in.tag() == names::Process;
        qint64 number = 0, owner = 0;
        QByteArrayView name;
        pbf_reader one = in.get_message();
        while (one.next()) {
            const bool isNumber = one.wire_type() == pbf_wire_type::varint;
            if (isNumber && one.tag() == names::Pid)
                number = one.get_int64();
            else if (isNumber && !isProcess && one.tag() == names::ThreadPid)
                owner = one.get_int64();
            else if (one.wire_type() == pbf_wire_type::length_delimited && name.isEmpty() &&
                     one.tag() == (isProcess ? quint32(names::CommandLine) : quint32(names::Name)))
                name = bytesOf(one.get_view());
            else
                m_skipped.skip(one, PerfettoMessage::ProcessTree);
        }
        const TrackId known =
            isProcess ? m_processes.value(qint32(number)) : m_threads.value({qint32(owner), number});
        if (known && !m_store.info(known).name)
            m_store.info(known).name = m_store.texts().idOf(name);
    }
}

TrackId PerfettoTracks::track(quint64 uuid)
{
    if (uuid == 0)
        return global();
    TrackId &track = m_tracks[uuid];
    if (!track)
        track = m_store.addTrack({});
    return track;
}

TrackId PerfettoTracks::process(qint32 pid)
{
    TrackId &track = m_processes[pid];
    if (!track)
        track = m_store.addTrack({.kind = TrackKind::Process, .number = pid});
    return track;
}

TrackId PerfettoTracks::thread(qint32 pid, qint64 tid)
{
    TrackId &track = m_threads[{pid, tid}];
    if (!track)
        track = m_store.addTrack({.kind = TrackKind::Thread, .parent = process(pid), .number = tid});
    return track;
}

TrackId PerfettoTracks::global()
{
    if (!m_global)
        m_global =
            m_store.addTrack({.kind = TrackKind::Other, .name = m_store.texts().idOf("global"), .rank = -1});
    return m_global;
}

TrackId PerfettoTracks::task(std::optional<qint32> pid, TextId scope, quint64 id, TextId name)
{
    TrackId &track = m_tasks[{pid.has_value(), pid.value_or(0), scope.value, id}];
    if (!track)
        track = m_store.addTrack(
            {.kind = TrackKind::Task, .parent = pid ? process(*pid) : TrackId{}, .name = name, .rank = 1});
    return track;
}

TrackId PerfettoTracks::counter(std::optional<qint32> pid, TextId name, TextId series)
{
    TrackId &track = m_counterTracks[{pid.value_or(-1), name.value, series.value}];
    if (track)
        return track;
    QByteArray shown = counterWord(m_store.texts().text(name));
    if (series)
        shown += ' ' + counterWord(m_store.texts().text(series));
    return track = m_store.addTrack({.kind = TrackKind::Counter,
                                     .parent = pid ? process(*pid) : TrackId{},
                                     .name = m_store.texts().idOf(shown),
                                     .rank = -1});
}

double PerfettoTracks::counted(TrackId track, double value)
{
    const auto known = m_counters.find(track);
    if (known == m_counters.end())
        return value;
    value *= known->unit == 0 ? 1 : known->unit;
    return known->isIncremental ? known->sum += value : value;
}

} // namespace loopscope
