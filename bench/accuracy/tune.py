#!/usr/bin/env -S python3 -B
"""Other values for the matcher's thresholds (diff/thresholds.h), each measured.

Builds cvdiff with one threshold changed at a time, in a build directory of its own, and measures
every build on the development seeds and on the stories. Without names it goes through the whole
table; NAME=VALUE,VALUE measures those values. The held-out seeds are never looked at here.
"""

import argparse
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TABLE = ROOT / "diff" / "thresholds.h"
FACTORS = (0.7, 0.85, 1, 1.15, 1.3)
SCORES = re.compile(r"^(single edits|mixtures of \d+)\s+\d+\s+\S+\s+\S+\s+(\S+)\s+\S+\s+(\S+)", re.M)


def read_table():
    """{name: value as written}"""
    return dict(re.findall(r"^#define (\w+) ([\d.]+F?)$", TABLE.read_text(encoding="utf-8"), re.M))


def other_values(written):
    number = float(written.rstrip("F"))
    if "." in written:
        return [f"{number * factor:.3g}" for factor in FACTORS]
    return [str(value) for value in range(max(1, int(number) - 2), int(number) + 3)]


def build(folder, name=None, value=None):
    """cvdiff with that threshold; with the table's own values without a name."""
    option = f"-Dthresholds=-D{name}={value}" if name else "-Dthresholds="
    if not (folder / "build.ninja").exists():
        subprocess.run(["meson", "setup", folder, "--buildtype=release", "-Dtests=false"], cwd=ROOT,
                       check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["meson", "configure", folder, option], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["ninja", "-C", folder], check=True, stdout=subprocess.DEVNULL)
    return folder / "cvdiff"


def measure(cvdiff, pairs, seeds):
    """F1 of single edits and mixtures, their noise, and how many stories are told as expected."""
    command = [HERE / "accuracy.py", cvdiff, f"--pairs={pairs}"] + [f"--seed={seed}" for seed in seeds]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    stories = subprocess.run([ROOT / "tests" / "stories" / "run.py", cvdiff], capture_output=True,
                             text=True, check=False)
    told = re.search(r"^(\d+) of \d+ stories", stories.stdout, re.M)
    return ([text for _, f1, noise in SCORES.findall(done.stdout) for text in (f1, noise)]
            + [told[1] if told else "?"])


def parse_arguments(table):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME[=VALUE,…]")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build-tune")
    parser.add_argument("--pairs", type=int, default=10, help="of each kind of edit; the default is 10")
    parser.add_argument("--seed", type=int, action="append", help="repeatable; the default is 1")
    arguments = parser.parse_args()
    rows = []
    for word in arguments.names or table:
        name, _, values = word.partition("=")
        if name not in table:
            parser.error(f"no threshold {name} in {TABLE.name}")
        rows.append((name, values.split(",") if values else other_values(table[name])))
    return arguments, rows


def main():
    table = read_table()
    arguments, rows = parse_arguments(table)
    print(f"{'':<26} {'value':>7}  single noise  of 3  noise  of 6  noise  of 12 noise  stories")
    for name, values in rows:
        for value in values:
            scores = measure(build(arguments.build.resolve(), name, value), arguments.pairs,
                             arguments.seed or [1])
            now = float(value) == float(table[name].rstrip("F"))
            print(f"{name:<26} {value:>7}  {'  '.join(scores)}{'  now' if now else ''}")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
