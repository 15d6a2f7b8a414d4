#!/usr/bin/env -S python3 -B
"""Time and memory of cvdiff as ratios to programs that do the least that such a job takes.

Each comparison runs its commands in turn, many times over in one process, so that whatever else the
machine does falls on all of them alike; a ratio is the median of the ratios of the rounds. Nothing
is asserted: the targets stand beside the numbers.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

import adversarial
import growth
import hostile_pairs
import instructions
import log
import resumes
from measure import peak_memory, run

SMALL = 7_000
LARGE = 1_600_000
READ = 1_000_000
OURS = "cvdiff"
RATIOS = ["small", "git", "large", "log", "reading"]   # groups that share one table


def run_once(argv):
    """Seconds that the command took, start-up included."""
    start = time.perf_counter()
    run(argv)
    return time.perf_counter() - start


def time_in_turn(commands, rounds):
    """{name: [seconds of each round]} of {name: argv}, after two rounds to warm the caches."""
    times = {name: [] for name in commands}
    for i in range(rounds + 2):
        for name, argv in commands.items():
            seconds = run_once(argv)
            if i >= 2:
                times[name].append(seconds)
    return times


def report(what, peer, ours, theirs, unit, target, ratio=None):
    ratio = ours / theirs if ratio is None else ratio
    aim = f"≤ {target}" if target else ""
    met = "" if not target else "met" if ratio <= target else "missed"
    print(f"{what:<26} {peer:<30} {ours:>9.2f} {theirs:>9.2f} {unit:<3} {ratio:>6.2f}  {aim:<6} {met}")


def compare(what, commands, rounds, targets):
    times = time_in_turn({name: argv for name, argv in commands.items() if shutil.which(argv[0])},
                         rounds)
    ours = times.pop(OURS)
    for peer, theirs in times.items():
        ratio = statistics.median(a / b for a, b in zip(ours, theirs))
        report(what, peer, statistics.median(ours) * 1000, statistics.median(theirs) * 1000, "ms",
               targets.get(peer), ratio)


def write_pair(size, share):
    old = resumes.resume(size, seed=1)
    pathlib.Path("old.md").write_text(old, encoding="utf-8")
    pathlib.Path("new.md").write_text(resumes.edit(old, share, seed=2), encoding="utf-8")
    pathlib.Path("empty.md").write_text("", encoding="utf-8")


def write_repository():
    """A repository of four commits, each an edit of the one before; a name is in the settings."""
    def git(*arguments):
        subprocess.run(["git", "-c", "user.name=Bench", "-c", "user.email=bench@example.org",
                        *arguments], check=True)

    git("init", "-q")
    text = resumes.resume(SMALL, seed=1)
    for seed in range(4):
        pathlib.Path("resume.md").write_text(text, encoding="utf-8")
        git("add", "resume.md")
        git("commit", "-q", "-m", f"Edit {seed}")
        text = resumes.edit(text, 0.05, seed)


def bench_small(cvdiff, rounds):
    write_pair(SMALL, 0.1)
    git = ["git", "diff", "--no-index", "--word-diff", "old.md", "new.md"]
    compare("two files of 7 KB", {
        OURS: [cvdiff, "old.md", "new.md"],
        "git diff --word-diff": git,
        "dwdiff": ["dwdiff", "old.md", "new.md"],
        "lowdown-diff -tterm": ["lowdown-diff", "-tterm", "old.md", "new.md"],
    }, rounds, {"git diff --word-diff": 1.5})


def bench_git(cvdiff, programs, rounds):
    write_repository()
    compare("HEAD~3 in git", {
        OURS: [cvdiff, "HEAD~3"],
        "opening it with libgit2": [str(programs / "open_repository")],
        "git diff --word-diff HEAD~3": ["git", "diff", "--word-diff", "HEAD~3"],
    }, rounds, {"opening it with libgit2": 1.3})


def bench_large(cvdiff, programs, rounds):
    write_pair(LARGE, 0.01)
    compare("1.6 MB, 1 % edited", {
        OURS: [cvdiff, "old.md", "new.md"],
        "cmark parsing both": [str(programs / "cmark_parse"), "old.md", "new.md"],
        "git diff --word-diff": ["git", "diff", "--no-index", "--word-diff", "old.md", "new.md"],
    }, rounds, {"cmark parsing both": 3})
    used = (peak_memory(programs, [cvdiff, "old.md", "new.md"])
            - peak_memory(programs, [cvdiff, "empty.md", "empty.md"]))
    given = sum(pathlib.Path(name).stat().st_size for name in ("old.md", "new.md"))
    report("1.6 MB, 1 % edited", "memory against the input", used / 1024, given / 1024 ** 2, "MB",
           12)


def bench_reading(programs, rounds, files):
    """The model against a plain parse of the same text: time of large ones, instructions of small."""
    dialects = "\n\n".join(path.read_text(encoding="utf-8")
                           for path in sorted(instructions.DIALECTS.glob("*.md"))
                           if path.name != "README.md") + "\n\n"
    texts = {
        "reading 1.6 MB": resumes.resume(LARGE, seed=1),
        "reading 1 MB of dialects": dialects * round(READ / len(dialects.encode())),
    }
    for what, text in texts.items():
        pathlib.Path("resume.md").write_text(text, encoding="utf-8")
        compare(what, {
            OURS: [str(programs / "read_resume"), "resume.md"],
            "cmark parsing it": [str(programs / "cmark_parse"), "resume.md"],
        }, rounds, {"cmark parsing it": 2.5})
    instructions.bench(programs, files)


def bench_log(cvdiff, rounds):
    """The longest history is told whole, so that threads and git's objects count as well."""
    ours, theirs = log.commands(cvdiff)
    compare(f"log of {log.REVISIONS} commits", {OURS: ours, "git log -p --word-diff": theirs}, rounds,
            {})
    compare(f"log of {log.REVISIONS} commits as a page",
            {OURS: [*ours[:2], "--format=html", *ours[3:]], "as text": ours}, rounds, {})


