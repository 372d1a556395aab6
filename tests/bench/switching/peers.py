#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The works on Python's loops: peers.py asyncio|uvloop|trio|gevent [WORK]...  Prints `work value`, a line each."""
import gc
import random
import resource
import sys
import time

YIELDS, YIELDERS, GATHERED, AWAITED, NAPS = 1_000_000, 1_000, 100_000, 1_000_000, 200
PAGE = resource.getpagesize()


def say(work, value):
    print(f"{work} {value:.1f}", flush=True)


def resident():
    gc.collect()
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * PAGE


def deadlines():
    numbers = random.Random(1)
    return [numbers.uniform(0.0001, 0.01) for _ in range(GATHERED)]


def percentiles(late):
    late.sort()
    say("sleep_10ms_min_us", late[0])
    say("sleep_10ms_p50_us", late[len(late) // 2])
    say("sleep_10ms_p99_us", late[len(late) * 99 // 100])


async def trivial():
    return 1


async def await_trivial():
    for _ in range(AWAITED):
        await trivial()


def on_asyncio(chosen):
    import asyncio

    async def yielder(times):
        for _ in range(times):
            await asyncio.sleep(0)

    async def together():
        await asyncio.gather(*[yielder(YIELDS // YIELDERS) for _ in range(YIELDERS)])

    async def gather():
        await asyncio.gather(*[trivial() for _ in range(GATHERED)])

    async def sleepers():
        await asyncio.gather(*[asyncio.sleep(length) for length in deadlines()])

    async def waiting():
        event = asyncio.Event()

        async def hold():
            await event.wait()
        before = resident()
        tasks = [asyncio.create_task(hold()) for _ in range(GATHERED)]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        say("bytes_per_waiting_task", (resident() - before) / GATHERED)
        event.set()
        await asyncio.gather(*tasks)

    async def naps():
        late = []
        for _ in range(NAPS):
            began = time.monotonic_ns()
            await asyncio.sleep(0.01)
            late.append((time.monotonic_ns() - began) / 1e3 - 10_000)
        percentiles(late)

    def rate(work, amount, main):
        if chosen and work not in chosen:
            return
        began = time.perf_counter()
        asyncio.run(main())
        say(work, amount / (time.perf_counter() - began))

    rate("yield1", YIELDS, lambda: yielder(YIELDS))
    rate("yield1000", YIELDS, together)
    rate("gather", GATHERED, gather)
    rate("await", AWAITED, await_trivial)
    rate("sleepers", GATHERED, sleepers)
    if not chosen or "bytes" in chosen:
        asyncio.run(waiting())
    if not chosen or "overshoot" in chosen:
        asyncio.run(naps())


def on_uvloop(chosen):
    import uvloop
    uvloop.install()
    on_asyncio(chosen)


def on_trio(chosen):
    import trio

    async def yielder(times):
        for _ in range(times):
            await trio.lowlevel.checkpoint()

    async def nursery(function, arguments):
        async with trio.open_nursery() as group:
            for argument in arguments:
                group.start_soon(function, *argument)

    async def waiting():
        event = trio.Event()
        async with trio.open_nursery() as group:
            before = resident()
            for _ in range(GATHERED):
                group.start_soon(event.wait)
            await trio.sleep(0)
            await trio.sleep(0)
            say("bytes_per_waiting_task", (resident() - before) / GATHERED)
            event.set()

    def rate(work, amount, main, *arguments):
        if chosen and work not in chosen:
            return
        began = time.perf_counter()
        trio.run(main, *arguments)
        say(work, amount / (time.perf_counter() - began))

    few = YIELDS // 5
    rate("yield1", few, yielder, few)
    rate("yield1000", few, nursery, yielder, [(few // YIELDERS,)] * YIELDERS)
    rate("gather", GATHERED, nursery, trivial, [()] * GATHERED)
    rate("await", AWAITED, await_trivial)
    rate("sleepers", GATHERED, nursery, trio.sleep, [(length,) for length in deadlines()])
    if not chosen or "bytes" in chosen:
        trio.run(waiting)


def on_gevent(chosen):
    import gevent
    import gevent.event

    def yielder(times):
        for _ in range(times):
            gevent.sleep(0)

    def one():
        return 1

    def rate(work, amount, spawn):
        if chosen and work not in chosen:
            return
        began = time.perf_counter()
        gevent.joinall(spawn())
        say(work, amount / (time.perf_counter() - began))

    few = YIELDS // 5
    rate("yield1", few, lambda: [gevent.spawn(yielder, few)])
    rate("yield1000", few, lambda: [gevent.spawn(yielder, few // YIELDERS) for _ in range(YIELDERS)])
    rate("gather", GATHERED, lambda: [gevent.spawn(one) for _ in range(GATHERED)])
    if not chosen or "bytes" in chosen:
        event, few = gevent.event.Event(), GATHERED // 4
        before = resident()
        waiting = [gevent.spawn(event.wait) for _ in range(few)]
        gevent.sleep(0)
        say("bytes_per_waiting_task", (resident() - before) / few)
        event.set()
        gevent.joinall(waiting)


if __name__ == "__main__":
    {"asyncio": on_asyncio, "uvloop": on_uvloop, "trio": on_trio, "gevent": on_gevent}[sys.argv[1]](sys.argv[2:])
