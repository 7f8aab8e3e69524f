"""Prints which branches the suite took, by folder, and fails where models/ has too few of them.

    coverage.py --build build/coverage

The build is one of the preset "coverage", after its tests have run. Branches that only an exception takes are left
out: no code of ours throws, and the compiler makes one of nearly every call.
"""

import argparse
import json
import pathlib
import subprocess
import sys
from collections import defaultdict

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LEAST = {"models": 90.0}


def counted(build):
    said = subprocess.run(
        ["gcovr", "--root", ROOT, "--object-directory", build, "--exclude-throw-branches",
         "--exclude-unreachable-branches", "--json-summary", "-", *(f"--filter={ROOT}/{folder}/"
                                                                    for folder in ["models", "app", "ui"]), build],
        capture_output=True, text=True, check=True).stdout
    return json.loads(said)["files"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--files", action="store_true", help="also the files of models/ with branches not taken")
    arguments = parser.parse_args()

    total = defaultdict(int)
    taken = defaultdict(int)
    for file in counted(arguments.build.resolve()):
        parts = pathlib.PurePath(file["filename"]).parts
        for place in {parts[0], "/".join(parts[:2])}:
            total[place] += file["branch_total"]
            taken[place] += file["branch_covered"]
        missing = file["branch_total"] - file["branch_covered"]
        if arguments.files and parts[0] == "models" and missing:
            print(f"{missing:4} of {file['branch_total']:4} not taken  {file['filename']}")
    failed = not total
    for place in sorted(total):
        percent = 100.0 * taken[place] / total[place] if total[place] else 100.0
        too_low = percent < LEAST.get(place, 0.0)
        failed |= too_low
        print(f"{percent:5.1f} % of {total[place]:5} branches  {place}{'  too few' if too_low else ''}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
