"""`cvdiff log` of a long history against `git log -p --word-diff` of the same one.

The history is generated: one résumé, edited a little in each commit, the same on every machine.
"""

import pathlib
import subprocess

import resumes

REVISIONS = 2_750
SIZE = 6_000
SHARE = 0.02
SIZES = (0.7, 1.5)   # of the first version: beyond them an edit begins again from it
FIRST_COMMIT = 1_500_000_000


def versions():
    first = text = resumes.resume(SIZE, seed=1)
    for seed in range(REVISIONS):
        yield text
        text = resumes.edit(text, SHARE, seed)
        if not SIZES[0] < len(text) / len(first) < SIZES[1]:
            text = resumes.edit(first, SHARE, seed)


def write_history():
    """A repository in the working directory, by git fast-import."""
    stream = []
    for i, text in enumerate(versions()):
        blob = text.encode()
        stream += [f"commit refs/heads/main\nmark :{i + 1}\n".encode(),
                   f"committer Bench <bench@example.org> {FIRST_COMMIT + 3600 * i} +0000\n".encode(),
                   b"data 4\nEdit\n", f"from :{i}\n".encode() if i else b"",
                   f"M 100644 inline resume.md\ndata {len(blob)}\n".encode(), blob, b"\n"]
    subprocess.run(["git", "init", "-q", "-b", "main"], check=True)
    subprocess.run(["git", "fast-import", "--quiet"], input=b"".join(stream), check=True)
    subprocess.run(["git", "reset", "-q", "--hard"], check=True)


def commands(cvdiff):
    """Ours, and git's."""
    write_history()
    return ([cvdiff, "log", "--no-pager", "--", "resume.md"],
            ["git", "log", "-p", "--word-diff", "--", "resume.md"])
