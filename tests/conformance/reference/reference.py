#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Loopscope reference runner: executes a plan (see core/plan/PLAN.md) with CPython asyncio.

    reference.py PLAN.json [--run NAME] [--clock virtual|real] [--log FILE] [--plain]

Writes the event log, one JSON object per line, to FILE or standard output.  A bad plan
gives one line "PLAN.json: $.json.path: what is wrong" on standard error and exit status 2.
--plain runs with stock tasks, no tracing, and writes only the printed text; it exists to
prove that tracing does not change what happens.
"""
import argparse
import asyncio
import collections.abc
import inspect
import itertools
import json
import re
import selectors
import sys
import textwrap
import time
import urllib.error
import urllib.request
import warnings

from plancheck import ERRORS, SUBST, VERBS, Checker, PlanError, load


# ------------------------------------------------------------------ the virtual clock
class Stamp(float):
    """A deadline: whole microseconds, then the order of creation."""

    def __new__(cls, when, seq):
        us = round(when * 1e6)
        self = super().__new__(cls, us / 1e6)
        self.us, self.seq = us, seq
        return self

    def __lt__(self, other):
        return (self.us, self.seq) < (other.us, other.seq) if isinstance(other, Stamp) \
            else float(self) < other


class VirtualLoop(asyncio.SelectorEventLoop):
    """The stock loop; only its clock differs: waiting for a timer takes no real time."""

    class Selector(selectors.SelectSelector):
        def select(self, timeout=None):
            if timeout is None:
                self.loop.on_stall()
            elif timeout > 0:
                self.loop.now_us = max(self.loop.now_us, self.loop._scheduled[0]._when.us)
            return []

    def __init__(self, on_stall=lambda: sys.exit("stalled")):
        selector = self.Selector()
        selector.loop, self.now_us, self.on_stall = self, 0, on_stall
        self.timer_seq = itertools.count()
        super().__init__(selector)
        self._clock_resolution = 1e-7

    def time(self):
        return self.now_us / 1e6

    def call_at(self, when, callback, *args, context=None):
        return super().call_at(Stamp(when, next(self.timer_seq)), callback, *args, context=context)


# ------------------------------------------------------------------ making sets ordered
class OrderedSet(dict):
    """asyncio iterates over sets in places where the order shows; these keep creation order, or the listed one."""

    def __init__(self, items=()):
        super().__init__((item, None) for item in items)

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)

    remove = dict.__delitem__


class OrderedGroup(asyncio.TaskGroup):
    def __init__(self):
        super().__init__()
        self._tasks = OrderedSet()


def ordered_as_completed():
    source = textwrap.dedent(inspect.getsource(asyncio.as_completed))
    source = source.replace("{ensure_future(f, loop=loop) for f in set(fs)}",
                            "OrderedSet(ensure_future(f, loop=loop) for f in fs)")
    source = source.replace("from .queues import", "from asyncio.queues import")
    scope = dict(vars(asyncio.tasks), OrderedSet=OrderedSet)
    exec(source, scope)
    return scope["as_completed"]


def ordered_wait():
    source = inspect.getsource(asyncio.wait).replace("fs = set(fs)", "fs = OrderedSet(fs)")
    scope = dict(vars(asyncio.tasks), OrderedSet=OrderedSet)
    exec(source, scope)
    return scope["wait"]


AS_COMPLETED = ordered_as_completed()
WAIT = ordered_wait()


# ------------------------------------------------------------------ tracing tasks
class TracedTask(asyncio.Task):
    on = None

    def set_name(self, name):
        if name is not None:        # Python 3.13 calls this for tasks without a name of their own
            super().set_name(name)

    def cancel(self, msg=None):
        if not self.done():
            self.run.emit("cancel", task=self.run.current(), target=self.get_name(),
                          **({"message": msg} if msg else {}))
        return super().cancel(msg=msg)


class TracedCoroutine(collections.abc.Coroutine):
    """Stands between a task and its coroutine, so that every step is seen."""

    def __init__(self, coro, run):
        self.coro, self.run, self.task = coro, run, None

    def step(self, method, *args):
        task, run = self.task, self.run
        run.emit("resume", task=task.get_name())
        try:
            result = method(*args)
        except StopIteration as stop:
            if task._must_cancel:
                run.task_done(task, outcome="cancelled")
            else:
                run.task_done(task, outcome="result", value=run.json(stop.value))
            raise
        except asyncio.CancelledError as error:
            message = run.error(error)["message"]
            run.task_done(task, outcome="cancelled", **({"message": message} if message else {}))
            raise
        except BaseException as error:
            info = run.error(error)
            run.task_done(task, outcome="exception", type=info.pop("error"), **info)
            raise
        run.emit("suspend", task=task.get_name(), on=task.on)
        return result

    def send(self, value):
        return self.step(self.coro.send, value)

    def throw(self, error):
        return self.step(self.coro.throw, error)

    def close(self):
        return self.coro.close()

    __await__ = None


# ------------------------------------------------------------------ running a plan
class Return:
    def __init__(self, value):
        self.value = value


class Frame:
    """The variables of one coroutine call, and the group and timeout blocks it is in."""

    def __init__(self, run, variables):
        self.run, self.vars, self.groups, self.timeouts = run, variables, [], []

    def get(self, path):
        name, *rest = path.split(".")
        if name == "self":
            value = asyncio.current_task(self.run.loop)
        elif name in self.run.shared:
            value = self.run.shared[name]
        elif name in self.vars:
            value = self.vars[name]
        else:
            raise NameError(f"name '{name}' is not defined")
        try:
            for key in rest:
                value = value[int(key)] if isinstance(value, list) else value[key]
        except (LookupError, ValueError, TypeError):
            raise KeyError(key) from None
        return value

    def set(self, name, value):
        if name is not None:
            (self.run.shared if name in self.run.shared else self.vars)[name] = value

    def value(self, value):
        if isinstance(value, str):
            return SUBST.sub(lambda m: self.run.text(self.get(m[1])) if m[1] else m[0][0], value)
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if isinstance(value, dict):
            if set(value) == {"var"}:
                return self.get(value["var"])
            return {key: self.value(item) for key, item in value.items()}
        return value

    def number(self, value, whole=False, least=0):
        value = self.value(value)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or whole and value != int(value) \
                or value < least:
            raise TypeError("expected a whole number" if whole else "expected a number")
        return int(value) if whole else value

    def secs(self, value):
        return None if self.value(value) is None else self.number(value)

    def of(self, path, types):
        value = self.get(path)
        if not isinstance(value, types):
            first = types[0] if isinstance(types, tuple) else types
            raise TypeError(f"'{path}' is no {first.__name__.lower()}")
        return value


class Run:
    def __init__(self, plan, run, clock, out, plain=False):
        self.plan, self.spec, self.out, self.plain = plan, run, out, plain
        self.virtual, self.clock = clock == "virtual", clock
        self.shared, self.names, self.made, self.jobs = {}, {}, [], itertools.count(1)
        self.numbers, self.next_name, self.stalls, self.cost, self.closed = \
            itertools.count(1), None, 0, None, False

    def seconds(self):
        us = self.loop.now_us if self.virtual else round((self.loop.time() - self.began) * 1e6)
        return str(us // 10**6) + (f".{us % 10**6:06d}".rstrip("0") if us % 10**6 else "")

    def emit(self, event, **fields):
        if self.plain and event == "print" and not self.closed:
            self.out.write(fields["text"] + "\n")
        if self.plain or self.closed:
            return
        body = json.dumps({"e": event, **fields}, separators=(",", ":"), ensure_ascii=False)
        self.out.write(f'{{"t":{self.seconds()},{body[1:]}\n')

    def current(self):
        task = asyncio.current_task(self.loop)
        return task.get_name() if task else None

    def task_done(self, task, **outcome):
        if task is self.main:
            self.cost = self.seconds()
        self.emit("done", task=task.get_name(), **outcome)

    def error(self, error):
        group = isinstance(error, BaseExceptionGroup)
        message = error.message if group else str(error.args[0]) if error.args else ""
        message = re.sub(r"^TaskGroup <.*?> ", "TaskGroup ", message)
        message = re.sub(r"^(Task cannot await on itself): .*", r"\1", message)
        info = {"error": type(error).__name__, "message": message}
        if group:
            info["errors"] = [self.error(e) for e in error.exceptions]
        return info

    def json(self, value):
        if isinstance(value, BaseException):
            return self.error(value)
        if isinstance(value, asyncio.Task):
            return value.get_name()
        if isinstance(value, list):
            return [self.json(item) for item in value]
        if isinstance(value, dict):
            return {key: self.json(item) for key, item in value.items()}
        if isinstance(value, float) and value.is_integer():
            return int(value)
        return self.names.get(id(value), value)

    def text(self, value):
        error, value = isinstance(value, BaseException), self.json(value)
        if error:
            return value["error"] + (": " + value["message"] if value["message"] else "")
        return value if isinstance(value, str) else \
            json.dumps(value, separators=(",", ":"), ensure_ascii=False)

    # -- coroutines and tasks
    def call(self, call, frame=None):
        name, args = (call, []) if isinstance(call, str) else (call["call"], call.get("args", []))
        coro = self.coroutine(name, [frame.value(a) if frame else a for a in args])
        coro.__name__ = name
        return coro

    async def coroutine(self, name, args):
        body = self.plan["coroutines"][name]
        params, body = ([], body) if isinstance(body, list) else (body.get("params", []), body["body"])
        returned = await self.steps(body, Frame(self, dict(zip(params, args))))
        return returned.value if returned else None

    def factory(self, loop, coro, **kwargs):
        name, self.next_name = self.next_name, None
        number, parent = next(self.numbers), self.current()
        traced = TracedCoroutine(coro, self)
        task = traced.task = TracedTask(traced, loop=loop, name=name or f"Task-{number}", **kwargs)
        task.run = self
        self.made.append(task)
        self.emit("created", task=task.get_name(), coro=coro.__name__, parent=parent)
        return task

    def plain_factory(self, loop, coro, **kwargs):
        task = asyncio.Task(coro, loop=loop, **kwargs)
        self.made.append(task)
        return task

    def create(self, step, frame, create):
        name = frame.value(step["name"]) if "name" in step else None
        coro = self.call(step.get("task", step.get("spawn")), frame)
        self.next_name = name
        try:
            frame.set(step.get("as"), task := create(coro, name=name))
        finally:
            self.next_name = None
        if step.get("into") in {**frame.vars, **self.shared}:
            frame.of(step["into"], list).append(task)
        else:
            frame.set(step.get("into"), [task])

    def item(self, item, frame, many=False):
        if isinstance(item, dict) or item in self.plan["coroutines"]:
            return self.call(item, frame)
        got = frame.get(item)
        if any(not isinstance(g, asyncio.Future) for g in (got if isinstance(got, list) and many else [got])):
            raise TypeError(f"'{item}' is no future")
        return got

    def items(self, items, frame, as_tasks=False):
        out = []
        for item in items:
            got = self.item(item, frame, many=True)
            if asyncio.iscoroutine(got) and as_tasks:
                got = self.loop.create_task(got)
            out += got if isinstance(got, list) else [got]
        return list(dict.fromkeys(out)) if as_tasks else out

    def callback(self, of, steps, frame, **fields):
        def run_callback(*_):
            self.emit("callback", of=of, **fields)
            self.drive(self.steps(steps, frame))
        return run_callback

    @staticmethod
    def drive(coro):
        for _ in coro.__await__():
            raise AssertionError("a callback waited")

    # -- a whole run
    def unfinished(self):
        return [t for t in self.made if isinstance(t, asyncio.Task) and not t.done()]

    def stalled(self):
        self.stalls += 1
        self.emit("stalled", waiting=[task.get_name() for task in self.unfinished()])
        if self.stalls == 1 and not self.main.done():
            self.main.cancel()
        else:
            self.loop.stop()

    def on_error(self, loop, context):
        if "handle" in context:
            info = self.error(context["exception"])
            self.emit("callback_error", type=info.pop("error"), **info)

    def execute(self):
        self.loop = VirtualLoop(self.stalled) if self.virtual else asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        self.began = self.loop.time()
        self.loop.set_exception_handler(self.on_error)
        self.loop.set_task_factory(self.plain_factory if self.plain else self.factory)
        self.main, main = None, self.spec["main"]
        self.emit("run_begin", run=self.spec["name"], main=main if isinstance(main, str) else main["call"])
        try:
            scope = Frame(self, {})
            self.drive(self.steps(self.plan.get("shared", []), scope))
            self.shared.update(scope.vars)
            self.main = self.loop.create_task(self.call(main, scope))
            try:
                value = self.json(self.loop.run_until_complete(self.main))
                outcome = {"outcome": "result", "value": value}
            except asyncio.CancelledError:
                outcome = {"outcome": "cancelled"}
            except BaseException as error:
                info = self.error(error)
                outcome = {"outcome": "exception", "type": info.pop("error"), **info}
                if not self.main.done():
                    outcome = {"outcome": "stalled"}
            left = self.unfinished()
            for task in left:
                task.cancel()
            if left:
                try:
                    self.loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
                except RuntimeError:
                    outcome = {"outcome": "stalled"}
            self.loop.set_task_factory(None)        # as asyncio.run: two passes for each of these
            self.loop.run_until_complete(self.loop.shutdown_asyncgens())
            self.loop.run_until_complete(self.loop.shutdown_default_executor())
            for thing in self.made:
                if isinstance(thing, asyncio.Future) and thing.done() and not thing.cancelled():
                    if thing._log_traceback or thing in left and thing.exception():
                        info = self.error(thing.exception())
                        self.emit("unretrieved", of=self.json(thing), type=info.pop("error"), **info)
            self.emit("run_end", run=self.spec["name"], **outcome,
                      cost=json.loads(self.cost or self.seconds()))
        finally:
            self.closed = True      # a task thrown away now may still run its "finally" steps
            asyncio.set_event_loop(None)
            self.loop.close()

    # -- steps
    async def steps(self, steps, frame):
        for step in steps:
            verb = next(key for key in step if key in VERBS)
            self.label(verb)
            returned = await getattr(self, "do_" + verb)(step[verb], step, frame)
            if returned is not None:
                return returned

    def label(self, verb):
        task = asyncio.current_task(self.loop)
        if isinstance(task, TracedTask):
            task.on = verb

    async def do_print(self, text, step, frame):
        self.emit("print", task=self.current(), text=frame.value(text))

    async def do_set(self, name, step, frame):
        frame.set(name, frame.value(step["value"]))

    async def do_add(self, name, step, frame):
        least = -float("inf")
        frame.set(name, frame.number({"var": name}, least=least) + frame.number(step["value"], least=least))

    async def do_sleep(self, secs, step, frame):
        value = frame.value(step.get("value"))
        frame.set(step.get("as"), await asyncio.sleep(frame.number(secs), value))

    async def do_block(self, secs, step, frame):
        if self.virtual:
            self.loop.now_us += round(frame.number(secs) * 1e6)
        else:
            time.sleep(frame.number(secs))

    async def do_await(self, item, step, frame):
        frame.set(step.get("as"), await self.item(item, frame))

    async def do_task(self, call, step, frame):
        self.create(step, frame, asyncio.create_task)

    async def do_gather(self, items, step, frame):
        results = asyncio.gather(*self.items(items, frame),
                                 return_exceptions=step.get("return_exceptions", False))
        frame.set(step.get("as"), await results)

    async def do_wait(self, items, step, frame):
        things = self.items(items, frame, as_tasks=True)
        done, pending = await WAIT(things, timeout=frame.secs(step.get("timeout")),
                                           return_when=step.get("return_when", "ALL_COMPLETED"))
        frame.set(step.get("as"), {"done": [t for t in things if t in done],
                                   "pending": [t for t in things if t in pending]})

    async def do_wait_for(self, item, step, frame):
        timeout = frame.secs(step["timeout"])
        frame.set(step.get("as"), await asyncio.wait_for(self.item(item, frame), timeout))

    async def do_as_completed(self, items, step, frame):
        things = self.items(items, frame, as_tasks=True)
        for waiter in AS_COMPLETED(things, timeout=frame.secs(step.get("timeout"))):
            self.label("as_completed")
            try:
                value = await waiter
            except Exception as error:
                if not step.get("return_exceptions"):
                    raise
                value = error
            frame.set(step["each"], value)
            returned = await self.steps(step["do"], frame)
            if returned:
                return returned

    async def do_shield(self, item, step, frame):
        frame.set(step.get("as"), await asyncio.shield(self.item(item, frame)))

    async def do_with_timeout(self, secs, step, frame):
        async with asyncio.timeout(frame.secs(secs)) as block:
            frame.timeouts.append(block)
            try:
                return await self.steps(step["do"], frame)
            finally:
                frame.timeouts.pop()

    async def do_reschedule(self, secs, step, frame):
        secs = frame.secs(secs)
        frame.timeouts[-1].reschedule(None if secs is None else self.loop.time() + secs)

    async def do_group(self, steps, step, frame):
        async with OrderedGroup() as group:
            frame.groups.append(group)
            try:
                returned = await self.steps(steps, frame)
            finally:
                frame.groups.pop()
                self.label("group")
        return returned

    async def do_spawn(self, call, step, frame):
        self.create(step, frame, frame.groups[-1].create_task)

    async def do_cancel(self, name, step, frame):
        target = self.item(name, frame, many=True)
        message = frame.value(step["message"]) if "message" in step else None
        many = target if isinstance(target, list) else [target]
        answers = [t.cancel(msg=message) for t in many]
        frame.set(step.get("as"), answers if isinstance(target, list) else answers[0])

    async def do_set_exception(self, name, step, frame):
        frame.of(name, asyncio.Future).set_exception(self.make_error(step["error"], step, frame))

    async def do_done_callback(self, name, step, frame):
        future, do = frame.of(name, asyncio.Future), step["do"]
        future.add_done_callback(self.callback("done_callback", do, frame, target=self.json(future)))

    async def do_call_soon(self, steps, step, frame):
        self.loop.call_soon(self.callback("call_soon", steps, frame))

    async def do_call_later(self, secs, step, frame):
        self.loop.call_later(frame.number(secs), self.callback("call_later", step["do"], frame))

    async def do_executor(self, job, step, frame):
        kind = "sleep" if "sleep" in job else "spin"
        secs, value = frame.number(job[kind]), frame.value(job.get("value"))
        name = f"Job-{next(self.jobs)}"
        self.emit("executor_begin", task=self.current(), job=name)
        if self.virtual:
            future = self.loop.create_future()

            def finish():
                self.emit("executor_end", job=name)
                if not future.done():
                    future.set_result(value)
            self.loop.call_later(secs, finish)
        else:
            def work():
                until = time.monotonic() + secs
                while kind == "spin" and time.monotonic() < until:
                    pass
                time.sleep(max(0, until - time.monotonic()))
                return value
            future = self.loop.run_in_executor(None, work)
            future.add_done_callback(lambda _: self.emit("executor_end", job=name))
        frame.set(step.get("as"), await future)

    async def do_fetch(self, url, step, frame):
        def get(url=frame.value(url)):
            try:
                with urllib.request.urlopen(url, timeout=30) as reply:
                    return json.load(reply)
            except urllib.error.HTTPError as error:
                raise OSError(f"HTTP {error.code}") from None
        if self.virtual:
            raise RuntimeError("fetch needs the real clock")
        frame.set(step.get("as"), await self.loop.run_in_executor(None, get))

    def make_error(self, name, step, frame):
        message = frame.value(step.get("message", ""))
        return ERRORS[name](message) if message else ERRORS[name]()

    async def do_raise(self, what, step, frame):
        raise frame.value(what) if isinstance(what, dict) else self.make_error(what, step, frame)

    async def do_return(self, value, step, frame):
        return Return(frame.value(value))

    async def do_try(self, steps, step, frame):
        try:
            try:
                returned = await self.steps(steps, frame)
            except BaseException as error:
                for clause in step.get("except", []):
                    if isinstance(error, ERRORS[clause["type"]]):
                        frame.set(clause.get("as"), error)
                        return await self.steps(clause["do"], frame)
                raise
            return returned or await self.steps(step.get("else", []), frame)
        finally:
            returned = await self.steps(step.get("finally", []), frame)
            if returned:
                return returned

    async def do_repeat(self, count, step, frame):
        first = frame.number(step.get("from", 0), whole=True, least=-float("inf"))
        for i in range(frame.number(count, whole=True)):
            frame.set(step.get("as"), first + i)
            returned = await self.steps(step["do"], frame)
            if returned:
                return returned

    LOCKS = asyncio.Lock, asyncio.Semaphore, asyncio.Condition

    async def do_with(self, name, step, frame):
        async with frame.of(name, self.LOCKS):
            return await self.steps(step["do"], frame)


def plain_steps():
    """The steps that only make an object, or call one method of one."""
    future, task, event, condition, queue = \
        asyncio.Future, asyncio.Task, asyncio.Event, asyncio.Condition, asyncio.Queue
    makers = {
        "lock": lambda step: asyncio.Lock(),
        "semaphore": lambda step: asyncio.Semaphore(step.get("value", 1)),
        "event": lambda step: event(),
        "condition": lambda step: condition(),
        "queue": lambda step: queue(step.get("maxsize", 0)),
        "future": lambda step: asyncio.get_event_loop().create_future(),
    }
    callers = {
        "uncancel": (task, lambda t, _: t.uncancel()),
        "cancelling": (task, lambda t, _: t.cancelling()),
        "set_result": (future, lambda f, step: f.set_result(step.get("value"))),
        "done": (future, lambda f, _: f.done()),
        "cancelled": (future, lambda f, _: f.cancelled()),
        "result": (future, lambda f, _: f.result()),
        "exception": (future, lambda f, _: f.exception()),
        "acquire": (Run.LOCKS, lambda lock, _: lock.acquire()),
        "release": (Run.LOCKS, lambda lock, _: lock.release()),
        "locked": (Run.LOCKS, lambda lock, _: lock.locked()),
        "event_set": (event, lambda e, _: e.set()),
        "event_clear": (event, lambda e, _: e.clear()),
        "event_wait": (event, lambda e, _: e.wait()),
        "condition_wait": (condition, lambda c, _: c.wait()),
        "notify": (condition, lambda c, step: c.notify(step.get("n", 1))),
        "notify_all": (condition, lambda c, _: c.notify_all()),
        "put": (queue, lambda q, step: q.put(step["value"])),
        "get": (queue, lambda q, _: q.get()),
        "put_nowait": (queue, lambda q, step: q.put_nowait(step["value"])),
        "get_nowait": (queue, lambda q, _: q.get_nowait()),
        "task_done": (queue, lambda q, _: q.task_done()),
        "queue_join": (queue, lambda q, _: q.join()),
        "qsize": (queue, lambda q, _: q.qsize()),
    }

    def arguments(step, frame):
        return {key: frame.value(step[key]) if key == "value" and step.get("semaphore") is None
                else frame.number(step[key], whole=True) for key in ("value", "n", "maxsize") if key in step}

    def maker(make):
        async def do(self, name, step, frame):
            thing = make(arguments(step, frame))
            self.names[id(thing)] = name
            self.made.append(thing)
            frame.set(name, thing)
        return do

    def caller(types, call):
        async def do(self, name, step, frame):
            answer = call(frame.of(name, types), arguments(step, frame))
            if asyncio.iscoroutine(answer):
                answer = await answer
            frame.set(step.get("as"), answer)
        return do

    for verb, make in makers.items():
        setattr(Run, "do_" + verb, maker(make))
    for verb, (types, call) in callers.items():
        setattr(Run, "do_" + verb, caller(types, call))


plain_steps()


# ------------------------------------------------------------------ the command
def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("plan")
    parser.add_argument("--run", help="only this run; otherwise all of them, in order")
    parser.add_argument("--clock", choices=("virtual", "real"), default="virtual")
    parser.add_argument("--log", help="write here instead of standard output")
    parser.add_argument("--plain", action="store_true", help="stock asyncio, only the printed text")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20000)
    try:
        plan = load(options.plan)
        Checker().check(plan)
        runs = [r for r in plan["runs"] if options.run in (None, r["name"])]
        if not runs:
            raise PlanError("$.runs", f"there is no run named '{options.run}'")
    except PlanError as error:
        print(f"{options.plan}: {error}", file=sys.stderr)
        return 2
    out = open(options.log, "w", encoding="utf-8") if options.log else sys.stdout
    for run in runs:
        Run(plan, run, options.clock, out, options.plain).execute()
    out.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
