"""Walks every window of the running console as a screen reader does, and says what it could not tell apart.

    walk.py --programs DIR

In each window: whatever one can use has a name, no two of a role have the same one, and nothing is without a
role. In the main window and the larger dialogs: Tab comes to everything that takes the focus. What happened is
announced, and what failed is announced once. Its status is 0 if all of it holds, and 77 if something that it
needs is not installed.
"""

import argparse
import collections
import importlib.util
import os
import pathlib
import signal
import sys

import adminapi
import desktop
import moodyserver

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
# What is said twice is said twice at once.
AGAIN_SECONDS = 1


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
        from accessible import Atspi, NotSeen, descendants, fresh, has, is_enabled, is_showing
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
                at = self.stop_reached()
            except NotSeen:
                continue
            if at in reached:
                break
            reached.append(at)
        print(f"{title}: Tab goes " + ", ".join(f"{name}" for _, name in reached), flush=True)
        # Inside a list and a group of choices the arrows go on: one of a group is enough.
        groups = [parent for role, name, parent in wanted if role == "check box" and (role, name) in reached]
        for role, name, parent in wanted:
            if (role, name) not in reached and role not in ("radio button", "list") and parent not in groups:
                self.faults.append(f"{title}: Tab does not come to the {role} {name!r}")

    def stop_reached(self):
        """The role and name of what Tab came to."""
        from accessible import wait_for

        def stop():
            # Kept: the next event may come in while this one's control is asked.
            at = self.program.focused
            if at is None:
                return None
            # In a chart it is a week that has the focus; Tab came to the chart.
            parent = at.get_parent()
            at = parent if parent and parent.get_role_name() == "chart" else at
            return at.get_role_name(), at.get_name()

        return wait_for(stop, "a control with the focus", 3)

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

    def check_failure(self, title):
        """What failed is announced, and not again while nothing else happens."""
        from accessible import NotSeen, wait_for
        self.check_announced(title)
        times = lambda: sum(title in heard for heard in self.heard)  # noqa: E731
        try:
            wait_for(lambda: times() > 1, "a second announcement", AGAIN_SECONDS)
            self.faults.append(f"announced {times()} times: {title}")
        except NotSeen:
            pass
        self.check(title, self.main)

    # Ways into the windows.

    def start(self, name, *options):
        import accessible
        self.process = self.desktop.start([str(self.programs / "apono-console"), *options], name)
        self.program = accessible.Program(self.process.pid)

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=20)

    def open(self, title, words):
        """A dialog by its action in the palette."""
        self.program.open_palette(self.main, words)
        self.program.keyboard.press("Enter")
        return self.program.window(title)

    def visit(self, title, words, tabs=False):
        """Looks at a dialog and leaves it by Esc."""
        dialog = self.open(title, words)
        self.check(title, dialog)
        if tabs:
            self.check_tabs(title, dialog)
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
        self.program.open_palette(self.main, "account")
        self.check("Command Palette", self.main)
        self.program.close_palette(self.main)
        for title, words in (("Settings", "settings"), ("Keyboard Shortcuts", "keyboard"), ("About", "about"),
                             ("Connections", "connections"), ("Export", "export")):
            self.visit(title, words, tabs=True)

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
        self.program.leave_by_escape(lambda: self.program.look_for(self.main, "Clear Selection") is None,
                                     "the selection cleared")

    def add_and_reveal(self):
        title = "Add Service Account"
        self.program.keyboard.press("Control", "n")
        form = self.program.window(title)
        self.check(title, form)
        self.program.enter_text(form, "Name", "walked")
        self.question_and_calendar(form)
        self.program.open_list(form, "Role")
        self.program.go_to("Viewer")
        self.program.keyboard.press("Space")
        self.program.close_list(form, "Role")
        self.program.press(form, "Generate New Token")
        self.program.find(form, "Token")
        self.check("The new token", form)
        self.program.press(form, "Copy")
        self.check_announced("Copied. The clipboard is cleared")
        self.program.press(form, "Save to Keychain")
        self.check_announced("Saved in the keychain")
        self.program.press(form, "Done")
        self.program.wait_until_closed(title)

    def question_and_calendar(self, form):
        self.program.keyboard.press("Escape")
        question = self.program.window("Nothing Created Yet")
        self.check("Nothing Created Yet", question)
        self.program.press(question, "Continue Editing")
        self.program.wait_until_closed("Nothing Created Yet")
        self.program.open_list(form, "Expires in")
        self.program.go_to("Custom date…")
        self.program.keyboard.press("Space")
        self.program.wait_here(lambda: self.program.focused.get_role_name() != "radio button", "the calendar")
        self.check("The calendar", self.program.window_of_focused())
        self.program.close_list(form, "Expires in")

    def comparison(self):
        """Another admin saves while the form is open."""
        title = "Edit Service Account"
        self.program.keyboard.press("Enter")
        form = self.program.window(title)
        token = (self.desktop.place / "data/workspace/admin-token").read_text(encoding="utf-8").strip()
        api = adminapi.AdminApi(adminapi.port_said(self.desktop.said("main")), token)
        api.change("walked", "Changed by somebody else", ["Viewer"])
        self.program.enter_text(form, "Description", "Changed here")
        self.program.press(form, "Save Changes")
        self.program.find(form, "Their description")
        self.check("Changed meanwhile", form)
        self.program.press(form, "Your description")
        self.program.press(form, "Save Changes")
        self.program.wait_until_closed(title)
        self.wait_active()

    def workspace_gone(self):
        """A server that keeps ending is given up."""
        self.heard.clear()
        while not self.program.look_for(self.main, "Retry"):
            for child in desktop.children_of(self.process.pid):
                os.kill(child, signal.SIGKILL)
        self.check_failure("The local workspace does not run")

    def on_a_server(self):
        """Only a server has a token that can be another one, and this one answers as it is told to."""
        self.server = moodyserver.MoodyServer()
        self.start("server", "--data-dir", str(self.desktop.place / "server"))
        window = self.program.wait_here(lambda: next(iter(self.program.windows()), None), "Welcome")
        self.program.enter_text(window, "Address", self.server.address)
        self.program.focus(self.program.find(window, "Token"))
        self.program.keyboard.type("a-token-that-opens-nothing")
        self.program.press(window, "Connect to Apono")
        self.main = self.program.window(f"Service Accounts — {self.server.address.removeprefix('http://')}")
        self.program.says(self.main, f"{len(self.server.accounts)} service accounts")
        self.wait_active()
        self.visit("Use Another Token", "another token", tabs=True)
        connections = self.open("Connections", "connections")
        self.program.press(connections, "Advanced")
        self.program.find(connections, "Resource path")
        self.check("Connections, Advanced", connections)
        self.check_tabs("Connections, Advanced", connections)
        self.leave("Connections")

    def many_on_a_server(self):
        title = "Delete Service Accounts"
        self.go_to_row(3)
        self.program.keyboard.press("Control", "a")
        self.program.says(self.main, f"{len(self.server.accounts)} selected")
        dialog = self.open(title, "delete")
        self.server.mood = "busy"
        self.program.press(dialog, "Yes")
        self.program.says(dialog, "Waiting for the server")
        self.check("Waiting for the server", dialog)
        self.program.press(dialog, "Cancel")
        self.program.find(dialog, "Close")
        self.check("The report", dialog)
        self.server.mood = "well"
        self.program.press(dialog, "Close")
        self.program.wait_until_closed(title)
        self.wait_active()

    def failures(self):
        for mood, title in (("login page", "The list could not be loaded"), ("busy", "The server asks to wait"),
                            ("unauthorized", "The token of this connection is not accepted")):
            self.heard.clear()
            self.server.mood = mood
            self.program.keyboard.press("F5")
            self.check_failure(title)
        self.server.mood, self.server.role = "forbidden", "Viewer"
        self.program.keyboard.press("F5")
        self.program.says(self.main, "Needs the Admin role")
        self.check("Needs the Admin role", self.main)
        self.end()
        self.server.end()

    def parts(self):
        return [self.welcome, self.main_window, self.from_the_palette, self.dialogs_of_one, self.dialogs_of_many,
                self.add_and_reveal, self.comparison, self.workspace_gone, self.end, self.on_a_server,
                self.many_on_a_server, self.failures]

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
