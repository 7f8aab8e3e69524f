"""Whether every class that other files may use says what it is: a "///" right above it.

Enumerations, aliases and what stands inside another class are left to the person who reads the class.
"""

import argparse
import pathlib
import re
import sys

FOLDERS = ["models", "ui", "app"]
CLASS = re.compile(r"^(?:template <[^;{]*>\n)?(?:class|struct) (\w+)(?: final)?(?:\s*:[^;{]*)?\s*\n?\{", re.MULTILINE)


def undocumented(text):
    for match in CLASS.finditer(text):
        above = text[:match.start()].rstrip("\n").rpartition("\n")[2]
        # In a namespace and directly at the margin; a class inside another one is indented and not found.
        if not above.startswith("///"):
            yield match.group(1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=pathlib.Path, required=True)
    root = parser.parse_args().root.resolve()
    headers = sorted(path for folder in FOLDERS for path in (root / folder).rglob("*.h"))
    found = [f"{path.relative_to(root)}: {name} does not say what it is"
             for path in headers for name in undocumented(path.read_text(encoding="utf-8"))]
    print("\n".join(found) or f"Every class of {len(headers)} headers says what it is.")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
