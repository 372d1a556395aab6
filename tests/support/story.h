// SPDX-License-Identifier: MIT
#pragma once

#include "core/trace/store.h"

namespace loopscope {

/// JSON with single quotes for double ones: moc 6.4 stumbles over raw strings in macros.
inline QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

/// What there is to say about an event beside its kind and time.
struct StoryDetails
{
    quint32 task = 0;
    QByteArray payload = {};
    quint32 subject = 0;
    EventId cause = {};
};

/// Tells a store what happened, event by event, at given milliseconds of one recording.
struct Story
{
    Store store;
    RunId run{0};
    quint32 events = 0;
    quint32 payloads = 0;

    EventId say(EventKind kind, double ms, const StoryDetails &details = {})
    {
        if (kind == EventKind::RunBegin)
            ++run.value;
        Record record;
        record.event = {EventId{++events},
                        details.cause,
                        {qint64(ms * 1e6)},
                        TaskId{details.task},
                        details.subject,
                        {},
                        run,
                        kind};
        if (!details.payload.isNull()) {
            record.event.payload = PayloadId{++payloads};
            record.text = details.payload;
        }
        store.append(record);
        return record.event.id;
    }
};

/// Run `gather` of the tutorial in 20 events: main makes b, b sleeps a second and prints, both end.
inline Story sleepStory()
{
    using enum EventKind;
    Story story;
    story.say(RunBegin, 0, {.payload = json("{'run':'gather','main':'f2','clock':'real'}")});
    story.say(PassBegin, 0, {.subject = 1});
    const EventId first =
        story.say(Created, 0, {.task = 1, .payload = json("{'task':'Task-1','coro':'f2'}")});
    const EventId ready = story.say(Ready, 0, {.task = 1, .cause = first});
    story.say(Resumed, 0.1, {.task = 1, .cause = ready});
    const EventId made =
        story.say(Created, 0.2, {.task = 2, .payload = json("{'task':'Task-2','coro':'b'}"), .subject = 1});
    const EventId turn = story.say(Ready, 0.2, {.task = 2, .cause = made});
    story.say(Suspended, 0.3, {.task = 1, .payload = json("{'on':'gather','items':['b','b']}")});
    story.say(Resumed, 0.4, {.task = 2, .cause = turn});
    const EventId sleeps =
        story.say(Suspended, 0.5, {.task = 2, .payload = json("{'on':'sleep','seconds':1}")});
    story.say(PassEnd, 0.6, {.subject = 1});
    story.say(PassBegin, 1001, {.subject = 2});
    const EventId timer = story.say(
        TimerFired, 1001.25, {.payload = json("{'due_ns':1000500000}"), .subject = 2, .cause = sleeps});
    const EventId woken = story.say(Ready, 1001.32, {.task = 2, .cause = timer});
    story.say(Resumed, 1001.5, {.task = 2, .cause = woken});
    story.say(Print, 1001.8, {.task = 2, .payload = json("{'text':'Resuming b'}")});
    const EventId done =
        story.say(Done, 1002.1, {.task = 2, .payload = json("{'outcome':'result','value':null}")});
    const EventId end = story.say(Ready, 1002.2, {.task = 1, .cause = done});
    story.say(Resumed, 1002.3, {.task = 1, .cause = end});
    story.say(Done, 1002.4, {.task = 1, .payload = json("{'outcome':'result','value':[null]}")});
    story.say(PassEnd, 1002.5, {.subject = 2});
    story.say(RunEnd, 1002.6,
              {.payload = json("{'run':'gather','outcome':'result','value':[null],'cost':1.0024}")});
    return story;
}

} // namespace loopscope
