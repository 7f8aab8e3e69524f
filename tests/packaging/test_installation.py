"""What `cmake --install` puts where, judged by the tools of the desktop that reads it."""

import os
import pathlib
import re
import shutil
import struct
import subprocess
import tempfile
import time
import unittest
import xml.etree.ElementTree as tree

SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = os.environ.get("BUILD_DIR")
PROGRAMS = ["apono-console", "apono-local-api"]
SIZES = [16, 22, 24, 32, 48, 64, 128, 256, 512]
METAINFO = "share/metainfo/alt.service_accounts.console.metainfo.xml"
ENTRY = "share/applications/apono-console.desktop"
EXPECTED = sorted(
    [f"bin/{program}" for program in PROGRAMS]
    + [f"share/man/man1/{program}.1" for program in PROGRAMS]
    + [f"share/icons/hicolor/{size}x{size}/apps/apono-console.png" for size in SIZES]
    + ["share/icons/hicolor/scalable/apps/apono-console.svg", METAINFO, ENTRY]
    + [f"share/doc/apono-console/{name}" for name in ("CHANGELOG.md", "LICENSE", "LICENSE.lucide")])


def run(*command, **more):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, timeout=60,
                          **more)


@unittest.skipUnless(BUILD, "BUILD_DIR names no build")
class Installation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.place.cleanup)
        cls.prefix = pathlib.Path(cls.place.name, "usr")
        installed = run("cmake", "--install", BUILD, "--prefix", cls.prefix)
        if installed.returncode:
            raise AssertionError(installed.stderr)

    def judge(self, *command):
        if not shutil.which(command[0]):
            self.skipTest(f"{command[0]} is not installed")
        said = run(*command)
        self.assertEqual((said.returncode, said.stderr), (0, ""), said.stdout + said.stderr)
        return said.stdout

    def test_everything_lies_where_a_desktop_looks(self):
        found = sorted(file.relative_to(self.prefix).as_posix() for file in self.prefix.rglob("*") if file.is_file())
        self.assertEqual(found, EXPECTED)

    def test_the_menu_entry_is_valid(self):
        self.assertEqual(self.judge("desktop-file-validate", "--warn-kde", self.prefix / ENTRY), "")

    def test_the_description_for_software_centres_is_valid(self):
        said = self.judge("appstreamcli", "validate", "--no-net", self.prefix / METAINFO)
        self.assertNotIn("W: ", said)

    def test_the_description_is_of_this_version_and_this_entry(self):
        component = tree.parse(self.prefix / METAINFO).getroot()
        version = run(self.prefix / "bin/apono-console", "--version").stdout.split()[-1]
        self.assertEqual(component.find("releases/release").get("version"), version)
        self.assertEqual(component.findtext("launchable"), pathlib.Path(ENTRY).name)
        entry = (self.prefix / ENTRY).read_text(encoding="utf-8")
        self.assertIn(f"\nName={component.findtext('name')}\n", entry)
        # The window says to the desktop which entry it belongs to.
        self.assertIn('setDesktopFileName(QStringLiteral("apono-console"))',
                      (SOURCE / "app/main.cpp").read_text(encoding="utf-8"))

    def test_each_icon_has_the_size_of_its_folder(self):
        for size in SIZES:
            with self.subTest(size=size):
                png = (self.prefix / f"share/icons/hicolor/{size}x{size}/apps/apono-console.png").read_bytes()
                self.assertEqual(png[:8], b"\x89PNG\r\n\x1a\n")
                self.assertEqual(struct.unpack(">II", png[16:24]), (size, size))

    def test_the_manual_is_well_formed(self):
        for program in PROGRAMS:
            page = self.prefix / f"share/man/man1/{program}.1"
            with self.subTest(program=program, by="mandoc"):
                self.assertEqual(self.judge("mandoc", "-Tlint", "-W", "warning", page), "")
            with self.subTest(program=program, by="man"):
                self.judge("man", "--warnings", "-E", "UTF-8", "-Tutf8", "-Z", "-l", page)

    def test_the_manual_tells_every_option_of_help_and_no_other(self):
        for program in PROGRAMS:
            with self.subTest(program=program):
                told = set(re.findall(r"--[a-z][a-z-]+", run(self.prefix / f"bin/{program}", "--help").stdout))
                page = (self.prefix / f"share/man/man1/{program}.1").read_text(encoding="utf-8")
                written = set(re.findall(r"--[a-z][a-z-]+", page.replace("\\-", "-")))
                self.assertEqual(written, told)

    def test_the_console_finds_the_local_api_beside_itself(self):
        data = pathlib.Path(self.place.name, "data")
        environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
        console = subprocess.Popen([self.prefix / "bin/apono-console", "--local", "--data-dir", data],
                                   env=environment, stderr=subprocess.DEVNULL)
        try:
            deadline = time.monotonic() + 30
            while not list(data.glob("workspace/*.db")) and time.monotonic() < deadline:
                time.sleep(0.05)
            self.assertTrue(list(data.glob("workspace/*.db")), [str(file) for file in data.rglob("*")])
        finally:
            console.terminate()
            console.wait(30)


if __name__ == "__main__":
    unittest.main()
