// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/loop_harness.h"

/// Plans of tests/conformance written as plain coroutines: what a C++ programmer would write for the same story.
/// Each is the `main` of the plan whose name it bears.
namespace loopscope::golden {

QCoro::Task<> seed_cost();
QCoro::Task<> seed_yield();
QCoro::Task<> order_five();
QCoro::Task<QString> c(int depth);
QCoro::Task<> await_chain();
QCoro::Task<> gather_fail();
QCoro::Task<> wait_first();
QCoro::Task<> callback_order();
QCoro::Task<> executor_parallel();
/// `f` is made before main, as the plan's shared variable.
QCoro::Task<> future_waiters(Future<QString> f);

QCoro::Task<> cancel_sleeping();
QCoro::Task<> cancel_chain();
QCoro::Task<> gather_outer_cancel();
QCoro::Task<> cancel_swallowed();

} // namespace loopscope::golden
