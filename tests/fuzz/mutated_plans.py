#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Plans with mistakes: what the reference's checker accepts the program accepts, and nothing else.

mutated_plans.py PLAN_LOGS [--seed N] [--count N] [--keep FOLDER]

Each plan is one of the conformance plans after one to three random changes.
"""

import copy
import json
import random
import sys
import tempfile

import fuzzing
from plancheck import VERBS, Checker, PlanError

KEYS = [*VERBS, *"as into each value do timeout return_when return_exceptions message name error except else finally "
        "from n maxsize note params body var call args type spin $schema junk".split()]
VALUES = [1, 0, -1, 2.5, "x", "main", "a", "self", "r.0", "{x}", "{self}", None, True, False, [], {}, {"var": "x"},
          {"var": "self"}, {"var": 5}, {"call": "main"}, {"call": "main", "args": [1]}, "ValueError",
          "ExceptionGroup", "FIRST_COMPLETED", [["x"]], {"sleep": 1}, {"sleep": 1, "spin": 2}, [{"print": "h"}],
          [{"sleep": 1}], "1x", "x.", "é", {"type": "KeyError", "do": []}]


def places(node):
    """(container, key) of everything below node."""
    children = enumerate(node) if isinstance(node, list) else node.items() if isinstance(node, dict) else ()
    for key, child in list(children):
        yield node, key
        yield from places(child)


def mutate(plan, rng):
    container, key = rng.choice(list(places(plan)))
    kind = rng.randrange(5)
    if kind == 0:
        container[key] = copy.deepcopy(rng.choice(VALUES))
    elif kind == 1:
        del container[key]
    elif kind == 2 and isinstance(container, dict):
        container[rng.choice(KEYS)] = container.pop(key)
    elif kind == 3 and isinstance(container, dict):
        container[rng.choice(KEYS)] = copy.deepcopy(rng.choice(VALUES))
    else:
        other, other_key = rng.choice(list(places(plan)))
        container[key] = copy.deepcopy(other[other_key])


def accepted(plan):
    try:
        Checker().check(json.loads(json.dumps(plan)))
        return True
    except PlanError:
        return False


def main():
    options = fuzzing.arguments(__doc__)
    rng = random.Random(options.seed)
    originals = [json.loads(path.read_text(encoding="utf-8"))
                 for path in sorted((fuzzing.CONFORMANCE / "plans").glob("*.json"))]
    plans = []
    for _ in range(options.count):
        plan = copy.deepcopy(rng.choice(originals))
        for _ in range(rng.choice((1, 1, 1, 2, 3))):
            mutate(plan, rng)
        plans.append(plan)
    with tempfile.TemporaryDirectory() as folder:
        logs = fuzzing.run_program(options.plan_logs, plans, folder, "--check")
    wrong = [number for number, plan in enumerate(plans) if accepted(plan) != (logs[number] is not None)]
    for number in wrong:
        fuzzing.keep(options, number, plans[number])
    good = sum(log is not None for log in logs)
    print(f"{len(plans)} plans, {good} of them good; judged otherwise than the reference: {wrong or 'none'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
