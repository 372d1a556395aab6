# SPDX-License-Identifier: MIT
"""The plan language as a table, and the check of a plan against it (see core/plan/PLAN.md)."""
import asyncio
import json
import re

# ------------------------------------------------------------------ the language, as a table
# verb | kind of its value | options (name=kind, * required) | ! only inside a task
LANGUAGE = """
print          | text   |
set            | var    | value*=value
add            | var    | value*=number
sleep          | secs   | value=value as=var                                      | !
block          | secs   |
await          | item   | as=var                                                  | !
task           | call   | as=var into=var name=text
gather         | items  | return_exceptions=bool as=var                           | !
wait           | items  | timeout=secs? return_when=when as=var                   | !
wait_for       | item   | timeout*=secs? as=var                                   | !
as_completed   | items  | timeout=secs? return_exceptions=bool each*=var do*=steps | !
shield         | item   | as=var                                                  | !
with_timeout   | secs?  | do*=steps                                               | !
reschedule     | secs?  |                                                         | !
group          | steps  |                                                         | !
spawn          | call   | as=var into=var name=text                               | !
cancel         | name   | message=text as=var
uncancel       | name   | as=var
cancelling     | name   | as*=var
future         | var    |
set_result     | name   | value=value
set_exception  | name   | error*=error message=text
done_callback  | name   | do*=sync
call_soon      | sync   |
call_later     | secs   | do*=sync
done           | name   | as*=var
cancelled      | name   | as*=var
result         | name   | as=var
exception      | name   | as=var
executor       | job    | as=var                                                  | !
fetch          | text   | as=var                                                  | !
raise          | raised | message=text
return         | value  |                                                         | !
try            | steps  | except=clauses else=steps finally=steps
repeat         | count  | from=number as=var do*=steps
lock           | var    |
semaphore      | var    | value=number
event          | var    |
condition      | var    |
queue          | var    | maxsize=number
with           | name   | do*=steps                                               | !
acquire        | name   |                                                         | !
release        | name   |
locked         | name   | as*=var
event_set      | name   |
event_clear    | name   |
event_wait     | name   |                                                         | !
condition_wait | name   |                                                         | !
notify         | name   | n=number
notify_all     | name   |
put            | name   | value*=value                                            | !
get            | name   | as=var                                                  | !
put_nowait     | name   | value*=value
get_nowait     | name   | as=var
task_done      | name   |
queue_join     | name   |                                                         | !
qsize          | name   | as*=var
"""
VERBS = {}
for _line in LANGUAGE.strip().splitlines():
    _verb, _kind, _options, *_flag = [part.strip() for part in _line.split("|")]
    _pairs = [o.split("=") for o in _options.split()]
    VERBS[_verb] = (_kind, {n.rstrip("*"): k for n, k in _pairs},
                    [n[:-1] for n, _ in _pairs if n.endswith("*")], bool(_flag))

SHARED_VERBS = ("set", "lock", "semaphore", "event", "condition", "queue", "future")
ERRORS = {e.__name__: e for e in (
    BaseException, Exception, asyncio.CancelledError, ExceptionGroup, ArithmeticError,
    ZeroDivisionError, AssertionError, LookupError, IndexError, KeyError, NameError, OSError,
    ConnectionError, TimeoutError, RuntimeError, TypeError, ValueError,
    asyncio.InvalidStateError, asyncio.QueueEmpty, asyncio.QueueFull)}
IDENT = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
PATH = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)*\Z")
SUBST = re.compile(r"\{\{|\}\}|\{([A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*)\}")


class PlanError(Exception):
    def __init__(self, path, message):
        super().__init__(f"{path}: {message}")


