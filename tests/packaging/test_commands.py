"""The commands of packaging/: what they tell, what they refuse, and how results are counted."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

PACKAGING = pathlib.Path(__file__).resolve().parent.parent.parent / "packaging"

# What ctest 3.25 writes for each fate of a test.
RAN = '<testcase name="good" status="run"><system-out>{}</system-out></testcase>'
FAILED = '<testcase name="bad" status="fail"><failure message=""/></testcase>'
SKIPPED = '<testcase name="without" status="notrun"><skipped message="SKIP_RETURN_CODE=77"/></testcase>'
NOT_STARTED = '<testcase name="gone" status="notrun"><skipped message="Unable to find executable"/></testcase>'
DISABLED = '<testcase name="off" status="disabled"><system-out>Disabled</system-out></testcase>'

# (cases, last line, status, a line before it)
COUNTS = [
    ([RAN.format("")], "1 passed, 0 failed", 0, ""),
    ([RAN.format(""), FAILED], "1 passed, 1 failed", 1, "failed: bad"),
    ([RAN.format(""), NOT_STARTED], "1 passed, 1 failed", 1, "failed: gone"),
    ([RAN.format(""), SKIPPED], "1 passed, 0 failed", 0, "skipped: without"),
    ([RAN.format(""), DISABLED], "1 passed, 0 failed", 0, "skipped: off"),
    ([RAN.format("SKIP   : tst_vault::row() no keychain\nPASS")], "1 passed, 0 failed", 0,
     "skipped: tst_vault::row() no keychain"),
    ([SKIPPED], "0 passed, 1 failed", 1, "skipped: without"),
    ([], "0 passed, 1 failed", 1, ""),
]


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, timeout=60)


class Commands(unittest.TestCase):
    def test_help_tells_every_option_and_does_nothing(self):
        for name, options in [("run.sh", ["--tour", "--connection", "--data-dir", "--verbose"]),
                              ("test.sh", ["--asan", "--only"]),
                              ("install-dependencies.sh", ["--tour", "--test", "--list"])]:
            with self.subTest(command=name):
                said = run(PACKAGING / name, "--help")
                self.assertEqual((said.returncode, said.stderr), (0, ""))
                self.assertTrue(said.stdout.startswith(f"Usage: packaging/{name}"))
                for option in options:
                    self.assertIn(option, said.stdout)

    def test_an_unknown_option_is_refused_by_name(self):
        for name in ("test.sh", "install-dependencies.sh"):
            with self.subTest(command=name):
                said = run(PACKAGING / name, "--wrong")
                self.assertEqual(said.returncode, 2)
                self.assertIn("--wrong", said.stderr)

    def test_each_list_of_packages_holds_the_smaller_one(self):
        lists = [set(run(PACKAGING / "install-dependencies.sh", "--list", *option).stdout.split())
                 for option in ([], ["--tour"], ["--test"])]
        self.assertTrue(lists[0] < lists[1] < lists[2])
        self.assertIn("qtkeychain-qt6-dev", lists[0])

    def test_results_are_counted_and_what_was_skipped_is_named(self):
        for cases, last, status, line in COUNTS:
            with self.subTest(cases=cases), tempfile.TemporaryDirectory() as place:
                results = pathlib.Path(place, "results.xml")
                results.write_text("<testsuite>" + "".join(cases) + "</testsuite>", encoding="utf-8")
                said = run(sys.executable, "-B", PACKAGING / "count-results.py", results)
                self.assertEqual(said.stdout.splitlines()[-1], last)
                self.assertEqual(said.returncode, status)
                self.assertIn(line, said.stdout)

    def test_no_results_have_not_passed(self):
        said = run(sys.executable, "-B", PACKAGING / "count-results.py", "no-such-file.xml")
        self.assertEqual((said.returncode, said.stdout.splitlines()[-1]), (1, "0 passed, 1 failed"))


if __name__ == "__main__":
    unittest.main()