def in_folder(folder, bench, *arguments):
    """Runs one bench in a new folder, away from any repository around it."""
    folder.mkdir()
    os.chdir(folder)
    bench(*arguments)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=pathlib.Path, help="build directory with -Dbench=true")
    parser.add_argument("groups", nargs="*", metavar="GROUP",
                        help="small, git, large, log, reading (the default is these), growth, "
                             "adversarial, pairs")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--large-rounds", type=int, default=30)
    parser.add_argument("--log-rounds", type=int, default=5)
    parser.add_argument("--file", action="append", default=[], type=os.path.abspath,
                        help="of reading: a file to count the instructions of, in place of the usual")
    parser.add_argument("--shape", action="append", default=[],
                        help="of adversarial and pairs: only those with that in their names")
    arguments = parser.parse_args()

    build = arguments.build.resolve()
    programs = build / "bench"
    cvdiff = str(build / "cvdiff")
    groups = {
        "small": (bench_small, cvdiff, arguments.rounds),
        "git": (bench_git, cvdiff, programs, arguments.rounds),
        "large": (bench_large, cvdiff, programs, arguments.large_rounds),
        "reading": (bench_reading, programs, arguments.large_rounds, arguments.file),
        "log": (bench_log, cvdiff, arguments.log_rounds),
        "growth": (growth.bench, cvdiff, programs),
        "adversarial": (adversarial.bench, cvdiff, arguments.shape),
        "pairs": (hostile_pairs.bench, cvdiff, arguments.shape),
    }
    wanted = arguments.groups or RATIOS
    if unknown := set(wanted) - set(groups):
        parser.error(f"no group {', '.join(sorted(unknown))}; there are {', '.join(groups)}")
    with tempfile.TemporaryDirectory() as name:
        os.environ.update(HOME=name, XDG_CONFIG_HOME=name, GIT_CONFIG_GLOBAL=os.devnull,
                          GIT_CONFIG_NOSYSTEM="1", LC_ALL="C.UTF-8", GIT_CEILING_DIRECTORIES=name)
        if set(wanted) & set(RATIOS):
            print(f"{'what':<26} {'against':<30} {'cvdiff':>9} {'peer':>9}     {'ratio':>6}  target")
        for group in wanted:
            in_folder(pathlib.Path(name, group), *groups[group])
        os.chdir("/")


if __name__ == "__main__":
    main()
