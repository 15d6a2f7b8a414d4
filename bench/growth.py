"""How time and memory grow with the size of a résumé of which 1 % of the statements are edited.

The exponents are of the lines through the logarithms (least squares): 1 is linear. What an empty pair
takes is start-up, and is taken off. Small pairs are run often, and the least processor time counts.
"""

import math
import os
import pathlib
import statistics

import resumes
from measure import peak_memory, processor_time

SIZES = [10_000, 40_000, 160_000, 640_000, 2_500_000, 10_000_000, 16_000_000]
SHARE = 0.01
SECONDS = 2         # of running for one size, about
ROUNDS = (3, 40)    # but never fewer nor more
TARGETS = {"time": 4, "memory": 12}


def name_of(size):
    return f"{size / 1e6:g} MB" if size >= 1_000_000 else f"{size / 1e3:g} KB"


def exponent(sizes, values):
    """The slope of the line through the logarithms."""
    pairs = [(math.log(size), math.log(value)) for size, value in zip(sizes, values) if value > 0]
    mean_x, mean_y = (statistics.fmean(column) for column in zip(*pairs))
    return (sum((x - mean_x) * (y - mean_y) for x, y in pairs)
            / sum((x - mean_x) ** 2 for x, _ in pairs))


def least_times(*commands):
    """The least processor time of each command, run in turn."""
    found = [math.inf for _ in commands]
    rounds = 0
    while rounds < ROUNDS[0] or (rounds < ROUNDS[1] and rounds * sum(found) < SECONDS):
        found = [min(least, processor_time(argv)) for least, argv in zip(found, commands)]
        rounds += 1
    return found


def write_pair(size):
    """Bytes of both files."""
    old = resumes.resume(size, seed=1)
    pathlib.Path("old.md").write_text(old, encoding="utf-8")
    pathlib.Path("new.md").write_text(resumes.edit(old, SHARE, seed=2), encoding="utf-8")
    return os.path.getsize("old.md") + os.path.getsize("new.md")


def verdict(value, target):
    return "met" if value <= target else "missed"


def bench(cvdiff, programs):
    parse, empty = str(programs / "cmark_parse"), ["empty.md", "empty.md"]
    pathlib.Path("empty.md").write_text("", encoding="utf-8")
    start, parse_start = least_times([cvdiff, *empty], [parse, *empty])
    start_memory = peak_memory(programs, [cvdiff, *empty])
    given, times, memories = [], [], []

    print(f"{'each file':>10} {'cvdiff':>11} {'two parses':>11} {'ratio':>7} {'ns/byte':>8} "
          f"{'memory':>10} {'× input':>8}")
    for size in SIZES:
        given.append(write_pair(size))
        ours, theirs = least_times([cvdiff, "old.md", "new.md"], [parse, "old.md", "new.md"])
        times.append(ours - start)
        memories.append((peak_memory(programs, [cvdiff, "old.md", "new.md"]) - start_memory) * 1024)
        ratio, share = times[-1] / max(theirs - parse_start, 1e-6), memories[-1] / given[-1]
        print(f"{name_of(size):>10} {times[-1] * 1e3:>8.2f} ms {(theirs - parse_start) * 1e3:>8.2f} ms "
              f"{ratio:>7.2f} {times[-1] / given[-1] * 1e9:>8.1f} {memories[-1] / 1024 ** 2:>7.1f} MB "
              f"{share:>8.2f}", flush=True)
    print(f"\nstart-up, taken off: {start * 1e3:.2f} ms and {start_memory / 1024:.1f} MB; "
          f"of the parses {parse_start * 1e3:.2f} ms")
    print(f"exponent of time {exponent(given, times):.2f}, of memory {exponent(given, memories):.2f}")
    print(f"{name_of(SIZES[-1])}: time ≤ {TARGETS['time']} × two parses "
          f"{verdict(ratio, TARGETS['time'])}, memory ≤ {TARGETS['memory']} × input "
          f"{verdict(share, TARGETS['memory'])}")
