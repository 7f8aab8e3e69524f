"""Logs out of a session of X11 while a new token is on the screen: the console cancels it and asks, until it is kept."""

import argparse
import importlib.util
import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "acceptance"))

import desktop  # noqa: E402

SKIPPED = 77
HERE = pathlib.Path(__file__).resolve().parent


class Session:
    """The session manager; what it says is read line by line."""

    def __init__(self, virtual):
        self.log = virtual.place / "session.log"
        self.process = virtual.start([sys.executable, "-B", str(HERE / "sessionmanager.py")], "session",
                                     stdin=subprocess.PIPE)

    def said(self):
        return self.log.read_text(encoding="utf-8").splitlines()

    def log_out(self):
        self.process.stdin.write(b"log out\n")
        self.process.stdin.flush()


class LogOuts:
    """What the session manager says of each, on the local workspace."""

    def __init__(self, virtual, programs, scenario):
        self.session = Session(virtual)
        os.environ["SESSION_MANAGER"] = scenario.wait_for(self.session.said, "the session manager")[0]
        self.scenario = scenario
        self.life = scenario.Life(virtual, programs)
        self.life.start()
        # At first every client is asked to save itself, of a session that goes on.
        scenario.wait_for(lambda: self.session.said()[1:] == ["registered", "saved"], "the console in the session")

    def log_out(self, *expected):
        before = len(self.session.said())
        self.session.log_out()
        self.scenario.wait_for(lambda: self.session.said()[before:] == list(expected),
                               f"the session manager saying: {', '.join(expected)}")

    def nothing_is_lost(self):
        """Nothing to lose: the session may end"""
        self.log_out("saved")

    def nobody_has_kept_it(self):
        """A token that nobody kept: cancelled, and asked about"""
        program, main = self.life.program, self.life.main
        program.press(main, "New Service Account")
        self.form = program.window(self.scenario.ADD)
        program.enter_text(self.form, "Name", "ci_deploy")
        self.life.choose_roles(self.form, "Viewer")
        program.press(self.form, "Generate New Token")
        program.find(self.form, "Done")
        self.log_out("asks to ask", "cancelled", "not saved")
        program.press(program.window("Token Not Kept"), "Keep the Token")
        program.wait_until_closed("Token Not Kept")
        program.find(self.form, "Token")

    def it_was_copied(self):
        """A copied token: the session may end"""
        self.life.program.press(self.form, "Copy")
        self.life.program.says(self.form, "Copied. The clipboard is cleared in")
        self.log_out("saved")
        self.scenario.must(self.life.process.poll() is None, "the console ended by itself")

    def run(self):
        for step in (self.nothing_is_lost, self.nobody_has_kept_it, self.it_was_copied):
            print(f"  {step.__doc__}", flush=True)
            step()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=pathlib.Path, required=True, help="the folder of the built programs")
    programs = parser.parse_args().programs.resolve()
    missing = desktop.missing_programs() + [module for module in ["gi"] if not importlib.util.find_spec(module)]
    if missing:
        print(f"Not installed: {', '.join(missing)} (packaging/install-dependencies.sh --tour)")
        return SKIPPED
    with desktop.Desktop() as virtual:
        # Only now: the accessibility library takes display and bus from the environment when it is loaded.
        import scenario
        LogOuts(virtual, programs, scenario).run()
    print("Log-out: 3 tried, 1 cancelled and asked about, 0 tokens lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
