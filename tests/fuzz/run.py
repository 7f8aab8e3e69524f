#!/usr/bin/python3
"""Runs every fuzz target on its corpus and then on what libFuzzer makes of it.

The status is 1 when an input broke a target. Such an input is kept in the build folder, and its path is printed:
`DIR/fuzz/TARGET PATH` runs it again.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

HERE = pathlib.Path(__file__).resolve().parent
COMPILER = "clang++-14"
SKIPPED = 77
# Files are written thousands of times a second.
MEMORY = pathlib.Path("/dev/shm")
DICTIONARIES = {"http_head": "http.dict", "headers": "http.dict", "token_text": None}


class Run:
    """One target, its executions, and what broke it."""

    def __init__(self, target, build, seconds):
        self.target = target
        self.seconds = seconds
        self.program = build / "fuzz" / target
        self.findings = build / "fuzz" / "findings"
        self.grown = build / "fuzz" / "corpus" / target

    def command(self):
        options = [
            f"-max_total_time={self.seconds}",
            "-timeout=10",
            "-rss_limit_mb=2048",
            "-print_final_stats=1",
            f"-artifact_prefix={self.findings}/{self.target}-",
        ]
        dictionary = DICTIONARIES.get(self.target, "json.dict")
        if dictionary:
            options.append(f"-dict={HERE / dictionary}")
        # What is new goes into the first folder.
        return [self.program, *options, self.grown, HERE / "corpus" / self.target]

    def execute(self):
        self.findings.mkdir(parents=True, exist_ok=True)
        self.grown.mkdir(parents=True, exist_ok=True)
        memory = MEMORY if MEMORY.is_dir() else None
        with tempfile.TemporaryDirectory(dir=memory) as folder:
            done = subprocess.run(
                self.command(),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                # What was freed is watched for a while; more of it costs a third of the speed.
                env={"TMPDIR": folder, "PATH": "/usr/bin:/bin", "ASAN_OPTIONS": "quarantine_size_mb=8"},
                check=False,
            )
        self.said = done.stdout.decode(errors="replace")
        self.broke = done.returncode != 0
        return self

    def statistic(self, name):
        found = re.search(rf"^stat::{name}:\s*(\d+)", self.said, re.MULTILINE)
        return int(found.group(1)) if found else 0

    def line(self):
        return "%-17s %12d %10d %9d" % (
            self.target,
            self.statistic("number_of_executed_units"),
            self.statistic("new_units_added"),
            self.broke,
        )

    def finding(self):
        """What libFuzzer and the target said, without its progress."""
        lines = [line for line in self.said.splitlines() if not line.startswith(("#", "INFO", "\t", "stat::"))]
        return "\n".join([f"== {self.target}", *lines[-40:]])


def has_compiler():
    """Whether clang is here, and libFuzzer with it."""
    if not shutil.which(COMPILER):
        return False
    said = subprocess.run([COMPILER, "-print-runtime-dir"], stdout=subprocess.PIPE, text=True, check=True)
    return any(pathlib.Path(said.stdout.strip()).glob("libclang_rt.fuzzer-*"))


def make(build):
    """Configures and builds the targets, silently where all goes well."""
    for command in (["--preset", "fuzz", "-B", build], ["--build", build, "--target", "fuzz"]):
        done = subprocess.run(
            ["cmake", *command],
            cwd=HERE.parent.parent,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            sys.exit(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, required=True, help="where the target `fuzz` is built")
    parser.add_argument("--make", action="store_true", help="build it first; 77 when clang or libFuzzer is not there")
    parser.add_argument("--seconds", type=int, default=5, help="for each target")
    parser.add_argument("targets", nargs="*", help="all of them when none is named")
    options = parser.parse_args()
    options.build = options.build.resolve()

    if options.make:
        if not has_compiler():
            print(f"{COMPILER} or libclang-rt-14-dev is not installed.")
            sys.exit(SKIPPED)
        make(options.build)
    targets = options.targets or sorted(folder.name for folder in (HERE / "corpus").iterdir())
    runs = [Run(target, options.build, options.seconds) for target in targets]
    print("%-17s %12s %10s %9s" % ("target", "executions", "new units", "findings"))
    with ThreadPoolExecutor(max_workers=2) as pool:
        for run in pool.map(Run.execute, runs):
            print(run.line(), flush=True)
    broken = [run for run in runs if run.broke]
    for run in broken:
        print(run.finding())
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