# ------------------------------------------------------------------ checking a plan
class Checker:
    """Raises PlanError, naming the JSON path, unless the plan is well formed."""

    def check(self, plan):
        self.keys("$", plan, {"$schema", "plan", "title", "about", "shared", "coroutines", "runs"},
                  {"plan", "coroutines", "runs"})
        if plan["plan"] != 1 or isinstance(plan["plan"], bool):
            raise PlanError("$.plan", "the plan version must be 1")
        for key in ("title", "about"):
            self.string(f"$.{key}", plan.get(key, ""))
        self.coroutines, self.params = {}, {}
        if not isinstance(plan["coroutines"], dict) or not plan["coroutines"]:
            raise PlanError("$.coroutines", "expected an object with at least one coroutine")
        for name, body in plan["coroutines"].items():
            path = f"$.coroutines.{name}"
            if not IDENT.match(name) or name == "self":
                raise PlanError(path, "a coroutine's name is a letter or _, then letters, digits, _")
            params = []
            if isinstance(body, dict):
                self.keys(path, body, {"params", "body", "note"}, {"body"})
                params, body, path = body.get("params", []), body["body"], path + ".body"
                if not isinstance(params, list):
                    raise PlanError(f"$.coroutines.{name}.params", "expected a list of names")
                for i, param in enumerate(params):
                    self.k_var(f"$.coroutines.{name}.params[{i}]", param)
            self.coroutines[name], self.params[name] = (path, body), params
        self.shared, self.local = set(), set()
        shared = plan.get("shared", [])
        self.collect(shared, self.shared)
        self.clash("$.shared", self.shared)
        self.sync = True
        self.steps("$.shared", shared, only=SHARED_VERBS)
        for name, (path, body) in self.coroutines.items():
            for i, param in enumerate(self.params[name]):
                if param in self.shared:
                    raise PlanError(f"$.coroutines.{name}.params[{i}]", f"'{param}' is a shared variable already")
            self.local = set(self.params[name])
            self.collect(body, self.local)
            self.clash(path, self.local)
            self.sync, self.groups, self.timeouts = False, 0, 0
            self.steps(path, body)
        self.local, names = set(), set()
        if not isinstance(plan["runs"], list) or not plan["runs"]:
            raise PlanError("$.runs", "expected a list with at least one run")
        for i, run in enumerate(plan["runs"]):
            path = f"$.runs[{i}]"
            self.keys(path, run, {"name", "main", "note"}, {"name", "main"})
            if not isinstance(run["name"], str) or not re.match(r"[A-Za-z0-9_-]+\Z", run["name"]):
                raise PlanError(path + ".name", "expected letters, digits, _ and -")
            if run["name"] in names:
                raise PlanError(path + ".name", f"there are two runs named '{run['name']}'")
            names.add(run["name"])
            self.k_call(path + ".main", run["main"])

    def clash(self, path, names):
        for name in sorted(names):
            if name in self.coroutines:
                raise PlanError(path, f"'{name}' is both a coroutine and a variable")

    def collect(self, node, into):
        """Every variable assigned anywhere below node."""
        if isinstance(node, list):
            for child in node:
                self.collect(child, into)
        elif isinstance(node, dict):
            for key, child in node.items():
                kind = VERBS[key][0] if key in VERBS else None
                if isinstance(child, str) and (key in ("as", "into", "each") or kind == "var"):
                    into.add(child)
                elif kind != "value" and key not in ("value", "args"):
                    self.collect(child, into)

    def keys(self, path, obj, allowed, required):
        if not isinstance(obj, dict):
            raise PlanError(path, "expected an object")
        for key in obj:
            if key not in allowed:
                raise PlanError(f"{path}.{key}", "unknown key")
        for key in sorted(required):
            if key not in obj:
                raise PlanError(path, f"'{key}' is missing")

    def string(self, path, value):
        if not isinstance(value, str):
            raise PlanError(path, "expected a string")

    def steps(self, path, steps, only=None):
        if not isinstance(steps, list):
            raise PlanError(path, "expected a list of steps")
        for i, step in enumerate(steps):
            here = f"{path}[{i}]"
            if not isinstance(step, dict):
                raise PlanError(here, "a step is an object")
            verbs = [key for key in step if key in VERBS]
            if len(verbs) != 1:
                raise PlanError(here, "a step has exactly one verb; this one has "
                                + (", ".join(sorted(verbs)) or "none of them"))
            verb = verbs[0]
            kind, options, required, tasks_only = VERBS[verb]
            if only and verb not in only:
                raise PlanError(here, f"'{verb}' is not allowed in \"shared\"")
            if tasks_only and self.sync:
                raise PlanError(here, f"'{verb}' is not allowed in a callback")
            self.keys(here, step, {verb, "note", *options}, required)
            if verb == "spawn" and not self.groups:
                raise PlanError(here, "'spawn' outside a 'group'")
            if verb == "reschedule" and not self.timeouts:
                raise PlanError(here, "'reschedule' outside a 'with_timeout'")
            self.groups += verb == "group" and not self.sync
            self.timeouts += verb == "with_timeout"
            self.kind(f"{here}.{verb}", kind, step[verb])
            for name, option in options.items():
                if name in step:
                    self.kind(f"{here}.{name}", option, step[name])
            self.groups -= verb == "group" and not self.sync
            self.timeouts -= verb == "with_timeout"

    groups = timeouts = 0

    def kind(self, path, kind, value):
        if kind.endswith("?"):
            if value is not None:
                getattr(self, "k_" + kind[:-1])(path, value)
        else:
            getattr(self, "k_" + kind)(path, value)

    def k_steps(self, path, value):
        self.steps(path, value)

    def k_sync(self, path, value):
        before, self.sync = self.sync, True
        self.steps(path, value)
        self.sync = before

    def k_value(self, path, value):
        if isinstance(value, str):
            for match in SUBST.finditer(value):
                if match[1]:
                    self.known(path, match[1])
        elif isinstance(value, list):
            for i, item in enumerate(value):
                self.k_value(f"{path}[{i}]", item)
        elif isinstance(value, dict):
            if set(value) == {"var"}:
                return self.k_name(path + ".var", value["var"])
            for key, item in value.items():
                self.k_value(f"{path}.{key}", item)

    def k_text(self, path, value):
        self.string(path, value)
        self.k_value(path, value)

    def number(self, path, value, what):
        if isinstance(value, dict) and set(value) == {"var"}:
            return self.k_value(path, value)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise PlanError(path, f"expected {what} or {{\"var\": NAME}}")
        if what != "a number" and value < 0:
            raise PlanError(path, f"expected {what}, not a negative number")

    def k_number(self, path, value):
        self.number(path, value, "a number")

    def k_secs(self, path, value):
        self.number(path, value, "a number of seconds")

    def k_count(self, path, value):
        self.number(path, value, "a count")

    def k_bool(self, path, value):
        if not isinstance(value, bool):
            raise PlanError(path, "expected true or false")

    def k_var(self, path, value):
        if not isinstance(value, str) or not IDENT.match(value) or value == "self":
            raise PlanError(path, "a variable's name is a letter or _, then letters, digits, _")

    def known(self, path, name):
        base = name.split(".")[0]
        if base != "self" and base not in self.local and base not in self.shared:
            raise PlanError(path, f"nothing here sets the variable '{base}'")

    def k_name(self, path, value):
        if not isinstance(value, str) or not PATH.match(value):
            raise PlanError(path, "expected a variable's name")
        self.known(path, value)

    def k_call(self, path, value):
        name, args = value, []
        if isinstance(value, dict):
            self.keys(path, value, {"call", "args"}, {"call"})
            name, args = value["call"], value.get("args", [])
            if not isinstance(args, list):
                raise PlanError(path + ".args", "expected a list")
            for i, arg in enumerate(args):
                self.k_value(f"{path}.args[{i}]", arg)
        if not isinstance(name, str) or name not in self.coroutines:
            raise PlanError(path, f"there is no coroutine {json.dumps(name)}")
        if len(args) != len(self.params[name]):
            raise PlanError(path, f"'{name}' takes {len(self.params[name])} arguments, not {len(args)}")

    def k_item(self, path, value):
        if isinstance(value, str) and value not in self.coroutines:
            if not PATH.match(value):
                raise PlanError(path, "expected a coroutine or a variable")
            self.known(path, value)
        else:
            self.k_call(path, value)

    def k_items(self, path, value):
        if not isinstance(value, list):
            raise PlanError(path, "expected a list")
        for i, item in enumerate(value):
            self.k_item(f"{path}[{i}]", item)

    def k_when(self, path, value):
        if value not in ("ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION"):
            raise PlanError(path, "expected ALL_COMPLETED, FIRST_COMPLETED or FIRST_EXCEPTION")

    def k_error(self, path, value):
        if not isinstance(value, str) or value not in ERRORS or "Group" in value:
            raise PlanError(path, f"{json.dumps(value)} is not an error a plan can raise")

    def k_raised(self, path, value):
        if isinstance(value, dict):
            self.keys(path, value, {"var"}, {"var"})
            self.k_value(path, value)
        else:
            self.k_error(path, value)

    def k_job(self, path, value):
        self.keys(path, value, {"sleep", "spin", "value"}, ())
        if len({"sleep", "spin"} & set(value)) != 1:
            raise PlanError(path, "expected one of 'sleep' and 'spin'")
        self.k_secs(path, value.get("sleep", value.get("spin")))
        self.k_value(path + ".value", value.get("value"))

    def k_clauses(self, path, value):
        if not isinstance(value, list):
            raise PlanError(path, "expected a list")
        for i, clause in enumerate(value):
            here = f"{path}[{i}]"
            self.keys(here, clause, {"type", "as", "do", "note"}, {"type", "do"})
            if not isinstance(clause["type"], str) or clause["type"] not in ERRORS:
                raise PlanError(here + ".type", f"unknown error {json.dumps(clause['type'])}")
            if "as" in clause:
                self.k_var(here + ".as", clause["as"])
            self.steps(here + ".do", clause["do"])


# ------------------------------------------------------------------ reading a plan
def load(path):
    def number(text):
        value = float(text)
        return int(value) if value.is_integer() else value

    def constant(text):
        raise PlanError("$", f"{text} is not JSON")

    def no_twins(pairs):
        if len(dict(pairs)) != len(pairs):
            raise PlanError("$", "the same key twice in one object: " + pairs[0][0])
        return dict(pairs)

    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file, parse_float=number, parse_constant=constant, object_pairs_hook=no_twins)
    except OSError as error:
        raise PlanError("$", error.strerror) from None
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise PlanError("$", f"not JSON: {error}") from None
