"""Instructions that reading takes against a plain cmark parse of the same file.

Times of small files are mostly noise; instructions are the same in every run on one machine. callgrind
counts those of one function, call by call. Each file is given twice and the second call counts, so that
what is done once in a process is left out.
"""

import os
import pathlib
import statistics
import subprocess
import sys

import resumes

SIZES = [2_000, 5_000, 9_000]
TARGET = 2.5
DIALECTS = pathlib.Path(__file__).resolve().parent.parent / "tests" / "dialects"


def count(program, function, files):
    """Instructions of each file's second call of the function, which takes one file."""
    files = [os.path.abspath(file) for file in files]
    folder = pathlib.Path(f"calls-of-{function}")
    folder.mkdir()
    subprocess.run(["valgrind", "-q", "--tool=callgrind", f"--zero-before={function}",
                    f"--dump-after={function}", program, *(file for file in files for _ in "12")],
                   cwd=folder, check=True)
    calls = {}
    for dump in folder.glob("callgrind.out.*.*"):
        lines = dump.read_text(encoding="utf-8").splitlines()
        totals = next(line for line in reversed(lines) if line.startswith("totals:"))
        calls[int(dump.suffix[1:])] = int(totals.split()[1])
    if len(calls) < 2 * len(files):
        sys.exit(f"bench: {len(calls)} calls of {function} for {len(files)} files")
    return [calls[2 * i + 2] for i in range(len(files))]


def write_generated():
    for size in SIZES:
        path = pathlib.Path(f"generated-{size // 1000}k.md")
        path.write_text(resumes.resume(size, seed=1), encoding="utf-8")
        yield path


def bench(programs, files):
    """Of the files given, or of the dialects and of generated ones."""
    files = [pathlib.Path(file) for file in files] or [
        *(path for path in sorted(DIALECTS.glob("*.md")) if path.name != "README.md"),
        *write_generated()]
    ours = count(programs / "read_resume", "read_resume", files)
    theirs = count(programs / "cmark_parse", "parse", files)
    ratios = [a / b for a, b in zip(ours, theirs)]
    print(f"\n{'instructions of':<40} {'bytes':>6} {'cvdiff':>9} {'cmark':>9} {'ratio':>6}")
    for file, a, b, ratio in zip(files, ours, theirs, ratios):
        print(f"{file.stem:<40.40} {file.stat().st_size:>6} {a:>9} {b:>9} {ratio:>6.2f}")
    mean = statistics.fmean(ratios)
    print(f"{f'mean of {len(files)}; most {max(ratios):.2f}':<67} {mean:>6.2f}  ≤ {TARGET} "
          f"{'met' if mean <= TARGET else 'missed'}")
