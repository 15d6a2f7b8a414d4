#!/usr/bin/env python3
"""Relayout: one résumé written in many dialects, whose every pair must have equal content.

    relayout_test.py CVDIFF                  a matrix of facts + content changes per pair
    relayout_test.py --show A B CVDIFF       the records of one pair (A, B: 01, 10-table, …)
    relayout_test.py --words CVDIFF          how the words of each file differ from the first's

relayout/NN-NAME.md all say the same words in fields and statements; only the layout differs, and a
file's own layout words (`at`, `Company:`). Exits with 1 if a pair differs in content, 2 if cvdiff
fails. Python's standard library only.
"""
import argparse
import collections
import concurrent.futures
import html
import itertools
import json
import os
import pathlib
import re
import subprocess
import sys

FILES = sorted((pathlib.Path(__file__).resolve().parent / "relayout").glob("*.md"))
WEIGHTY = ("fact", "content")


def report(cvdiff, old, new):
    """The change report of a pair; whatever cvdiff says on standard error is trouble."""
    environment = {"PATH": os.defpath, "HOME": "/nonexistent", "LC_ALL": "C", "TZ": "UTC"}
    environment |= {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
    done = subprocess.run([cvdiff, "--format=json", "--no-index", old.name, new.name],
                          cwd=old.parent, env=environment, capture_output=True, check=False)
    if done.returncode or done.stderr:
        raise RuntimeError(f"{old.name} {new.name}: exit {done.returncode}: "
                           f"{done.stderr.decode(errors='replace')}")
    return json.loads(done.stdout)


def weighty(changes):
    return [change for change in changes if change["severity"] in WEIGHTY]


def measure(cvdiff):
    """(old, new) -> how many facts and content changes are told."""
    pairs = list(itertools.permutations(FILES, 2))
    with concurrent.futures.ThreadPoolExecutor() as pool:
        reports = pool.map(lambda pair: report(cvdiff, *pair), pairs)
        return {pair: len(weighty(told["changes"])) for pair, told in zip(pairs, reports)}


def print_matrix(counts):
    width = max(len(path.stem) for path in FILES)
    print(" " * width, *(f"{path.stem[:2]:>4}" for path in FILES))
    for old in FILES:
        cells = (counts.get((old, new)) for new in FILES)
        print(f"{old.stem:<{width}}", *(f"{'.' if not cell else cell:>4}" for cell in cells))
    equal = sum(not count for count in counts.values())
    print(f"{equal} of {len(counts)} pairs have equal content")
    return equal == len(counts)


def side(change, which):
    part = change.get(which)
    if not part:
        return ""
    text = " / ".join([part["text"], *part.get("content", [])])
    return f"\n    {which} {part['line']}: {' › '.join(part['path'])} ▸ {text}"


def show(cvdiff, old, new):
    told = report(cvdiff, old, new)
    for change in weighty(told["changes"]):
        print(f"{change['severity']:<8}{change['id']}", side(change, "old"), side(change, "new"))
    for which in ("old", "new"):
        print(f"layout of {which}:", ", ".join(told["layout"].get(which, [])) or "none")
    return not weighty(told["changes"])


def words(path):
    """The words a reader sees, from the bytes and not from cvdiff: what checks the fixtures."""
    text = path.read_text(encoding="utf-8")
    hidden = (r"(?s:<!--.*?-->)", r"\{[:.#][^}]*\}", r"(?s:\A---\nlayout.*?\n---\n)", r"\]\([^)]*\)",
              r"\]\[\w+\]", r"(?m:^\[\w+\]: .*$)", r"</?[a-z][^>]*>", r"(?m:^ *\d\. )")
    text = re.sub("|".join(hidden), " ", text)
    return collections.Counter(re.findall(r"[\w@./+]*\w", html.unescape(text).casefold()))


def print_words():
    first = words(FILES[0])
    for path in FILES[1:]:
        own = words(path)
        print(path.stem, " ".join([*(f"+{w}" for w in (own - first).elements()),
                                   *(f"-{w}" for w in (first - own).elements())]))
    return True


def named(name):
    """The file a prefix names."""
    found = [path for path in FILES if path.stem.startswith(name)]
    if len(found) != 1:
        raise argparse.ArgumentTypeError(f"{name} names {len(found)} files")
    return found[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("cvdiff", type=os.path.abspath)
    parser.add_argument("--show", nargs=2, type=named, metavar=("A", "B"))
    parser.add_argument("--words", action="store_true")
    arguments = parser.parse_args()
    try:
        if arguments.words:
            equal = print_words()
        elif arguments.show:
            equal = show(arguments.cvdiff, *arguments.show)
        else:
            equal = print_matrix(measure(arguments.cvdiff))
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 2
    return 0 if equal else 1


if __name__ == "__main__":
    sys.exit(main())
