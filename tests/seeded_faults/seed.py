"""Plants one fault at a time in a copy of the sources and reports which of them the suite does not catch.

The last line says how many survived; the status is 1 when there are more than --allow, and when a fault is none:
its text is not in the file, or the compiler refuses it, which says nothing of the tests. The copy and its build
stay in --work, so that a second run is quick.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import time

from faults import FAULTS

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
COPIED = ["CMakeLists.txt", "app", "models", "resources", "tests", "ui", "packaging", "LICENSE"]
# A fault may make a test wait for what never comes.
TEST_SECONDS = 120


def run(*command, timeout=3600):
    return subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          check=False, timeout=timeout)


class Copy:
    """The sources that faults are planted in, and their build."""

    def __init__(self, work):
        self.sources = work / "sources"
        self.build = work / "build"

    def refresh(self):
        """Only what differs is written, so that only that is built anew."""
        for name in COPIED:
            source = ROOT / name
            for file in [source] if source.is_file() else sorted(source.rglob("*")):
                if file.is_dir() or "__pycache__" in file.parts or "node_modules" in file.parts:
                    continue
                target = self.sources / file.relative_to(ROOT)
                if not target.exists() or target.read_bytes() != file.read_bytes():
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(file, target)

    def configure(self):
        return run("cmake", "-S", self.sources, "-B", self.build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug",
                   "-DCMAKE_CXX_FLAGS_DEBUG=-O0", "-DHARDEN_PROCESS=OFF")

    def make(self, targets):
        return run("cmake", "--build", self.build, "--target", *targets)

    def test(self, pattern):
        return run("ctest", "--test-dir", self.build, "--tests-regex", pattern, "--no-tests=error", "--timeout",
                   TEST_SECONDS, "--stop-on-failure", "--output-on-failure", "--parallel", "2")

    def targets_of(self, folder):
        """The test programs of tests/<folder>, by its CMakeLists.txt."""
        text = (self.sources / "tests" / folder / "CMakeLists.txt").read_text()
        return re.findall(r"\w*_test\((tst_\w+)", text)


def is_out_of_date(fault):
    return (ROOT / fault.path).read_text().count(fault.before) != 1


def plant(copy, fault):
    """The text before."""
    path = copy.sources / fault.path
    text = path.read_text()
    path.write_text(text.replace(fault.before, fault.after))
    return text


def fate(copy, fault, everything):
    """"caught by <test>", "refused by the compiler", or "survived"."""
    folder = copy.targets_of(fault.tests)
    nearest = "tst_" + pathlib.Path(fault.path).stem
    # Most faults are caught by the test of their own file: then the others need not be linked.
    for targets in [[nearest]] * (nearest in folder) + [folder] + [["all"]] * everything:
        built = copy.make(targets + (["apono-local-api"] if fault.path.startswith("app/local_api") else []))
        if built.returncode != 0:
            return "refused by the compiler"
        tests = copy.test("^tst_" if targets == ["all"] else "^(" + "|".join(targets) + ")$")
        if tests.returncode != 0:
            break
    else:
        return "survived"
    failed = re.search(r"\d+ - (\w+) \((?:Failed|Timeout|SEGFAULT|Subprocess|ILLEGAL|Exit)", tests.stdout)
    return "caught by " + (failed.group(1) if failed else "a test")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build" / "seeded_faults")
    parser.add_argument("--only", default="", help="only faults in files whose path has this in it")
    parser.add_argument("--allow", type=int, default=3, help="how many may survive")
    parser.add_argument("--quick", action="store_true", help="do not try survivors against the whole suite")
    parser.add_argument("--look", action="store_true", help="plant nothing, only tell which rows are out of date")
    arguments = parser.parse_args()

    chosen = [fault for fault in FAULTS if arguments.only in fault.path]
    stale = [fault for fault in chosen if is_out_of_date(fault)]
    for fault in stale:
        print(f"out of date  {fault.path}: {fault.before!r} is not there once", flush=True)
    if arguments.look:
        sys.exit(1 if stale else 0)
    chosen = [fault for fault in chosen if fault not in stale]

    copy = Copy(arguments.work.resolve())
    copy.refresh()
    configured = copy.configure()
    if configured.returncode != 0:
        sys.exit(configured.stdout)
    whole = copy.make(sorted({target for fault in chosen for target in copy.targets_of(fault.tests)}))
    if whole.returncode != 0:
        sys.exit(whole.stdout)

    survivors = refused = 0
    for fault in chosen:
        begun = time.monotonic()
        before = plant(copy, fault)
        try:
            outcome = fate(copy, fault, not arguments.quick)
        finally:
            (copy.sources / fault.path).write_text(before)
        survivors += outcome == "survived"
        refused += outcome == "refused by the compiler"
        print(f"{time.monotonic() - begun:5.0f} s  {fault.path}: {fault.before.strip()[:60]!r} {outcome}", flush=True)
    print(f"{len(chosen)} faults planted, {survivors} survived, {refused} refused by the compiler, "
          f"{len(stale)} rows out of date")
    sys.exit(1 if survivors > arguments.allow or refused or stale else 0)


if __name__ == "__main__":
    main()
