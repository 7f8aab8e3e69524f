"""Measures the built programs and their floors in one run, and prints the figures as JSON.

    measure.py --programs DIR [--runs N]

Ratios within one run count: absolute times move with the machine. Nothing is asserted.
"""

import argparse
import json
import os
import pathlib
import select
import statistics
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "acceptance"))
import desktop  # noqa: E402

ACCOUNTS = 1000
PAGE = "/api/admin/v1/service-accounts?limit=1000"
PAINTED = b"rows painted"
SECONDS = 60
SETTLE_SECONDS = 2


def line_with(pipe, words):
    """Reads until a line with these words; gives it back, and None if the program ended first."""
    said = b""
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        if not select.select([pipe], [], [], deadline - time.monotonic())[0]:
            break
        more = os.read(pipe.fileno(), 65536)
        if not more:
            break
        said += more
        for line in said.splitlines():
            if words in line and said.endswith(b"\n"):
                return line
    raise SystemExit(f"the program did not say {words.decode()!r}, but:\n{said.decode(errors='replace')}")


def end(process):
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Server:
    """An apono-local-api of its own on a folder of its own."""

    def __init__(self, programs, folder, accounts):
        folder.mkdir(parents=True)
        # The account local_console of a fresh folder is one of them.
        self.process = subprocess.Popen(
            [programs / "apono-local-api", "--data-dir", folder, "--seed", str(accounts - 1)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.address = line_with(self.process.stdout, b"Listening on").split()[-1].decode()
        self.token = (folder / "admin-token").read_bytes().strip()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        end(self.process)


def milliseconds_to_rows(command, token=None, keep=False, **environment):
    """From just before the process is made to the word that rows are painted; and the process, if kept."""
    begun = time.monotonic()
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                               env={**os.environ, **environment})
    if token:
        process.stdin.write(token + b"\n")
    process.stdin.close()
    line_with(process.stderr, PAINTED)
    took = (time.monotonic() - begun) * 1000
    if not keep:
        end(process)
    return took, process


def pss_mib(pid):
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise SystemExit(f"the memory of {pid} cannot be read")


def measure_start_and_memory(programs, place, runs):
    data = place / "console-data"
    # The workspace that the console will find: seeded by a server that has ended.
    with Server(programs, data / "workspace", ACCOUNTS):
        pass
    console = [programs / "apono-console", "--local", "--data-dir", data]
    said = {"QT_LOGGING_RULES": "apono.startup=true"}
    with Server(programs, place / "floor-data", ACCOUNTS) as server:
        floor = [programs / "floor", server.address + PAGE]
        # In turn, so that both see the same machine; the first of each only warms the caches.
        pairs = [(milliseconds_to_rows(console, **said)[0], milliseconds_to_rows(floor, server.token)[0])
                 for _ in range(runs + 1)][1:]
    of_console, of_floor = statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)
    _, process = milliseconds_to_rows(console, keep=True, **said)
    time.sleep(SETTLE_SECONDS)
    server_pid = desktop.children_of(process.pid)[0]
    memory = {"console": pss_mib(process.pid), "server": pss_mib(server_pid)}
    end(process)
    return {
        "start_to_first_painted_rows": {
            "accounts": ACCOUNTS, "runs": runs, "console_ms": round(of_console, 1), "floor_ms": round(of_floor, 1),
            "ratio": round(of_console / of_floor, 2),
            "ratio_of_pairs": round(statistics.median(pair[0] / pair[1] for pair in pairs), 2)},
        "memory_pss_mib": {"accounts": ACCOUNTS, "console": round(memory["console"], 1),
                           "server": round(memory["server"], 1), "together": round(sum(memory.values()), 1)},
    }


def measure_keystrokes(programs):
    program = programs / "keystrokes"
    if not program.exists():
        return {}
    answer = subprocess.run([program], capture_output=True, text=True, check=True)
    return {"search_keystroke_to_repaint": json.loads(answer.stdout)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=pathlib.Path, required=True, help="the folder of the built programs")
    parser.add_argument("--runs", type=int, default=15, help="how many starts of each (default: 15)")
    arguments = parser.parse_args()
    programs = arguments.programs.resolve()
    missing = desktop.missing_programs()
    if missing:
        raise SystemExit(f"Not installed: {', '.join(missing)} (packaging/install-dependencies.sh --tour)")
    with desktop.Desktop(for_screen_reader=False) as virtual:
        figures = {"cores": os.cpu_count(), "programs": str(arguments.programs)}
        figures.update(measure_start_and_memory(programs, virtual.place, arguments.runs))
        figures.update(measure_keystrokes(programs))
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
