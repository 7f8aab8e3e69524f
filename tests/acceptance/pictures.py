"""Starts the console in a virtual desktop and photographs what it shows."""

import os
import pathlib
import signal
import subprocess

import accessible

DARK_DESKTOP = """[Colors:Window]
BackgroundNormal=27,30,35
ForegroundNormal=233,235,239
[Colors:View]
BackgroundNormal=27,30,35
ForegroundNormal=233,235,239
[Colors:Button]
BackgroundNormal=36,40,47
ForegroundNormal=233,235,239
[General]
font=Inter,10,-1,5,50,0,0,0,0,0
"""


def wear_dark():
    """A desktop whose own windows are dark, told in the way that Qt reads without a plug-in: KDE's."""
    os.environ.update({"XDG_CURRENT_DESKTOP": "KDE", "KDE_FULL_SESSION": "true", "KDE_SESSION_VERSION": "5"})
    pathlib.Path(os.environ["XDG_CONFIG_HOME"], "kdeglobals").write_text(DARK_DESKTOP, encoding="utf-8")


class Pictures:
    """What the states of the program have in common: how it is started, photographed and ended."""

    def __init__(self, virtual, programs, folder, suffix, options):
        self.desktop, self.programs, self.folder, self.suffix = virtual, programs, folder, suffix
        self.options = options
        self.process = self.program = self.main = None

    def take(self, name):
        # One turn of the bus is enough for what was asked to be painted.
        self.program.windows()
        subprocess.run(["import", "-window", "root", "-strip", str(self.folder / f"{name}{self.suffix}.png")],
                       check=True, timeout=30)

    def start(self, name, *options):
        self.process = self.desktop.start([str(self.programs / "apono-console"), *self.options, *options], name)
        self.program = accessible.Program(self.process.pid)

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)
