# SPDX-License-Identifier: MIT
"""Makes good plans at random: any verb, tasks that cancel and await each other, callbacks that meddle."""

SHARED = [{"set": name, "value": None} for name in ("t0", "t1", "t2")] + [
    {"set": "l", "value": []}, {"future": "f0"}, {"future": "f1"}, {"lock": "lk"}, {"condition": "cd"},
    {"event": "ev"}, {"queue": "q0"}, {"queue": "q1", "maxsize": 1}]
LOCALS = [{"set": "n", "value": 1}, {"set": "e", "value": 0}, {"set": "r", "value": None}]
ERRORS = "ValueError KeyError RuntimeError CancelledError BaseException OSError TimeoutError".split()
CAUGHT = "BaseException Exception CancelledError LookupError TypeError".split()
FUTURES = "t0 t1 t2 f0 f1 t0 t1 l".split()
TASKS = "t0 t1 t2 self l.0 l.1".split()
LOCKS = "lk sm cd".split()

# verb: (weight, needs a task, holds steps)
VERBS = {
    "print": (4, 0, 0), "set": (1, 0, 0), "add": (1, 0, 0), "block": (1, 0, 0), "sleep": (6, 1, 0),
    "await": (3, 1, 0), "task": (5, 0, 0), "gather": (3, 1, 0), "wait": (2, 1, 0), "wait_for": (2, 1, 0),
    "shield": (2, 1, 0), "as_completed": (2, 1, 1), "with_timeout": (3, 1, 1), "reschedule": (1, 1, 0),
    "group": (3, 1, 1), "spawn": (6, 1, 0), "cancel": (4, 0, 0), "uncancel": (1, 0, 0), "cancelling": (1, 0, 0),
    "set_result": (1, 0, 0), "set_exception": (1, 0, 0), "done_callback": (1, 0, 0), "call_soon": (1, 0, 0),
    "call_later": (1, 0, 0), "done": (1, 0, 0), "cancelled": (1, 0, 0), "result": (1, 0, 0), "exception": (1, 0, 0),
    "executor": (1, 1, 0), "raise": (1, 0, 0), "return": (1, 1, 0), "try": (8, 0, 1), "repeat": (2, 0, 1),
    "with": (3, 1, 1), "acquire": (1, 1, 0), "release": (1, 0, 0), "locked": (1, 0, 0), "event_set": (1, 0, 0),
    "event_clear": (1, 0, 0), "event_wait": (1, 1, 0), "condition_wait": (1, 1, 0), "notify": (1, 0, 0),
    "notify_all": (1, 0, 0), "put": (2, 1, 0), "get": (2, 1, 0), "put_nowait": (1, 0, 0), "get_nowait": (1, 0, 0),
    "task_done": (1, 0, 0), "queue_join": (1, 1, 0), "qsize": (1, 0, 0)}


