"""What one run of a command takes."""

import os
import subprocess
import sys


def run(argv):
    """Resources that the command used (os.wait4). It may find differences (exit 1)."""
    sink = os.open(os.devnull, os.O_WRONLY)
    pid = os.posix_spawnp(argv[0], argv, os.environ,
                          file_actions=[(os.POSIX_SPAWN_DUP2, sink, 1)])
    _, status, usage = os.wait4(pid, 0)
    os.close(sink)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"bench: failed: {' '.join(argv)}")
    return usage


def processor_time(argv):
    """Seconds of processor time, start-up included."""
    usage = run(argv)
    return usage.ru_utime + usage.ru_stime


def peak_memory(programs, argv):
    """Peak resident memory of the command in KB."""
    done = subprocess.run([programs / "peak_memory", *argv], stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"bench: failed: {' '.join(map(str, argv))}\n{done.stderr}")
    return int(done.stderr.split()[-1])
