// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/story.h"

namespace loopscope {

/// One run of a made-up timing session.
struct ToldRun
{
    double cost = 1;       ///< milliseconds; half of it running, half suspended
    QByteArray round = {}; ///< such as "'repeat':1"; empty for none
    QByteArray outcome = "result";
    QByteArray task = "main";
    QByteArray name = "r";
    QByteArray clock = "real";
};

/// Tells of that run behind what the story has so far.
inline void tellRun(Story &story, const ToldRun &run)
{
    using enum EventKind;
    const QByteArray tail = run.round.isEmpty() ? QByteArray() : ',' + run.round;
    const auto payload = [](const QByteArray &text) { return json(text.constData()); };
    static constexpr double rest = 0.25; // what the run lasts beyond its cost
    const double begin =
        story.store.eventCount() == 0
            ? 0
            : double(story.store.event(EventId{quint32(story.store.eventCount())}).at.ns) / 1e6;
    const quint32 task = quint32(story.store.taskCount()) + 1;
    story.say(RunBegin, begin,
              {.payload =
                   payload("{'run':'" + run.name + "','main':'m','clock':'" + run.clock + "'" + tail + "}")});
    story.say(PassBegin, begin, {.subject = 1});
    story.say(Created, begin, {.task = task, .payload = payload("{'task':'" + run.task + "','coro':'m'}")});
    story.say(Ready, begin, {.task = task});
    story.say(Resumed, begin, {.task = task});
    story.say(Suspended, begin + run.cost / 2, {.task = task, .payload = payload("{'on':'sleep'}")});
    story.say(PassEnd, begin + run.cost / 2, {.subject = 1});
    story.say(Ready, begin + run.cost, {.task = task});
    story.say(Resumed, begin + run.cost, {.task = task});
    story.say(Done, begin + run.cost,
              {.task = task, .payload = payload("{'outcome':'" + run.outcome + "'}")});
    story.say(RunEnd, begin + run.cost + rest,
              {.payload = payload("{'run':'" + run.name + "','outcome':'" + run.outcome +
                                  "','cost':" + QByteArray::number(run.cost / 1e3, 'f', 9) + "}")});
}

/// A session of runs with these costs in milliseconds, each a repeat.
inline Story sessionStory(const std::vector<double> &costs, const QByteArray &clock = "real")
{
    Story story;
    int repeat = 0;
    for (const double cost : costs)
        tellRun(story, {.cost = cost, .round = "'repeat':" + QByteArray::number(++repeat), .clock = clock});
    return story;
}

} // namespace loopscope
