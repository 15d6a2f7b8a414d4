"""Prints what was measured."""

import collections
import pathlib
import tempfile

from score import Score

TARGETS = {"single edits": 0.99, "mixtures of 6": 0.97, "mixtures of 12": 0.94}
KIND_TARGET = 0.95
NOISE_TARGET = 1.05
HEAD = (f"{'':<38} {'pairs':>5} {'prec.':>6} {'recall':>6} {'F1':>6} {'sever.':>6} {'noise':>6}"
        f" {'whole':>6}")


def total(results):
    score = Score()
    for result in results:
        score.add(result.score)
    return score


def line(name, score, target=None):
    noise = f"{score.noise:6.2f}" if score.noise is not None else f"{score.marked_words:+6d}"
    right = 1 - score.severities / score.right if score.right else 1
    verdict = "" if target is None else f"  ≥ {target} " + ("met" if score.f1 >= target else "missed")
    return (f"{name:<38} {score.pairs:>5} {score.precision:6.3f} {score.recall:6.3f} {score.f1:6.3f}"
            f" {right:6.3f} {noise} {score.perfect / max(1, score.pairs):6.1%}{verdict}")


def grouped(results, key):
    groups = collections.defaultdict(list)
    for result in results:
        groups[key(result)].append(result)
    return groups


def print_all(results, arguments, programs):
    print(f"seeds {', '.join(map(str, arguments.seeds))}; {len(results)} pairs; cvdiff {arguments.cvdiff}")
    print_examples(results, arguments)
    if arguments.classes:
        print_classes(results)
    singles = [result for result in results if result.order.size == 1]
    mixtures = [result for result in results if result.order.size > 1]
    print(f"\n{HEAD}")
    for kind, some in grouped(singles, lambda r: r.kind).items():
        print(line(kind, total(some), KIND_TARGET))
    print()
    if singles:
        print(line("single edits", total(singles), TARGETS["single edits"]))
    for name, some in grouped(mixtures, lambda r: r.kind).items():
        print(line(name, total(some), TARGETS.get(name)))
    print()
    for title, key in (("dialect", lambda r: r.dialect), ("language", lambda r: r.language)):
        for name, some in sorted(grouped(results, key).items()):
            print(line(f"{title} {name}", total(some)))
    if arguments.ids:
        print_ids(total(results))
    print_noise(results, programs)
    print("\nnoise: words marked as changed over words that truly changed, or, where none did, the words"
          f"\nmarked; target ≤ {NOISE_TARGET}. whole: pairs without any fault.")


def print_ids(score):
    print(f"\n{'id':<38} {'expected':>8} {'found':>6} {'right':>6}")
    for id, (expected, found, right) in sorted(score.by_id.items()):
        print(f"{id:<38} {expected:>8} {found:>6} {right:>6}")


def print_noise(results, programs):
    if not programs:
        return
    print(f"\n{'noise of':<38} {'single':>8} {'mixtures':>8} {'all':>8}")
    measured = [result for result in results if result.marked]
    for program in ["cvdiff", *programs]:
        row = []
        for some in ([r for r in measured if r.order.size == 1],
                     [r for r in measured if r.order.size > 1], measured):
            true = sum(r.score.true_words for r in some)
            marked = sum(r.score.marked_words if program == "cvdiff" else r.marked[program] for r in some)
            row.append(f"{marked / true:8.2f}" if true else f"{'–':>8}")
        print(f"{program:<38} {' '.join(row)}")


def print_list(edits, dialects, languages):
    for name, edit in edits.items():
        print(f"{edit.family:<12} {name}{'' if edit.mixed else '  (never mixed)'}")
    print(f"dialects: {', '.join(dialects)}\nlanguages: {', '.join(languages)}")


# --- examples ---------------------------------------------------------------------------------------


def print_examples(results, arguments):
    wrong = [result for result in results if not result.score.perfect]
    shown = results[:arguments.show] + wrong[:arguments.failures]
    if not shown:
        return
    folder = arguments.keep or pathlib.Path(tempfile.mkdtemp(prefix="cvdiff-accuracy-"))
    folder.mkdir(parents=True, exist_ok=True)
    for number, result in enumerate(shown, 1):
        print(f"\n--- {number}: {result.kind}, {result.dialect}, {result.language},"
              f" seed {result.order.seed}, number {result.order.number}")
        for note in result.notes:
            print(f"  {note}")
        for title, records in (("expected", result.expected), ("found", result.found),
                               ("missing", [text for _, text in result.missing]),
                               ("surplus", [text for _, text in result.surplus]),
                               ("severity", result.graver)):
            for record in records:
                print(f"    {title:<9} {record}")
        for side, text in zip(("old", "new"), result.texts):
            path = folder / f"{number:03}.{side}.md"
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
    print(f"\nfiles in {folder}")


def print_classes(results):
    """Failures by what is missing and what is there instead."""
    classes = collections.defaultdict(list)
    for result in results:
        missing = sorted({id for id, _ in result.missing})
        surplus = sorted({id for id, _ in result.surplus})
        if missing or surplus:
            classes[result.kind, " ".join(missing), " ".join(surplus), False].append(result)
        elif result.graver:
            classes[result.kind, "", "", True].append(result)
    print(f"\n{'pairs':>5}  kind: missing | surplus")
    for (kind, missing, surplus, grave), some in sorted(classes.items(), key=lambda x: -len(x[1])):
        first = some[0]
        print(f"{len(some):>5}  {kind}: {missing or '–'} | {surplus or '–'}{' (severity)' if grave else ''}")
        print(f"       {first.dialect}, {first.language}, seed {first.order.seed} number"
              f" {first.order.number}: {'; '.join(first.notes)[:200]}")
        for sign, records in (("-", [text for _, text in first.missing]),
                              ("+", [text for _, text in first.surplus]), ("!", first.graver)):
            for record in records[:3]:
                print(f"         {sign} {record[:220]}")
