"""Counts a run of ctest: names what was skipped and what failed, and ends with "N passed, N failed".

    count-results.py RESULTS.xml    (written by ctest --output-junit)
"""

import re
import sys
import xml.etree.ElementTree

# Qt Test's own word for a function or a row that skipped itself inside a program that went on.
SKIPPED_INSIDE = re.compile(r"^SKIP\s*: (.+)$", re.MULTILINE)


def has_skipped_itself(case):
    """A test that ctest could not start has "skipped" too, with another message: that one has failed."""
    skipped = case.find("skipped")
    return skipped is not None and skipped.get("message", "").startswith("SKIP_")


def main():
    try:
        cases = xml.etree.ElementTree.parse(sys.argv[1]).getroot().findall("testcase")
    except (OSError, xml.etree.ElementTree.ParseError) as error:
        print(f"The suite left no results: {error}")
        cases = []
    passed, failed = 0, 0
    for case in cases:
        name, status = case.get("name"), case.get("status")
        for inside in SKIPPED_INSIDE.findall(case.findtext("system-out") or ""):
            print(f"skipped: {inside}")
        if status == "run":
            passed += 1
        elif status == "disabled" or has_skipped_itself(case):
            print(f"skipped: {name}")
        else:
            failed += 1
            print(f"failed: {name}")
    # A suite of which nothing ran has not passed.
    failed = failed or int(passed == 0)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
