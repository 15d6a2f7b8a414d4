"""Other programs on the same pairs: how many words they mark as deleted or inserted."""

import re
import shutil
import subprocess

MARKS = "\x01", "\x02", "\x03", "\x04"  # begin and end of a deletion, of an insertion


def git(names):
    lines = run(["git", "diff", "--no-index", "--no-color", "--", *names]).splitlines()
    return [line[1:] for line in lines
            if line[:1] in ("-", "+") and line[:3] not in ("---", "+++")]


def git_words(names):
    """--word-diff=porcelain writes a piece a line."""
    lines = run(["git", "diff", "--no-index", "--no-color", "--word-diff=porcelain", "--",
                 *names]).splitlines()
    return [line[1:] for line in lines
            if line[:1] in ("-", "+") and line[:3] not in ("---", "+++")]


def dwdiff(names):
    begin, end, begin2, end2 = MARKS
    return between(run(["dwdiff", "-w", begin, "-x", end, "-y", begin2, "-z", end2, *names]))


def lowdown(names):
    text = run(["lowdown-diff", "-t", "html", *names])
    pieces = re.findall(r"<(del|ins)\b[^>]*>(.*?)</\1>", text, re.DOTALL)
    return [re.sub(r"<[^>]*>", " ", piece) for _, piece in pieces]


def between(text):
    begin, end, begin2, end2 = MARKS
    return re.findall(f"[{begin}{begin2}]([^{end}{end2}]*)", text)


def run(argv):
    return subprocess.run(argv, capture_output=True, check=False).stdout.decode(errors="replace")


PROGRAMS = {
    "git diff": ("git", git),
    "git diff --word-diff": ("git", git_words),
    "dwdiff": ("dwdiff", dwdiff),
    "lowdown-diff": ("lowdown-diff", lowdown),
}


def installed():
    """Names of those that are; of the others it is said that they are skipped."""
    names = []
    for name, (command, _) in PROGRAMS.items():
        if shutil.which(command):
            names.append(name)
        else:
            print(f"{name} is not installed and is left out")
    return names


def marked_words(program, names, words_of):
    return sum(len(words_of(piece)) for piece in PROGRAMS[program][1](names))
