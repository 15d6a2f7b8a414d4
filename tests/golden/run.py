#!/usr/bin/env python3
"""Golden tests: what cvdiff prints for pairs of small résumés, to the byte.

    run.py CVDIFF [CASE ...]           compare; exit 1 if anything differs
    run.py --bless CVDIFF [CASE ...]   show each difference and ask whether it is right
    run.py --bless --yes …             the same without asking

cases/NAME.old.md and cases/NAME.new.md are the pair. NAME.txt is the changelog at 80 columns without
colour, NAME.style.txt the same with --style, NAME.json the JSON, indented for review; NAME.comment.md,
NAME.github and NAME.rdjson are those formats, the last indented, too. NAME.txt and NAME.json must exist,
the others may. Run with python3; needs python3-jsonschema.
"""
import argparse
import difflib
import json
import os
import pathlib
import subprocess
import sys

import jsonschema

HERE = pathlib.Path(__file__).resolve().parent
CASES = HERE / "cases"
SCHEMA = HERE.parent.parent / "docs" / "changes.schema.json"
TEXT = ["--no-pager", "--color=never", "--width=80"]

# suffix -> options, whether every case has it
EXPECTED = {
    ".txt": (TEXT, True),
    ".style.txt": ([*TEXT, "--style"], False),
    ".json": (["--format=json"], True),
    ".comment.md": (["--format=markdown"], False),
    ".github": (["--format=github"], False),
    ".rdjson": (["--format=rdjson"], False),
}


def run(cvdiff, name, options):
    """What cvdiff prints for the case; trouble is a failed test, not a difference."""
    environment = {"PATH": os.defpath, "HOME": "/nonexistent", "LC_ALL": "C", "TZ": "UTC"}
    environment |= {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
    done = subprocess.run(
        [cvdiff, *options, "--no-index", f"{name}.old.md", f"{name}.new.md"],
        cwd=CASES, env=environment, capture_output=True, check=False)
    if done.returncode or done.stderr:
        raise RuntimeError(f"exit {done.returncode}: {done.stderr.decode(errors='replace')}")
    return done.stdout.decode("utf-8")


def reviewable(output, validator=None):
    """JSON Lines checked against the schema, if there is one, then indented."""
    if output.count("\n") != 1 or not output.endswith("\n"):
        raise RuntimeError("the JSON is not one line")
    report = json.loads(output)
    if validator:
        validator.validate(report)
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def actual(cvdiff, name, suffix, validator):
    output = run(cvdiff, name, EXPECTED[suffix][0])
    if suffix == ".json":
        return reviewable(output, validator)
    return reviewable(output) if suffix == ".rdjson" else output


def expected_files(name):
    for suffix, (_, required) in EXPECTED.items():
        path = CASES / (name + suffix)
        if required or path.exists():
            yield suffix, path


def difference(path, old, new):
    lines = difflib.unified_diff(old.splitlines(True), new.splitlines(True),
                                 f"{path.name} (expected)", f"{path.name} (now)")
    return "".join(line if line.endswith("\n") else line + "\n\\ No newline\n" for line in lines)


def is_right(path, always):
    if always:
        return True
    return input(f"Is this right for {path.name}? [y/N] ").strip().lower() == "y"


def check(arguments, name, validator):
    """Compares one case; returns whether all is as expected, or blessed now."""
    good = True
    for suffix, path in expected_files(name):
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        try:
            new = actual(arguments.cvdiff, name, suffix, validator)
        except (RuntimeError, ValueError, jsonschema.ValidationError) as error:
            print(f"{path.name}: {error}")
            good = False
            continue
        if old == new:
            continue
        print(difference(path, old, new), end="")
        if arguments.bless and is_right(path, arguments.yes):
            path.write_text(new, encoding="utf-8")
        else:
            good = False
    return good


def all_cases():
    return sorted(path.name.removesuffix(".old.md") for path in CASES.glob("*.old.md"))


def strays():
    """Files in the folder that belong to no case would be tests that never run."""
    known = {name + suffix for name in all_cases()
             for suffix in (".old.md", ".new.md", *EXPECTED)}
    return sorted(path.name for path in CASES.iterdir() if path.name not in known)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("cvdiff")
    parser.add_argument("cases", nargs="*")
    parser.add_argument("--bless", action="store_true")
    parser.add_argument("--yes", action="store_true")
    arguments = parser.parse_args()
    arguments.cvdiff = os.path.abspath(arguments.cvdiff)
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    names = arguments.cases or all_cases()
    failed = [name for name in names if not check(arguments, name, validator)]
    for name in strays():
        print(f"{name}: belongs to no case")
    print(f"{len(names) - len(failed)} of {len(names)} golden cases as expected")
    return 1 if failed or strays() or not names else 0


if __name__ == "__main__":
    sys.exit(main())
