// SPDX-License-Identifier: MIT
#pragma once

#include "core/plan/plan_runner.h"
#include "core/trace/recorder.h"
#include "core/trace/store.h"

#include <QCoreApplication>
#include <QEventLoop>

namespace loopscope {

/// Runs a plan to its end on this thread, on the virtual clock unless another is given, and returns what a
/// recorder heard of it. The caller has a QCoreApplication.
inline std::unique_ptr<Store> recordedRun(const PlanRef &plan, const QStringList &runs = {},
                                          ClockKind clock = ClockKind::Virtual, const QUrl &demoServer = {})
{
    auto store = std::make_unique<Store>();
    const auto channel = std::make_shared<Channel>();
    Channel::Reader reader = channel->reader();
    Recorder recorder(channel);
    PlanRunner runner(plan, {clock, &recorder, demoServer});
    QEventLoop untilEnd;
    QObject::connect(&runner, &PlanRunner::finished, &untilEnd, &QEventLoop::quit);
    runner.start(runs);
    untilEnd.exec();
    reader.drain([&](const Record &record) { store->append(record); });
    return store;
}

} // namespace loopscope
