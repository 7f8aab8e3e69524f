"""Walks every window of the running console as a screen reader does, and says what it could not tell apart.

    walk.py --programs DIR

In each window: whatever one can use has a name, no two of a role have the same one, and nothing is without a
role. In the main window: Tab comes to everything that takes the focus. What happened is announced. Its status
is 0 if all of it holds, and 77 if something that it needs is not installed.
"""

import argparse
import collections
import importlib.util
import pathlib
import signal
import sys

import adminapi
import desktop

SKIPPED = 77
ACCOUNTS = 30
MAIN = "Service Accounts — Local"
# Whoever has one of these roles is there to be used.
CONTROLS = {"push button", "toggle button", "check box", "radio button", "combo box", "text", "password text", "entry",
            "spin button", "slider", "table", "tree", "tree table", "list", "link", "page tab", "menu", "menu item",
            "check menu item", "button menu"}
# A window and what lies in it to carry others have the focus only for a moment, if at all.
CARRIERS = {"frame", "dialog", "window", "filler", "panel", "scroll pane", "viewport", "status bar", "menu bar", "label",
            "list item", "table cell", "table row", "table column header", "table row header"}
MOST_TABS = 80


class Walk:
    def __init__(self, virtual, programs):
        self.desktop, self.programs = virtual, programs
        self.process = self.program = self.main = None
        self.heard = []
        self.faults = []

    # What is asked of each window.

    def check(self, title, window):
        """Notes what is wrong with a window."""
        from accessible import Atspi, descendants, fresh, has, is_showing
        seen = collections.Counter()
        total = 0
        for node in descendants(fresh(window)):
            if not is_showing(node):
                continue
            role, name = node.get_role_name(), node.get_name()
            total += 1
            if role in ("", "unknown", "invalid"):
                self.faults.append(f"{title}: {name!r} has no role")
            focusable = has(node, Atspi.StateType.FOCUSABLE) and role not in CARRIERS
            if role not in CONTROLS and not focusable:
                continue
            if not name:
                self.faults.append(f"{title}: a {role} has no name ({node.get_description()!r})")
            seen[(role, name)] += 1
        for (role, name), count in seen.items():
            if name and count > 1:
                self.faults.append(f"{title}: {count} controls are a {role} named {name!r}")
        if not seen:
            self.faults.append(f"{title}: nothing in it can be used")
        print(f"{title}: {sum(seen.values())} controls, {total} things in all", flush=True)

    def check_tabs(self, title, window):
        """Presses Tab until it comes round, and notes what it did not come to."""
        from accessible import Atspi, NotSeen, descendants, fresh, has, is_enabled, is_showing, wait_for
        wanted = [(node.get_role_name(), node.get_name(), node.get_parent()) for node in descendants(fresh(window))
                  if is_showing(node) and is_enabled(node) and has(node, Atspi.StateType.FOCUSABLE)
                  and node.get_role_name() not in CARRIERS | {"menu item", "menu"}
                  # In the chart the arrows go from week to week.
                  and node.get_parent().get_role_name() != "chart"]
        reached = []
        for _ in range(MOST_TABS):
            self.program.focused = None
            self.program.keyboard.press("Tab")
            try:
                wait_for(lambda: self.program.focused, "a control with the focus", 3)
            except NotSeen:
                continue
            at = (self.program.focused.get_role_name(), self.program.focused.get_name())
            if at in reached:
                break
            reached.append(at)
        print(f"{title}: Tab goes " + ", ".join(f"{name}" for _, name in reached), flush=True)
        # Inside a list and a group of choices the arrows go on: one of a group is enough.
        groups = [parent for role, name, parent in wanted if role == "check box" and (role, name) in reached]
        for role, name, parent in wanted:
            if (role, name) not in reached and role not in ("radio button", "list") and parent not in groups:
                self.faults.append(f"{title}: Tab does not come to the {role} {name!r}")

    def listen(self):
        """Hears what is announced: a notification that shows itself."""
        from accessible import Atspi
        self.listener = Atspi.EventListener.new(self.on_showing)
        self.listener.register("object:state-changed:showing")

    def on_showing(self, event):
        from accessible import GLib
        try:
            if event.detail1 and event.source is not None and event.source.get_role_name() == "notification":
                event.source.clear_cache()
                self.heard.append(event.source.get_name())
        except GLib.Error:
            # It went away before it could be asked.
            pass

    def check_announced(self, sentence):
        from accessible import NotSeen, wait_for
        try:
            wait_for(lambda: any(sentence in heard for heard in self.heard), f'"{sentence}" announced', 10)
            print(f'Announced: "{sentence}"', flush=True)
        except NotSeen:
            self.faults.append(f"not announced: {sentence} (but {self.heard})")

    # Ways into the windows.

    def start(self, name, *options):
        import accessible
        self.process = self.desktop.start([str(self.programs / "apono-console"), *options], name)
        self.program = accessible.Program(self.process.pid)

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)

    def palette(self, words):
        """Opens the command palette with these words."""
        from accessible import Atspi, fresh, has
        self.program.keyboard.press("Control", "k")
        field = self.program.find(self.main, "Command Palette", "text")
        self.program.wait_here(lambda: has(fresh(field), Atspi.StateType.FOCUSED), "the palette with the focus")
        self.program.keyboard.type(words)
        self.program.wait_here(lambda: words in self.text(field), f'"{words}" in the palette')

    @staticmethod
    def text(node):
        from accessible import text_of
        return text_of(node)

    def visit(self, title, words):
        """A dialog by its action in the palette: looks at it and leaves it by Esc."""
        self.palette(words)
        self.program.keyboard.press("Enter")
        dialog = self.program.window(title)
        self.check(title, dialog)
        self.leave(title)

    def leave(self, title):
        self.program.keyboard.press("Escape")
        self.program.wait_until_closed(title)
        self.wait_active()

    def wait_active(self):
        from accessible import Atspi, fresh, has
        self.program.wait_here(lambda: has(fresh(self.main), Atspi.StateType.ACTIVE), "the main window active")

    def go_to_row(self, row):
        """Clicks it. Another one each time: two clicks on the same are a double click."""
        from accessible import Atspi, fresh, is_selected
        table = self.program.find(self.main, "Service accounts", "table")
        cell = Atspi.Table.get_accessible_at(table, row, 0)
        self.program.click(cell)
        self.program.wait_here(lambda: is_selected(fresh(cell)), "the row selected")

    # The windows.

    def welcome(self):
        self.start("welcome", "--data-dir", str(self.desktop.place / "fresh"))
        window = self.program.wait_here(lambda: next(iter(self.program.windows()), None), "a first window")
        self.check(window.get_name(), window)
        self.end()

    def main_window(self):
        data = self.desktop.place / "data"
        adminapi.seed(self.programs, data / "workspace", ACCOUNTS)
        self.start("main", "--local", "--data-dir", str(data))
        self.main = self.program.window(MAIN)
        self.program.says(self.main, f"{ACCOUNTS} service accounts")
        self.wait_active()
        self.listen()
        self.go_to_row(2)
        self.check(MAIN, self.main)
        self.check_tabs(MAIN, self.main)
        self.go_to_row(3)
        self.program.keyboard.press("Control", "c")
        self.check_announced("Copied the name")

    def from_the_palette(self):
        self.palette("account")
        self.check("Command Palette", self.main)
        self.program.keyboard.press("Escape")
        for title, words in (("Settings", "settings"), ("Keyboard Shortcuts", "keyboard"), ("About", "about"),
                             ("Connections", "connections"), ("Export", "export")):
            self.visit(title, words)

    def dialogs_of_one(self):
        self.go_to_row(4)
        for title, key in (("Edit Service Account", "Enter"), ("Delete Service Account", "Delete")):
            self.program.keyboard.press(key)
            self.check(title, self.program.window(title))
            self.leave(title)

    def dialogs_of_many(self):
        self.go_to_row(6)
        self.program.keyboard.press("Control", "a")
        self.program.says(self.main, f"{ACCOUNTS} selected")
        self.check("Several rows selected", self.main)
        for title, words in (("Add Role", "add role"), ("Remove Role", "remove role"),
                             ("Delete Service Accounts", "delete")):
            self.visit(title, words)
        self.program.keyboard.press("Escape")

    def add_and_reveal(self):
        title = "Add Service Account"
        self.program.keyboard.press("Control", "n")
        form = self.program.window(title)
        self.check(title, form)
        self.program.enter_text(form, "Name", "walked")
        self.program.open_list(form, "Role")
        self.program.go_to("Viewer")
        self.program.keyboard.press("Space")
        self.program.keyboard.press("Escape")
        self.program.press(form, "Generate New Token")
        self.program.find(form, "Token")
        self.check("The new token", form)
        self.program.press(form, "Copy")
        self.check_announced("Copied. The clipboard is cleared")
        self.program.press(form, "Save to Keychain")
        self.check_announced("Saved in the keychain")
        self.program.press(form, "Done")
        self.program.wait_until_closed(title)

    def another_token(self):
        """On a server of its own: the local workspace signs in by itself."""
        folder = self.desktop.place / "server"
        folder.mkdir()
        server = self.desktop.start([str(self.programs / "apono-local-api"), "--data-dir", str(folder)], "server")
        from accessible import wait_for
        said = wait_for(lambda: next((line for line in self.desktop.said("server").splitlines()
                                      if line.startswith("Listening on ")), None), "the server listening")
        token = (folder / "admin-token").read_text(encoding="utf-8").strip()
        self.start("another", "--data-dir", str(self.desktop.place / "another"))
        window = self.program.wait_here(lambda: next(iter(self.program.windows()), None), "Welcome")
        self.program.enter_text(window, "Address", said.removeprefix("Listening on "))
        self.program.focus(self.program.find(window, "Token"))
        self.program.keyboard.type(token)
        self.program.press(window, "Connect to Apono")
        self.main = self.program.wait_here(
            lambda: next((w for w in self.program.windows() if w.get_name().startswith("Service Accounts — ")), None),
            "the main window of the server")
        self.wait_active()
        self.visit("Use Another Token", "another token")
        self.end()
        self.desktop.stop(server)

    def parts(self):
        return [self.welcome, self.main_window, self.from_the_palette, self.dialogs_of_one, self.dialogs_of_many,
                self.add_and_reveal, self.end, self.another_token]

    def run(self, only):
        for part in self.parts():
            if only and part.__name__ not in only + ["end"]:
                continue
            try:
                part()
            except Exception as failure:  # what comes after it is still worth a look
                self.faults.append(f"{part.__name__}: {failure}")
        return self.faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=pathlib.Path, required=True, help="the folder of both built programs")
    parser.add_argument("--only", nargs="*", default=[], help="names of parts, for a quicker look")
    arguments = parser.parse_args()
    missing = desktop.missing_programs() + [module for module in ["gi"] if not importlib.util.find_spec(module)]
    if missing:
        print(f"Not installed: {', '.join(missing)} (packaging/install-dependencies.sh --tour)")
        return SKIPPED
    with desktop.Desktop() as virtual:
        faults = Walk(virtual, arguments.programs.resolve()).run(arguments.only)
    for fault in faults:
        print("FAULT  " + fault)
    print("Every window can be told." if not faults else f"{len(faults)} faults.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
