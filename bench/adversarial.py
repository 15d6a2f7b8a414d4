"""Whether time grows with the size of the input: hostile shapes at half their size and at the whole.

Twice the size may take `TARGET` times the processor time. A shape whose bytes grow otherwise is set
right by them. What ends in a moment is not judged: its ratio is noise.
"""

import os
import pathlib
import resource
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests" / "e2e"))

import hostile  # noqa: E402

TARGET = 3
MOMENT = 0.1    # seconds of processor time
LIMIT = 60      # seconds of processor time after which a process is ended
ROUNDS = 2

COMMANDS = {
    "show": ["show", "--no-pager", "old.md"],
    "json-resume": ["show", "--format=json-resume", "old.md"],
    "two files": ["--no-index", "old.md", "new.md"],
}


def processor_time(argv):
    """Seconds of processor time, and the exit status or minus the signal."""
    pid = os.fork()
    if pid == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        os.execvp(argv[0], argv)
    _, status, usage = os.wait4(pid, 0)
    return usage.ru_utime + usage.ru_stime, os.waitstatus_to_exitcode(status)


def write(shape, size):
    """Bytes of the text."""
    for name, word in (("old.md", hostile.OLD), ("new.md", hostile.NEW)):
        pathlib.Path(name).write_text(shape.build(size, word), encoding="utf-8")
    return pathlib.Path("old.md").stat().st_size


def measure(cvdiff, shape, size):
    """Bytes, and {command: (least seconds, exit status)}."""
    written, found = write(shape, size), {}
    for command, arguments in COMMANDS.items():
        runs = [processor_time([cvdiff, *arguments])]
        while len(runs) < ROUNDS and runs[0][0] < LIMIT / 10 and not runs[0][1]:
            runs.append(processor_time([cvdiff, *arguments]))
        found[command] = min(runs)
    return written, found


def verdict(seconds, status, ratio):
    if status:
        return f"ended by signal {-status}" if status < 0 else f"exit {status}"
    return "" if seconds < MOMENT else "met" if ratio < TARGET else "missed"


def bench(cvdiff, words):
    """Prints a line for each shape and command; only shapes with one of the words in their name."""
    print(f"{'shape':<32} {'command':<12} {'half':>8} {'whole':>8} {'ratio':>6}  < {TARGET}")
    for shape in hostile.SHAPES:
        if words and not any(word in shape.name for word in words):
            continue
        few, halves = measure(cvdiff, shape, shape.size // 2)
        many, wholes = measure(cvdiff, shape, shape.size)
        for command, (seconds, status) in wholes.items():
            half = max(halves[command][0], 0.001)
            ratio = seconds / half * 2 / (many / few)
            print(f"{shape.name:<32} {command:<12} {half:>7.2f}s {seconds:>7.2f}s {ratio:>6.2f}  "
                  f"{verdict(seconds, status, ratio)}", flush=True)
