"""Photographs the console's windows and their states in a virtual desktop of its own.

    screenshots.py --programs DIR --to DIR [--dark] [--scale 2]

The picture of README.md: --to resources/screenshots --only main
"""

import argparse
import os
import pathlib
import signal
import subprocess
import sys

import adminapi
import desktop

ACCOUNTS = 214
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


def seed(programs, folder):
    """A workspace with made-up accounts and one Admin, by a server that ends before the console starts its own."""
    folder.mkdir(parents=True)
    server = subprocess.Popen([programs / "apono-local-api", "--data-dir", folder, "--seed", str(ACCOUNTS - 1)],
                              stdout=subprocess.PIPE)
    server.stdout.readline()
    server.terminate()
    server.wait()


class Pictures:
    def __init__(self, virtual, programs, folder, suffix):
        self.desktop, self.programs, self.folder, self.suffix = virtual, programs, folder, suffix
        self.process = self.program = self.main = None

    def take(self, name):
        # One turn of the bus is enough for what was asked to be painted.
        self.program.windows()
        subprocess.run(["import", "-window", "root", "-strip", str(self.folder / f"{name}{self.suffix}.png")],
                       check=True, timeout=30)

    def start(self, name, *options):
        import accessible
        self.process = self.desktop.start([str(self.programs / "apono-console"), *options], name)
        self.program = accessible.Program(self.process.pid)

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)

    def first_start(self):
        self.start("welcome", "--data-dir", str(self.desktop.place / "fresh"))
        self.program.wait_here(self.program.windows, "a first window")
        self.take("welcome")
        self.end()
        self.start("empty", "--local", "--data-dir", str(self.desktop.place / "empty"))
        self.main = self.program.window("Service Accounts — Local")
        self.program.says(self.main, "No service accounts yet")
        self.take("empty")
        self.end()

    def list(self):
        from accessible import Atspi, fresh, is_selected
        data = self.desktop.place / "data"
        seed(self.programs, data / "workspace")
        self.start("list", "--local", "--data-dir", str(data))
        self.main = self.program.window("Service Accounts — Local")
        self.program.says(self.main, f"{ACCOUNTS} service accounts")
        table = self.program.find(self.main, "Service accounts", "table")
        row = Atspi.Table.get_accessible_at(table, 3, 0)
        self.program.click(row)
        self.program.wait_here(lambda: is_selected(fresh(row)), "the row selected")
        self.take("main")

    def filters(self):
        for button in ("Status", "Role", "Connection"):
            self.program.open_menu(self.main, button)
            self.program.keyboard.press("Down")
            self.take(f"menu-{button.lower()}")
            self.program.keyboard.press("Escape")
        self.program.enter_text(self.main, "Search", "deploy")
        self.take("search")
        self.program.enter_text(self.main, "Search", "nothing has this name")
        self.program.find(self.main, "Clear Filters")
        self.take("no-match")
        self.program.press(self.main, "Clear Filters")

    def add(self):
        self.program.press(self.main, "New Service Account")
        form = self.program.window("Add Service Account")
        self.take("add")
        self.program.open_list(form, "Expires in")
        self.program.keyboard.press("Down")
        self.take("add-expires-in")
        self.program.keyboard.press("Escape")
        self.program.enter_text(form, "Name", "CI deploy")
        self.program.enter_text(form, "Description", "Made for a picture")
        self.take("add-refused")
        self.program.enter_text(form, "Name", "a_picture")
        self.program.open_list(form, "Role")
        self.program.go_to("Deployment")
        self.program.keyboard.press("Space")
        self.take("add-roles")
        self.program.keyboard.press("Escape")
        self.take("add-ready")
        self.program.press(form, "Generate New Token")
        self.program.find(form, "Token")
        self.take("token")
        self.program.press(form, "Copy")
        self.program.says(form, "Copied.")
        self.program.press(form, "Save to Keychain")
        self.program.says(form, "Saved in the keychain")
        self.take("token-kept")
        self.program.press(form, "Done")
        self.program.wait_until_closed("Add Service Account")
        self.take("new-row")

    def edit(self):
        self.program.keyboard.press("Enter")
        form = self.program.window("Edit Service Account")
        self.take("edit")
        self.change_behind_its_back()
        self.program.enter_text(form, "Description", "Made for another picture")
        self.program.press(form, "Save Changes")
        self.program.find(form, "Their description")
        self.take("edit-changed-meanwhile")
        self.program.press(form, "Your description")
        self.program.press(form, "Save Changes")
        self.program.wait_until_closed("Edit Service Account")

    def change_behind_its_back(self):
        """Through the Admin account that the seeding left in the workspace."""
        token = (self.desktop.place / "data/workspace/admin-token").read_text(encoding="utf-8").strip()
        api = adminapi.AdminApi(adminapi.port_of_child(self.process.pid), token)
        api.change("a_picture", "Changed by somebody else", ["Deployment"])

    def delete(self):
        self.program.keyboard.press("Delete")
        question = self.program.window("Delete Service Account")
        self.take("delete")
        self.program.press(question, "Yes")
        self.program.wait_until_closed("Delete Service Account")

    def failed(self):
        # A server that keeps ending is given up, and what was read stays.
        while not self.program.look_for(self.main, "Retry"):
            for child in desktop.children_of(self.process.pid):
                os.kill(child, signal.SIGKILL)
        self.take("failed")
        self.end()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=pathlib.Path, required=True, help="the folder of both built programs")
    parser.add_argument("--to", type=pathlib.Path, required=True, help="where the pictures go")
    parser.add_argument("--dark", action="store_true", help="on a dark desktop")
    parser.add_argument("--scale", type=int, default=1, help="2 for 200 %%")
    parser.add_argument("--only", choices=["main"], help="the picture of README.md alone")
    arguments = parser.parse_args()
    arguments.to.mkdir(parents=True, exist_ok=True)
    suffix = ("-dark" if arguments.dark else "-light") + (f"-{arguments.scale}00" if arguments.scale > 1 else "")
    with desktop.Desktop(1280 * arguments.scale, 800 * arguments.scale) as virtual:
        if arguments.dark:
            wear_dark()
        os.environ["QT_SCALE_FACTOR"] = str(arguments.scale)
        pictures = Pictures(virtual, arguments.programs.resolve(), arguments.to, suffix)
        if arguments.only:
            pictures.list()
            pictures.end()
            return 0
        for part in (pictures.first_start, pictures.list, pictures.filters, pictures.add, pictures.edit,
                     pictures.delete, pictures.failed):
            part()
    return 0


if __name__ == "__main__":
    sys.exit(main())
