// SPDX-License-Identifier: MIT
#include "ui/json/event_json.h"

#include "core/base/event_word.h"
#include "core/base/json_text.h"

namespace loopscope {

namespace {

JsonObjectText headOf(const Store &store, const Event &event)
{
    const RunInfo *run = store.run(event.run);
    const TracePoint begin = run ? run->begin : TracePoint();
    JsonObjectText text;
    text.add("seq", qint64(run ? event.id.value - run->first.value + 1 : event.id.value));
    text.add("t_ns", (event.at - begin).count());
    text.add("kind", QString::fromLatin1(eventWord(event.kind)));
    if (const TaskInfo *task = store.task(event.task)) {
        text.add("task", qint64(task->number));
        text.add("name", task->name);
        text.add("coro", task->coro);
    }
    return text;
}

} // namespace

QByteArray eventJson(const Store &store, EventId id)
{
    const Event &event = store.event(id);
    JsonObjectText text = headOf(store, event);
    const bool aboutItself = event.kind == EventKind::Created; // its payload repeats the task's names
    if (!aboutItself)
        text.addMembers(store.payload(id));
    if (store.contains(event.cause))
        text.addRaw("cause", headOf(store, store.event(event.cause)).text());
    return text.text();
}

} // namespace loopscope
