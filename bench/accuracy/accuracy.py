#!/usr/bin/env -S python3 -B
"""How truly cvdiff tells what changed: invented résumés, edits whose truth is known, and a score.

Prints precision, recall and F1 of change records and the noise (words marked as changed over words
that truly changed) by kind of edit and by size of mixture, beside git --word-diff, dwdiff and
lowdown-diff on the same pairs. README.md says what the rules are.
"""

import argparse
import multiprocessing
import os
import pathlib
import sys
import tempfile

import generate
import peers
import report
from pairs import EDITS
from render import DIALECTS

MIXTURES = (3, 6, 12)
DEVELOPMENT = [1]
HELD_OUT = [9101, 9102, 9103]  # never looked at while a threshold is chosen


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cvdiff", type=pathlib.Path)
    parser.add_argument("--seed", type=int, action="append", help="repeatable; the default is 1")
    parser.add_argument("--held-out", action="store_true", help=f"the seeds {HELD_OUT}")
    parser.add_argument("--pairs", type=int, default=20, help="of each kind of edit, and a fifth of each"
                        " mixture's; the default is 20")
    parser.add_argument("--kinds", default="", metavar="WORD,…",
                        help="only kinds of edit (or families of them) with such a word in their names;"
                        " mixtures are made of them too")
    parser.add_argument("--without", default="", metavar="WORD,…", help="not these, likewise")
    parser.add_argument("--mixture", type=int, action="append", metavar="N",
                        help="only mixtures of N edits; 1 are the single edits; repeatable")
    parser.add_argument("--dialects", default="", metavar="WORD,…")
    parser.add_argument("--languages", default="", metavar="CODE,…")
    parser.add_argument("--failures", type=int, default=0, metavar="N",
                        help="print the first N pairs that are told wrongly")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print the first N pairs")
    parser.add_argument("--keep", type=pathlib.Path, help="folder for the files of the pairs printed")
    parser.add_argument("--classes", action="store_true",
                        help="list failures by class, with one example each")
    parser.add_argument("--ids", action="store_true", help="a table by id of record, too")
    parser.add_argument("--peers", type=int, default=0, metavar="N",
                        help="run the other programs on every Nth pair")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--list", action="store_true", help="only list kinds, dialects and languages")
    arguments = parser.parse_args()
    arguments.seeds = HELD_OUT if arguments.held_out else arguments.seed or DEVELOPMENT
    arguments.cvdiff = arguments.cvdiff.resolve()
    return parser, arguments


def words_in(option):
    return [word for word in option.split(",") if word]


def matching(names, wanted):
    words = words_in(wanted)
    return [name for name in names if not words or any(word in name for word in words)]


def wanted_kinds(arguments):
    def named(edit, option):
        return any(word in edit.name or word == edit.family for word in words_in(option))

    return [edit.name for edit in EDITS.values()
            if (not arguments.kinds or named(edit, arguments.kinds))
            and not named(edit, arguments.without)]


def plan(arguments):
    """The pairs to make: (seed, kinds wanted, size, number)."""
    kinds = wanted_kinds(arguments)
    sizes = arguments.mixture or (1,) + MIXTURES
    for seed in arguments.seeds:
        for size in sizes:
            if size == 1:
                for kind in kinds:
                    for number in range(arguments.pairs):
                        yield generate.Order(seed, (kind,), 1, number)
            else:
                mixed = tuple(kind for kind in kinds if EDITS[kind].mixed)
                for number in range(arguments.pairs * 5 if mixed else 0):
                    yield generate.Order(seed, mixed, size, number)


def main():
    parser, arguments = parse_arguments()
    dialects = matching(DIALECTS, arguments.dialects)
    languages = matching(generate.LANGUAGES, arguments.languages)
    if arguments.list:
        report.print_list(EDITS, dialects, languages)
        return
    orders = list(plan(arguments))
    if not orders or not dialects or not languages:
        parser.error("nothing is left to measure")
    os.environ.update(GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1", LC_ALL="C.UTF-8")
    programs = peers.installed() if arguments.peers else {}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = folder
        measure = generate.Measure(arguments.cvdiff, dialects, languages, folder, programs,
                                   arguments.peers)
        if arguments.jobs > 1:
            with multiprocessing.Pool(arguments.jobs) as pool:
                results = pool.map(measure, orders, chunksize=16)
        else:
            results = list(map(measure, orders))
    results = [result for result in results if result]
    report.print_all(results, arguments, programs)
    if not results:
        sys.exit(1)


if __name__ == "__main__":
    main()
