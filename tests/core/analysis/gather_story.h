// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/story.h"

namespace loopscope {

/// A run in which main gathers two children: `a` sleeps 3 s, `b` sleeps 1 s and fails at its end.
inline Story gatherStory()
{
    Story story;
    const auto step = [&story](qint64 ms, quint32 task, EventId cause) {
        const EventId ready = story.say(EventKind::Ready, double(ms), {.task = task, .cause = cause});
        story.say(EventKind::Resumed, double(ms), {.task = task, .cause = ready});
    };
    story.say(EventKind::RunBegin, 0, {.payload = json("{'run':'gather','main':'f2','clock':'virtual'}")});
    step(0, 1,
         story.say(EventKind::Created, 0, {.task = 1, .payload = json("{'task':'Task-1','coro':'f2'}")}));
    const EventId a = story.say(EventKind::Created, 0,
                                {.task = 2, .payload = json("{'task':'Task-2','coro':'a'}"), .subject = 1});
    const EventId b = story.say(EventKind::Created, 0,
                                {.task = 3, .payload = json("{'task':'Task-3','coro':'b'}"), .subject = 1});
    story.say(EventKind::Suspended, 0, {.task = 1, .payload = json("{'on':'gather'}")});
    step(0, 2, a);
    story.say(EventKind::Print, 0, {.task = 2, .payload = json("{'text':'hello'}")});
    story.say(EventKind::Suspended, 0, {.task = 2, .payload = json("{'on':'sleep'}")});
    step(0, 3, b);
    story.say(EventKind::Suspended, 0, {.task = 3, .payload = json("{'on':'sleep'}")});
    step(1000, 3, story.say(EventKind::TimerFired, 1000));
    story.say(EventKind::Done, 1000, {.task = 3, .payload = json("{'outcome':'exception','type':'E'}")});
    step(3000, 2, story.say(EventKind::TimerFired, 3000));
    step(3000, 1,
         story.say(EventKind::Done, 3000, {.task = 2, .payload = json("{'outcome':'result','value':null}")}));
    story.say(EventKind::Done, 3000, {.task = 1, .payload = json("{'outcome':'result','value':null}")});
    story.say(EventKind::RunEnd, 3000,
              {.payload = json("{'run':'gather','outcome':'result','value':null,'cost':3}")});
    return story;
}

} // namespace loopscope
