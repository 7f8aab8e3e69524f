"""The whole life of a token in the built programs: the acceptance test, and the tour of packaging/run.sh.

Each method of Life is one step; its first line is what people read while it runs.
"""

import pathlib
import subprocess

import adminapi
from accessible import (Atspi, Program, fresh, has, is_checked, is_enabled, is_selected, is_showing, text_of,
                        wait_for)

MAIN = "Service Accounts — Local"
ADD = "Add Service Account"
EDIT = "Edit Service Account"
DELETE = "Delete Service Account"
TABLE = "Service accounts"

SECOND_ADMIN = "second_admin"
NAME = "ci_deploy"
OTHERS = 60
SECONDS = 20


def must(condition, sentence):
    if not condition:
        raise AssertionError(sentence)


def saved_token(name):
    """What the command of README.md prints in a script; None when there is no such entry."""
    answer = subprocess.run(["secret-tool", "lookup", "server", "apono-console", "user",
                             f"apono-console/local/{name}"],
                            capture_output=True, text=True, check=False, timeout=SECONDS)
    return answer.stdout if answer.returncode == 0 else None


class Life:
    def __init__(self, desktop, programs):
        self.desktop = desktop
        self.console = pathlib.Path(programs) / "apono-console"
        self.process = None
        self.program = None
        self.main = None
        self.token = None
        self.second_admin = None

    def steps(self):
        return [self.start, self.make_a_second_admin, self.fill_the_list, self.refuse_a_bad_name,
                self.fill_in_the_form, self.generate, self.reveal, self.save_to_keychain, self.use_the_token,
                self.finish, self.edit_roles, self.change_meanwhile, self.see_both_versions,
                self.choose_field_by_field, self.ask_before_deleting, self.delete, self.refuse_the_token,
                self.forget_the_entry, self.leave_no_trace, self.quit]

    # Small things that several steps do.

    def row_of(self, name):
        """The row of an account in the table; None when it is not there."""
        table = self.program.look_for(self.main, TABLE, "table")
        for row in range(Atspi.Table.get_n_rows(table) if table else 0):
            cell = Atspi.Table.get_accessible_at(table, row, 0)
            if cell is not None and fresh(cell).get_name() == name:
                return cell
        return None

    def token_text(self, window):
        return text_of(self.program.find(window, "Token"))

    def choose_roles(self, window, *names):
        """Ticks roles in the list under "Role"; it stays open until Esc."""
        self.program.open_list(window, "Role")
        for name in names:
            self.program.go_to(name)
            self.program.keyboard.press("Space")
        self.program.close_list(window, "Role")
        role = self.program.find(window, "Role")
        self.program.wait_here(lambda: all(name in fresh(role).get_description() for name in names),
                               f'"Role" telling {", ".join(names)}')

    def save(self, window):
        self.program.press(window, "Save to Keychain")
        self.program.says(window, "Saved in the keychain")

    # The steps.

    def start(self):
        """Start the console on the local workspace"""
        self.process = self.desktop.start([str(self.console), "--local"], "console")
        self.program = Program(self.process.pid)
        self.main = self.program.window(MAIN)
        self.program.says(self.main, "No service accounts yet")
        self.program.wait_here(lambda: has(fresh(self.main), Atspi.StateType.ACTIVE), "the window active")

    def make_a_second_admin(self):
        """Make an unlimited Admin account from the empty page, and keep its token in the keychain"""
        self.program.press(self.main, "Create Service Account")
        form = self.program.window(ADD)
        self.program.enter_text(form, "Name", SECOND_ADMIN)
        self.program.press(form, "Unlimited")
        self.choose_roles(form, "Admin")
        self.program.press(form, "Generate New Token")
        self.save(form)
        self.program.press(form, "Done")
        self.program.wait_until_closed(ADD)
        port = wait_for(lambda: adminapi.port_said(self.desktop.said("console")), "the local API listening")
        self.second_admin = adminapi.AdminApi(port, saved_token(SECOND_ADMIN))
        session = self.second_admin.call("GET", adminapi.SESSION)
        must(session.status == 200 and session.body["user"]["name"] == SECOND_ADMIN,
             "the second admin's token, read from the keychain, does not sign in")

    def fill_the_list(self):
        """The second admin makes 60 more over HTTP; Refresh shows them"""
        for number in range(OTHERS):
            made = self.second_admin.create(f"build_{number:03}", "Made by a script", ["Viewer"])
            must(made.status == 200, f"a create over HTTP was answered by {made.status}")
        self.program.keyboard.press("F5")
        self.program.wait_here(lambda: self.row_of(f"build_{OTHERS - 1:03}"), "the accounts that others made")

    def refuse_a_bad_name(self):
        """Open "New Service Account": an upper-case name is refused beside its field, and stays"""
        self.program.press(self.main, "New Service Account")
        form = self.program.window(ADD)
        self.program.enter_text(form, "Name", "CI_Deploy")
        name = self.program.find(form, "Name")
        self.program.wait_here(lambda: "lower" in fresh(name).get_description().lower(), "the reason beside the name")
        must(not is_enabled(fresh(self.program.find(form, "Generate New Token"))),
             "Generate New Token is enabled for a bad name")
        must(text_of(name) == "CI_Deploy", "what was typed did not stay")

    def fill_in_the_form(self):
        """Type name and description, see Limited with 30 days chosen, choose the role Deployment"""
        form = self.program.window(ADD)
        self.program.enter_text(form, "Name", NAME)
        self.program.enter_text(form, "Description", "Deploys the shop")
        must(is_checked(fresh(self.program.find(form, "Limited"))), "Limited is not chosen at first")
        must("30 days" in self.program.find(form, "Expires in").get_description(), "30 days is not chosen at first")
        self.choose_roles(form, "Deployment")

    def generate(self):
        """Generate New Token: it is there, and masked"""
        form = self.program.window(ADD)
        self.program.press(form, "Generate New Token")
        self.program.find(form, "Token")
        must(self.token_text(form) == "", "a masked token can be read")

    def reveal(self):
        """Show reveals the token, Hide masks it again"""
        form = self.program.window(ADD)
        self.program.press(form, "Show")
        self.token = self.program.wait_here(lambda: self.token_text(form), "the token's text")
        must(self.token.startswith("apono_sa_") and len(self.token) == 45, "this is not a token's form")
        self.program.press(form, "Hide")
        self.program.wait_here(lambda: self.token_text(form) == "", "the token masked again")

    def save_to_keychain(self):
        """Save to Keychain; secret-tool prints the very token that was shown"""
        self.save(self.program.window(ADD))
        must(saved_token(NAME) == self.token, "the keychain holds another text than the one shown")

    def use_the_token(self):
        """With the token, reading users is answered by 200, reading service accounts by 403"""
        api = adminapi.AdminApi(self.second_admin.port, self.token)
        must(api.call("GET", adminapi.USERS).status == 200, "the new token does not work")
        must(api.call("GET", adminapi.ACCOUNTS).status == 403, "Deployment may read service accounts")

    def finish(self):
        """Done: the new row is selected and in view"""
        self.program.press(self.program.window(ADD), "Done")
        self.program.wait_until_closed(ADD)
        self.program.wait_here(lambda: (row := self.row_of(NAME)) and is_selected(row) and is_showing(row),
                               "the new row selected and in view")

    def edit_roles(self):
        """Edit, from the menu of the row: add the role Viewer, Save Changes"""
        self.program.choose(self.main, f"Actions for {NAME}", "Edit")
        form = self.program.window(EDIT)
        self.choose_roles(form, "Viewer")
        self.program.press(form, "Save Changes")
        self.program.wait_until_closed(EDIT)
        roles = self.second_admin.account(NAME).body["roles"]
        must(sorted(roles) == ["Deployment", "Viewer"], f"the server has the roles {roles}")

    def change_meanwhile(self):
        """While the form is open, the second admin changes description and roles over HTTP"""
        self.program.click(self.row_of(NAME))
        self.program.keyboard.press("Enter")
        form = self.program.window(EDIT)
        self.program.enter_text(form, "Description", "Deploys the shop every night")
        changed = self.second_admin.change(NAME, "Deploys the shop and the blog", ["Deployment", "Power User"])
        must(changed.status == 200, f"the change over HTTP was answered by {changed.status}")

    def see_both_versions(self):
        """Save Changes shows both versions field by field, and overwrites nothing"""
        form = self.program.window(EDIT)
        self.program.press(form, "Save Changes")
        self.program.says(form, "Deploys the shop every night")
        self.program.says(form, "Deploys the shop and the blog")
        now = self.second_admin.account(NAME).body
        must(now["description"] == "Deploys the shop and the blog", "the other's change was overwritten unseen")

    def choose_field_by_field(self):
        """Keep one's own description, take the other's roles, Save Changes"""
        form = self.program.window(EDIT)
        self.program.press(form, "Your description")
        self.program.press(form, "Their roles")
        self.program.press(form, "Save Changes")
        self.program.wait_until_closed(EDIT)
        now = self.second_admin.account(NAME).body
        must(now["description"] == "Deploys the shop every night", f"the description is {now['description']!r}")
        must(sorted(now["roles"]) == ["Deployment", "Power User"], f"the roles are {now['roles']}")

    def ask_before_deleting(self):
        """Delete asks first, naming the account; No has the focus"""
        self.program.click(self.row_of(NAME))
        self.program.keyboard.press("Delete")
        question = self.program.window(DELETE)
        self.program.says(question, NAME)
        no = self.program.find(question, "No")
        self.program.wait_here(lambda: has(fresh(no), Atspi.StateType.FOCUSED), '"No" with the focus')

    def delete(self):
        """Yes deletes it: the row goes"""
        self.program.press(self.program.window(DELETE), "Yes")
        self.program.wait_until_closed(DELETE)
        self.program.wait_here(lambda: self.row_of(NAME) is None, "the row gone")
        must(self.second_admin.account(NAME) is None, "the server still has the account")

    def refuse_the_token(self):
        """The token is refused from now on: 401"""
        answer = adminapi.AdminApi(self.second_admin.port, self.token).call("GET", adminapi.USERS)
        must(answer.status == 401, f"the deleted account's token was answered by {answer.status}")
        must("invalid_token" in answer.headers["WWW-Authenticate"], "401 does not say that the token is invalid")

    def forget_the_entry(self):
        """Its copy in the keychain is gone too; the other's is still there"""
        wait_for(lambda: saved_token(NAME) is None, "the entry gone from the keychain")
        must(saved_token(SECOND_ADMIN) == self.second_admin.token, "another account's entry went as well")

    def leave_no_trace(self):
        """Neither token stands in a file or in anything that the programs said"""
        tokens = [self.token.encode(), self.second_admin.token.encode()]
        files = [file for file in self.desktop.place.rglob("*") if file.is_file()]
        must(any(file.suffix in (".db", ".sqlite") for file in files), "no database was found: nothing is proved")
        for file in files:
            must(not any(token in file.read_bytes() for token in tokens), f"a token stands in {file.name}")

    def quit(self):
        """Ctrl+Q ends the console and its server, both cleanly"""
        server = self.second_admin
        self.program.keyboard.press("Control", "q")
        wait_for(lambda: self.process.poll() is not None, "the console ended")
        must(self.process.returncode == 0, f"the console ended with status {self.process.returncode}")
        try:
            server.call("GET", adminapi.USERS)
        except ConnectionError:
            return
        raise AssertionError("the server outlived its console")
