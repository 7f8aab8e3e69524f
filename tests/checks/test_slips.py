"""One slip of each kind, planted in a copy of the sources: the check that has to find it does."""

import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
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
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.copy = pathlib.Path(cls.folder.name)
        listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                                capture_output=True, check=True).stdout
        for name in filter(None, listed.decode().split("\0")):
            if (ROOT / name).exists():
                (cls.copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, cls.copy / name)
        subprocess.run(["git", "init", "-q", cls.copy], check=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

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
