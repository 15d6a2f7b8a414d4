#!/usr/bin/env python3
"""Stories: realistic edits of small résumés, and the changes that a careful person would tell.

    run.py CVDIFF [STORY ...]   compare; exit 1 if a story fails that is not known to, or if one
                                that is known to fail passes

cases/NAME.old.md and cases/NAME.new.md are the pair, NAME.json what is expected: see README.md.
Run with python3.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
CASES = HERE / "cases"
SUFFIXES = (".old.md", ".new.md", ".json")
STORY_KEYS = {"story", "changes", "known_failure"}
RECORD_KEYS = {"id", "severity", "old", "new", "path", "metrics", "parts"}


def folded(value):
    """Texts with white space folded, in lists too; null stays null."""
    if isinstance(value, list):
        return [folded(item) for item in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def expected(name):
    """The hand-written story of the pair; a key that nobody compares is a mistake."""
    story = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    unknown = set(story) - STORY_KEYS
    for record in story["changes"]:
        unknown |= set(record) - RECORD_KEYS
    if unknown:
        raise ValueError(f"{name}.json: unknown keys {sorted(unknown)}")
    story["changes"] = [{key: folded(value) for key, value in record.items()}
                        for record in story["changes"]]
    return story


def text_of(side):
    return None if side is None else side["text"]


def told(change):
    """A change of the report, in the form in which a story expects it."""
    record = {
        "id": change["id"],
        "severity": change["severity"],
        "old": text_of(change["old"]),
        "new": text_of(change["new"]),
        "path": change.get("path", []),
        "metrics": [[metric["old"], metric["new"]] for metric in change.get("metrics", [])],
        "parts": [part["text"] for part in change.get("parts", [])],
    }
    return {key: folded(value) for key, value in record.items()}


def run(cvdiff, name):
    """What cvdiff tells of the pair. Trouble is trouble, in a story that is known to fail too."""
    environment = {"PATH": os.defpath, "HOME": "/nonexistent", "LC_ALL": "C", "TZ": "UTC"}
    environment |= {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
    done = subprocess.run(
        [cvdiff, "--format=json", "--no-index", f"{name}.old.md", f"{name}.new.md"],
        cwd=CASES, env=environment, capture_output=True, check=False)
    if done.returncode or done.stderr:
        raise RuntimeError(f"exit {done.returncode}: {done.stderr.decode(errors='replace')}")
    return [told(change) for change in json.loads(done.stdout)["changes"]]


def fits(record, change):
    return all(change[key] == value for key, value in record.items())


def compare(records, changes):
    """What is missing and what is surplus. Records that say more choose first, so that one with a
    path gets the change of that path and leaves the others theirs."""
    missing, surplus = [], list(changes)
    for record in sorted(records, key=len, reverse=True):
        found = next((change for change in surplus if fits(record, change)), None)
        if found:
            surplus.remove(found)
        else:
            missing.append(record)
    return missing, surplus


def show(sign, record):
    """One record; the keys that may be absent are shown where they hold something."""
    sides = " → ".join(json.dumps(record[side], ensure_ascii=False) for side in ("old", "new"))
    more = "".join(f" {key} {json.dumps(record[key], ensure_ascii=False)}"
                   for key in ("path", "metrics", "parts") if record.get(key))
    print(f"  {sign} {record['id']} ({record['severity']}): {sides}{more}")


def check(cvdiff, name, verbose):
    """Whether the story comes out as it should; prints what there is to say of it."""
    story = expected(name)
    missing, surplus = compare(story["changes"], run(cvdiff, name))
    reason = story.get("known_failure")
    failed = bool(missing or surplus)
    if failed and reason:
        print(f"{name}: fails as known: {reason}")
    elif failed:
        print(f"{name}: {story['story']}")
    elif reason:
        print(f"{name}: passes, take its known_failure away")
    if failed and (verbose or not reason):
        for record in missing:
            show("missing", record)
        for change in surplus:
            show("surplus", change)
    return failed, bool(reason)


def all_stories():
    return sorted(path.name.removesuffix(".json") for path in CASES.glob("*.json"))


def strays():
    """Files of half a story would be a test that never runs."""
    known = {name + suffix for name in all_stories() for suffix in SUFFIXES}
    return sorted(known ^ {path.name for path in CASES.iterdir()})


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("cvdiff")
    parser.add_argument("stories", nargs="*")
    arguments = parser.parse_args()
    cvdiff = os.path.abspath(arguments.cvdiff)
    names = arguments.stories or all_stories()
    passed = known = wrong = 0
    for name in names:
        try:
            failed, reason = check(cvdiff, name, bool(arguments.stories))
        except (OSError, RuntimeError, ValueError, KeyError) as error:
            print(f"{name}: {error!r}")
            wrong += 1
            continue
        passed += not failed
        known += failed and reason
        wrong += failed != reason
    for name in strays():
        print(f"{name}: belongs to no whole story")
    print(f"{passed} of {len(names)} stories as expected, {known} fail as known")
    return 1 if wrong or strays() or not names else 0


if __name__ == "__main__":
    sys.exit(main())
