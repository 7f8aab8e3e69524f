"""The console on its local workspace: every window and state that one reaches with the keyboard and the mouse."""

import os
import signal

import adminapi
import desktop
from accessible import Atspi, fresh, has, is_selected
from pictures import Pictures

ACCOUNTS = 214
MAIN = "Service Accounts — Local"


class LocalStates(Pictures):
    def all(self):
        for part in (self.first_start, self.list, self.filters, self.head, self.from_the_palette, self.many, self.add,
                     self.edit, self.delete, self.failed):
            part()

    # Small things that several parts do.

    def run(self, words):
        """Runs what the palette finds first."""
        self.program.open_palette(self.main, words)
        self.program.keyboard.press("Enter")
        self.program.wait_here(lambda: not self.program.look_for(self.main, "Command Palette", "text"),
                               "the palette gone")

    def leave(self, title):
        self.program.keyboard.press("Escape")
        self.program.wait_until_closed(title)
        self.program.wait_here(lambda: has(fresh(self.main), Atspi.StateType.ACTIVE), "the main window active")

    def select(self, row):
        table = self.program.find(self.main, "Service accounts", "table")
        cell = Atspi.Table.get_accessible_at(table, row, 0)
        self.program.click(cell)
        self.program.wait_here(lambda: is_selected(fresh(cell)), "the row selected")

    # The states.

    def first_start(self):
        self.start("welcome", "--data-dir", str(self.desktop.place / "fresh"))
        self.program.wait_here(self.program.windows, "a first window")
        self.take("welcome")
        self.end()
        self.start("empty", "--local", "--data-dir", str(self.desktop.place / "empty"))
        self.main = self.program.window(MAIN)
        self.program.says(self.main, "No service accounts yet")
        self.take("empty")
        self.end()

    def list(self):
        data = self.desktop.place / "data"
        adminapi.seed(self.programs, data / "workspace", ACCOUNTS)
        self.start("list", "--local", "--data-dir", str(data))
        self.main = self.program.window(MAIN)
        self.program.says(self.main, f"{ACCOUNTS} service accounts")
        self.select(3)
        self.take("main")

    def filters(self):
        for button in ("Status", "Role", "Connection"):
            self.program.open_menu(self.main, button)
            self.program.keyboard.press("Down")
            self.take(f"menu-{button.lower()}")
            self.program.close_list(self.main, button)
        self.program.enter_text(self.main, "Search", "deploy")
        self.take("search")
        self.program.enter_text(self.main, "Search", "nothing has this name")
        self.program.find(self.main, "Clear Filters")
        self.take("no-match")
        self.program.press(self.main, "Clear Filters")
        self.program.wait_here(lambda: not self.program.look_for(self.main, "Clear Filters"), "all accounts again")

    def head(self):
        self.program.open_menu(self.main, "Columns")
        self.program.keyboard.press("Down")
        self.take("menu-columns")
        self.program.keyboard.press("Escape")
        columns = self.program.find(self.main, "Columns", "push button")
        self.program.wait_here(lambda: has(fresh(columns), Atspi.StateType.FOCUSED), "the menu closed")
        self.run("details")
        self.take("all-columns")
        self.run("exact times")
        self.take("exact-times")
        self.run("exact times")
        self.run("details")
        # In a low window the chart is folded at first.
        is_folded = not self.program.look_for(self.main, "Show as Table")
        if is_folded:
            self.program.press(self.main, "Expirations ahead")
        self.program.press(self.main, "Show as Table")
        self.program.find(self.main, "Show as Chart")
        self.take("expirations-table")
        self.program.press(self.main, "Show as Chart")
        if is_folded:
            self.program.press(self.main, "Expirations ahead")

    def from_the_palette(self):
        self.program.open_palette(self.main, "re")
        self.take("palette")
        self.program.close_palette(self.main)
        for title, words in (("Settings", "settings"), ("Keyboard Shortcuts", "keyboard"), ("About", "about"),
                             ("Connections", "connections"), ("Export", "export")):
            self.run(words)
            self.program.window(title)
            self.take(title.lower().replace(" ", "-"))
            self.leave(title)

    def many(self):
        self.select(1)
        self.program.keyboard.press("Control", "a")
        self.program.says(self.main, f"{ACCOUNTS} selected")
        self.take("selection-bar")
        for title, words in (("Add Role", "add role"), ("Remove Role", "remove role"),
                             ("Delete Service Accounts", "delete")):
            self.run(words)
            self.program.window(title)
            self.take(title.lower().replace(" ", "-"))
            self.leave(title)
        self.program.leave_by_escape(lambda: self.program.look_for(self.main, "Clear Selection") is None,
                                     "the selection cleared")

    def add(self):
        self.program.press(self.main, "New Service Account")
        form = self.program.window("Add Service Account")
        self.take("add")
        self.program.open_list(form, "Expires in")
        self.program.keyboard.press("Down")
        self.take("add-expires-in")
        self.program.close_list(form, "Expires in")
        self.program.enter_text(form, "Name", "CI deploy")
        self.program.enter_text(form, "Description", "Made for a picture")
        self.take("add-refused")
        self.program.enter_text(form, "Name", "a_picture")
        self.program.open_list(form, "Role")
        self.program.go_to("Deployment")
        self.program.keyboard.press("Space")
        self.take("add-roles")
        self.program.close_list(form, "Role")
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
        api = adminapi.AdminApi(adminapi.port_said(self.desktop.said("list")), token)
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