class PlanMaker:
    def __init__(self, rng, without=()):
        self.rng, self.without = rng, without
        self.callable, self.groups, self.timeouts = [], 0, 0

    def plan(self):
        coroutines = {"z": [{"sleep": self.rng.choice((0, 1, 0.5))}]}
        for name in ("d", "c", "b", "a"):
            body = LOCALS + self.steps(2, True, self.rng.randrange(1, 5))
            coroutines[name] = {"params": ["given"], "body": body} if name == "d" else body
            self.callable.append(name)      # each calls only those before it, so that every plan ends
        begin = [{"task": self.call(), "as": "t0"}, {"task": self.call(), "as": "t1"},
                 {"task": self.call(), "as": "t2", "into": "l"}]
        coroutines["main"] = begin + LOCALS + self.steps(2, True, self.rng.randrange(1, 8))
        shared = SHARED + [{"semaphore": "sm", "value": self.rng.randrange(3)}]
        return {"plan": 1, "shared": shared, "coroutines": coroutines, "runs": [{"name": "main", "main": "main"}]}

    def steps(self, depth, in_task, count=None):
        return [self.step(depth, in_task) for _ in range(count or self.rng.randrange(1, 4))]

    def step(self, depth, in_task):
        def possible(verb):
            _, needs_task, holds_steps = VERBS[verb]
            return not (needs_task and not in_task or holds_steps and depth <= 0 or verb in self.without
                        or verb == "spawn" and not self.groups or verb == "reschedule" and not self.timeouts)
        verbs = [verb for verb in VERBS if possible(verb)]
        verb = self.rng.choices(verbs, [VERBS[verb][0] for verb in verbs])[0]
        make = getattr(self, "make_" + verb, None)
        return make(depth, in_task) if make else self.make_simple(verb)

    # -- parts
    def one(self, *choices):
        return self.rng.choice(choices)

    def chance(self, probability):
        return self.rng.random() < probability

    def maybe(self, step, probability=0.7, **options):
        return {**step, **options} if self.chance(probability) else step

    def seconds(self):
        return self.one(0, 0, 0, 1, 1, 2, 0.5, 0.000001, 3, 1e-7, 0.1, 0.2, 0.3)

    def value(self):
        kind = self.rng.randrange(9)
        if kind == 0:
            return self.one(None, True, 1, 2.5, -3, "x", "{n} {self}")
        if kind == 1:
            return [self.value() for _ in range(self.rng.randrange(3))]
        if kind == 2:
            return {"k": self.value()}
        return {"var": self.one("n", "self", "t0", "f0", "l", "e", "r")} if kind == 3 else self.one(0, 1, "y", 7)

    def call(self):
        name = self.rng.choice(self.callable + ["z"])
        return {"call": "d", "args": [self.value()]} if name == "d" else name

    def item(self):
        return self.call() if self.chance(0.5) else self.rng.choice(FUTURES)

    def items(self, least=0):
        return [self.item() for _ in range(self.rng.randrange(least, 4))]

    def message(self):
        return self.one("", "m", "{n}", "why")

    # -- steps
    def make_simple(self, verb):
        of = {"uncancel": TASKS, "cancelling": TASKS, "acquire": LOCKS, "release": LOCKS, "locked": LOCKS,
              "event_set": ["ev"], "event_clear": ["ev"], "event_wait": ["ev"], "condition_wait": ["cd"],
              "notify_all": ["cd"]}
        queue_verb = verb in ("put", "get", "put_nowait", "get_nowait", "task_done", "queue_join", "qsize")
        step = {verb: self.rng.choice(["q0", "q1"] if queue_verb else of.get(verb, FUTURES))}
        if verb in ("put", "put_nowait", "set_result"):
            step["value"] = self.value()
        if verb in ("done", "cancelled", "cancelling", "locked", "qsize"):
            step["as"] = "r"
        if verb in ("get", "get_nowait", "result", "exception", "uncancel"):
            step = self.maybe(step, **{"as": "r"})
        return step

    def make_print(self, *_):
        return {"print": self.one("p {n}", "{self}", "{r}", "{e}", "{l}", "x")}

    def make_set(self, *_):
        return {"set": self.one("n", "r", "e"), "value": self.value()}

    def make_add(self, *_):
        return {"add": "n", "value": self.one(1, 2, 0.5)}

    def make_block(self, *_):
        return {"block": self.one(0, 0.5, 1)}

    def make_sleep(self, *_):
        return self.maybe({"sleep": self.seconds()}, 0.2, value=self.value(), **{"as": "r"})

    def make_await(self, *_):
        return self.maybe({"await": self.item()}, **{"as": "r"})

    def make_shield(self, *_):
        return self.maybe({"shield": self.item()}, **{"as": "r"})

    def make_task(self, *_, verb="task"):
        step = self.maybe({verb: self.call()}, 0.8, **{"as": self.one("t0", "t1", "t2")})
        return self.maybe(self.maybe(step, 0.3, into="l"), 0.1, name=self.one("bob", "n{n}"))

    def make_spawn(self, *_):
        return self.make_task(verb="spawn")

    def make_gather(self, *_):
        step = self.maybe({"gather": self.items()}, **{"as": "r"})
        return self.maybe(step, 0.5, return_exceptions=self.chance(0.7))

    def make_wait(self, *_):
        step = self.maybe({"wait": self.items(1)}, 0.5, timeout=self.one(0, 1, 0.5, None, 2))
        when = self.one("ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION")
        return self.maybe(self.maybe(step, 0.6, return_when=when), **{"as": "r"})

    def make_wait_for(self, *_):
        return self.maybe({"wait_for": self.item(), "timeout": self.one(0, 1, 0.5, None, 2)}, **{"as": "r"})

    def make_as_completed(self, depth, in_task):
        step = {"as_completed": self.items(), "each": "r", "do": self.steps(depth - 1, in_task, 1)}
        step = self.maybe(step, 0.5, timeout=self.one(0, 1, 0.5, None, 2))
        return self.maybe(step, 0.5, return_exceptions=self.chance(0.7))

    def make_with_timeout(self, depth, in_task):
        self.timeouts += 1
        step = {"with_timeout": self.one(0, 1, 0.5, None, 2), "do": self.steps(depth - 1, in_task)}
        self.timeouts -= 1
        return step

    def make_reschedule(self, *_):
        return {"reschedule": self.one(0, 1, None, 3)}

    def make_group(self, depth, in_task):
        self.groups += 1
        step = {"group": self.steps(depth - 1, in_task)}
        self.groups -= 1
        return step

    def make_cancel(self, *_):
        step = self.maybe({"cancel": self.rng.choice(FUTURES + ["self"])}, 0.5, message=self.message())
        return self.maybe(step, **{"as": "r"})

    def make_set_exception(self, *_):
        step = {"set_exception": self.rng.choice(FUTURES), "error": self.rng.choice(ERRORS)}
        return self.maybe(step, 0.5, message=self.message())

    def make_done_callback(self, depth, _):
        return {"done_callback": self.rng.choice(FUTURES), "do": self.steps(depth - 1, False, 1)}

    def make_call_soon(self, depth, _):
        return {"call_soon": self.steps(depth - 1, False, 1)}

    def make_call_later(self, depth, _):
        return {"call_later": self.seconds(), "do": self.steps(depth - 1, False, 1)}

    def make_executor(self, *_):
        return self.maybe({"executor": {self.one("sleep", "spin"): self.seconds(), "value": self.value()}},
                          **{"as": "r"})

    def make_raise(self, *_):
        if self.chance(0.3):
            return {"raise": {"var": "e"}}
        return self.maybe({"raise": self.rng.choice(ERRORS)}, 0.5, message=self.message())

    def make_return(self, *_):
        return {"return": self.value()}

    def make_notify(self, *_):
        return {"notify": "cd", "n": self.rng.randrange(3)}

    def make_repeat(self, depth, in_task):
        return {"repeat": self.rng.randrange(3), "do": self.steps(depth - 1, in_task)}

    def make_with(self, depth, in_task):
        return {"with": self.rng.choice(LOCKS), "do": self.steps(depth - 1, in_task)}

    def make_try(self, depth, in_task):
        clauses = [{"type": self.rng.choice(CAUGHT), "as": "e", "do": self.steps(depth - 1, in_task, 1)}
                   for _ in range(self.rng.randrange(1, 3))]
        step = {"try": self.steps(depth - 1, in_task), "except": clauses}
        step = self.maybe(step, 0.3, **{"else": self.steps(depth - 1, in_task, 1)})
        return self.maybe(step, 0.3, **{"finally": self.steps(depth - 1, in_task, 1)})
