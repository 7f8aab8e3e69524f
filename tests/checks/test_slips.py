"""One slip of each kind, planted in a copy of what the check reads: the check that has to find it does."""

import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TOOLS = ["packaging", "tests/arrows", "tests/checks", ".clang-format", ".cmake-format.yaml", ".codespellrc",
         ".yamllint.yaml"]

# (check, file, what is appended to it or replaced in it, a word of the complaint)
SLIPS = [
    ("format", "models/accounts/role.cpp", "int  slip( );\n", "role.cpp"),
    ("arrows", "models/accounts/role.cpp", '#include "ui/style/theme.h"\n', "role.cpp"),
    ("arrows", "ui/style/theme.h", "#include <QNetworkReply>\n", "theme.h"),
    ("docstrings", "models/accounts/role.h", "class Slip\n{\n};\n", "Slip"),
    ("cmake-format", "models/CMakeLists.txt", "set( SLIP   1 )\n", "models/CMakeLists.txt"),
    ("codespell", "README.md", "This is t" "eh slip.\n", "==> the"),
    ("shellcheck", "packaging/run.sh", 'if [ $slip = "" ]; then echo $slip; fi\n', "SC2086"),
    ("yamllint", "resources/openapi/admin-api.yaml", "slip: {a: 1, a: 2}\n", "duplication"),
    ("links", "README.md", "[slip](packaging/nothing.sh)\n", "packaging/nothing.sh"),
    ("links", "README.md", "[slip](CONTRIBUTING.md#no-such-heading)\n", "no-such-heading"),
]


class Slips(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.copy = pathlib.Path(self.folder.name)
        for name in [*TOOLS, "models/accounts", "models/CMakeLists.txt", "ui/style", "resources", "README.md",
                     "CONTRIBUTING.md", "SECURITY.md", "LICENSE", ".ci"]:
            source = ROOT / name
            target = self.copy / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target)
            else:
                shutil.copy(source, target)
        subprocess.run(["git", "init", "-q", self.copy], check=True)

    def tearDown(self):
        self.folder.cleanup()

    def check(self, name):
        return subprocess.run([self.copy / "packaging/check.sh", name], capture_output=True, text=True, check=False,
                              env={"PATH": "/usr/bin:/bin", "CHECKS_HAVE_THEIR_TOOLS": "1"})

    def test_each_check_finds_its_slip(self):
        for name, file, slip, complaint in SLIPS:
            with self.subTest(check=name, file=file):
                path = self.copy / file
                before = path.read_text()
                path.write_text(before + slip)
                said = self.check(name)
                path.write_text(before)
                self.assertNotEqual(said.returncode, 0, said.stdout + said.stderr)
                self.assertIn(complaint, said.stdout + said.stderr)

    def test_without_a_slip_they_are_content(self):
        for name in sorted({slip[0] for slip in SLIPS}):
            with self.subTest(check=name):
                said = self.check(name)
                self.assertEqual(said.returncode, 0, said.stdout + said.stderr)


if __name__ == "__main__":
    unittest.main()
