#!/usr/bin/env -S python3 -B
"""The laws of bench/accuracy, and that formatting-only edits are told as no fact and no content.

Each edit must find a résumé to work on, change the text, and expect something, or nothing if it is one
of formatting; a report that says what is expected must be right, and one that leaves a record out wrong;
the same order must make the same pair; dialects must differ. Speaks TAP.
"""

import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "bench" / "accuracy"))

import generate  # noqa: E402
from pairs import EDITS  # noqa: E402
from render import DIALECTS, render  # noqa: E402
from score import Comparison  # noqa: E402
from truth import expected_records  # noqa: E402

SEED = 7
PAIRS = 6       # of each formatting edit
MIXTURES = 40
SETTINGS = list(DIALECTS), list(generate.LANGUAGES)


def fault_of_edit(name):
    """What is wrong with the edit, or None."""
    order = generate.Order(SEED, (name,), 1, 0)
    pair, again = (generate.make_pair(order, *SETTINGS) for _ in range(2))
    if pair is None:
        return "no résumé drawn could be edited so"
    old, new = generate.texts_of(pair)
    if old == new:
        return "both sides are written alike"
    if generate.texts_of(again) != (old, new):
        return "the same order makes another pair"
    if bool(expected_records(pair)) == EDITS[name].silent:
        return f"expects {len(expected_records(pair))} records"
    return None


def told(side):
    if side is None:
        return None
    return {"text": side.text} | ({} if side.value is None else {"value": side.value})


def report_of(expected):
    """What a cvdiff that is always right would print."""
    return {"changes": [{
        "id": record.id, "op": record.id.rsplit("-", 1)[1], "severity": record.severity,
        "old": told(record.old), "new": told(record.new),
        "parts": [told(part) for part in record.parts]} for record in expected]}


def fault_of_score(order):
    pair = generate.make_pair(order, *SETTINGS)
    expected = expected_records(pair)
    silent = all(EDITS[name].silent for name in pair.edits)

    def perfect(records):
        return Comparison(expected, report_of(records), silent, pair.rewritten).score.perfect

    if not perfect(expected):
        return "what is expected is not right"
    return "a report without the last record is right" if expected and perfect(expected[:-1]) else None


def fault_of_dialects():
    pair = generate.make_pair(generate.Order(SEED, ("bullet-added-end",), 1, 0), *SETTINGS)
    texts = {render(pair.old, pair.language, dialect, pair.old_layout)
             for dialect in DIALECTS.values()}
    return None if len(texts) == len(DIALECTS) >= 8 else f"{len(texts)} texts of {len(DIALECTS)}"


def fault_of_formatting(measure, name):
    for number in range(PAIRS):
        result = measure(generate.Order(SEED, (name,), 1, number))
        if not result.score.perfect:
            return f"{result.dialect}, number {number}: {result.surplus}"
    return None


def main():
    silent = [name for name, edit in EDITS.items() if edit.silent]
    mixed = tuple(name for name, edit in EDITS.items() if edit.mixed)
    with tempfile.TemporaryDirectory() as folder:
        measure = generate.Measure(pathlib.Path(sys.argv[1]).resolve(), *SETTINGS, folder, {}, 0)
        faults = [(f"law of {name}", fault_of_edit(name)) for name in EDITS]
        faults += [(f"score of {name}", fault_of_score(generate.Order(SEED, (name,), 1, 0)))
                   for name in EDITS]
        faults += [(f"score of mixture {number}", fault_of_score(generate.Order(SEED, mixed, 12, number)))
                   for number in range(MIXTURES)]
        faults.append(("dialects differ", fault_of_dialects()))
        faults += [(f"{name} is silent", fault_of_formatting(measure, name)) for name in silent]
    print(f"1..{len(faults)}")
    for number, (title, fault) in enumerate(faults, 1):
        print(f"{'not ok' if fault else 'ok'} {number} - {title}{': ' + fault if fault else ''}")
    sys.exit(any(fault for _, fault in faults))


if __name__ == "__main__":
    main()
