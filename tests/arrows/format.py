"""Says which C++ files are not as .clang-format wants them.

    format.py --root DIR

Ends with status 77 (skipped) where clang-format 14 is not installed: another version formats in another way.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys

VERSION = 14
SKIPPED = 77
FOLDERS = ["app", "models", "tests", "ui"]


def formatter():
    for name in (f"clang-format-{VERSION}", "clang-format"):
        program = shutil.which(name)
        if program:
            said = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout
            version = re.search(r"version (\d+)", said)
            if version and int(version[1]) == VERSION:
                return program
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", required=True, help="the root of the project")
    root = pathlib.Path(parser.parse_args().root)
    program = formatter()
    if not program:
        print(f"clang-format {VERSION} is not installed")
        return SKIPPED
    files = [str(file) for folder in FOLDERS for file in sorted((root / folder).rglob("*"))
             if file.suffix in (".h", ".cpp")]
    if not files:
        print("no file was found: nothing is proved")
        return 1
    said = subprocess.run([program, "--dry-run", "-Werror", "--style=file", *files],
                          capture_output=True, text=True, check=False)
    wrong = sorted({line.split(":")[0] for line in said.stderr.splitlines() if ": error:" in line})
    for file in wrong:
        print(f"{file}: not as .clang-format wants it (clang-format -i)")
    if said.returncode != 0 and not wrong:
        print(said.stderr)
    print(f"{len(files)} files read, {len(wrong)} to be formatted")
    return 1 if said.returncode != 0 else 0


if __name__ == "__main__":
    sys.exit(main())
