#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Switching tasks, here and elsewhere, turn about in one go.

    tests/bench/switching.py BUILD-FOLDER [--rounds N] [--works WORK,...] [--peers PEER,...] [--json FILE]

Prints, for each work, every program's median and our ratio to it. Peers that are not installed are named and left out:
Debian has them as python3-uvloop, python3-trio, python3-gevent, nodejs, golang-go and libboost-dev.
"""
import argparse
import json
import pathlib
import shutil
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent / "switching"
WORKS = ["yield1", "yield1000", "yield1000_recorded", "gather", "await", "chain", "sleepers", "bytes", "overshoot"]
LESS_IS_BETTER = ("bytes_", "sleep_", "precise_")


def debian_python():
    """The interpreter that Debian's modules belong to, where there is another one as well."""
    return "/usr/bin/python3" if pathlib.Path("/usr/bin/python3").exists() else sys.executable


def programs(build):
    bench = build / "tests" / "bench"
    found = {"Loopscope": [str(bench / "bench_ours")], "QCoro": [str(bench / "bench_plain_qcoro")],
             "raw": [str(bench / "bench_raw_coroutines")]}
    missing = []
    if (bench / "bench_boost_asio").exists():
        found["Boost.Asio"] = [str(bench / "bench_boost_asio")]
    else:
        missing.append("Boost.Asio")
    if shutil.which("node"):
        found["Node"] = ["node", str(HERE / "peers.js")]
    else:
        missing.append("Node")
    if shutil.which("go"):
        binary = bench / "bench_peers_go"
        subprocess.run(["go", "build", "-o", str(binary), str(HERE / "peers.go")], check=True)
        found["Go"] = [str(binary)]
    else:
        missing.append("Go")
    python = debian_python()
    for module in ("asyncio", "uvloop", "trio", "gevent"):
        if subprocess.run([python, "-c", f"import {module}"], capture_output=True).returncode == 0:
            found[module] = [python, str(HERE / "peers.py"), module]
        else:
            missing.append(module)
    if missing:
        print("not installed, left out:", ", ".join(missing))
    return found


def measure(command, work, figures):
    run = subprocess.run([*command, work], capture_output=True, text=True)
    if run.returncode:
        print(f"{' '.join(command)} {work}: failed\n{run.stderr}", file=sys.stderr)
        return
    for line in run.stdout.splitlines():
        name, value = line.split()
        figures.setdefault(name, []).append(float(value))


def table(results):
    names = []
    for figures in results.values():
        names += [name for name in figures if name not in names]
    for name in names:
        ours = results["Loopscope"].get(name) or results["Loopscope"].get(name.replace("_microtask", ""))
        print(f"\n{name}")
        for peer, figures in results.items():
            if name not in figures:
                continue
            middle = statistics.median(figures[name])
            line = f"  {peer:11s} {middle:15,.0f}  ({min(figures[name]):,.0f} to {max(figures[name]):,.0f})"
            if ours and peer != "Loopscope":
                ratio = statistics.median(ours) / middle if middle else 0
                line += f"   ours is {ratio:.2f} x"
            print(line)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--works", type=lambda text: text.split(","), default=WORKS)
    parser.add_argument("--peers", type=lambda text: text.split(","))
    parser.add_argument("--json", type=pathlib.Path)
    arguments = parser.parse_args()
    commands = programs(arguments.build.resolve())
    if arguments.peers:
        commands = {name: command for name, command in commands.items()
                    if name in arguments.peers or name == "Loopscope"}
    results = {name: {} for name in commands}
    for _ in range(arguments.rounds):
        for work in arguments.works:
            for name, command in commands.items():
                measure(command, work, results[name])
    table(results)
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
