"""The life of a known token in both built programs, with a look into every place on the way (canary.py)."""

import json
import os
import pathlib
import re
import secrets
import signal
import string

import desktop
import scenario
from accessible import Atspi, Program, fresh, has, is_selected, text_of, wait_for
from canaryserver import CanaryServer
from readplaces import Display, accessible_words, allow_cores, core_of, files_under, memory_of, of_process
from spellings import Secret

ADD = scenario.ADD
NAME = "canary_deploy"
CLIPBOARD_SECONDS = 5
LETTERS = string.ascii_letters + string.digits


def random_text(length):
    return "".join(secrets.choice(LETTERS) for _ in range(length))


class ServerLife:
    """On a server whose token is known beforehand, with a credential that was typed in."""

    def __init__(self, virtual, programs, places):
        self.desktop, self.programs, self.places = virtual, programs, places
        self.token = Secret("the new token", "apono_sa_" + random_text(36))
        self.first = Secret("the first credential", "typed_" + random_text(40))
        self.second = Secret("the second credential", "typed_" + random_text(40))
        self.plant = Secret("the planted text", "planted" + random_text(24))
        places.plant, places.secrets = self.plant, [self.token, self.first, self.second]
        self.server = CanaryServer(self.token.text, self.plant.text)
        self.data = virtual.place / f"data-{self.plant.text}"
        self.cores = virtual.place / "cores"
        self.display = Display()
        self.process = self.program = self.main = None

    def run(self):
        self.prepare()
        for step in (self.begin, self.sign_in, self.use_another, self.fill_in, self.generate, self.masked, self.shown,
                     self.copied, self.kept, self.done, self.edit, self.fail, self.export_accounts,
                     self.export_connections, self.memory_afterwards, self.delete, self.crash, self.start_again,
                     self.files):
            print(f"  {step.__doc__}", flush=True)
            step()
        self.server.end()

    # What several steps do.

    def palette(self, words):
        self.program.open_palette(self.main, words)
        self.program.keyboard.press("Enter")

    def active(self):
        self.program.wait_here(lambda: has(fresh(self.main), Atspi.StateType.ACTIVE), "the main window active")

    def name_file(self, path):
        """Into the toolkit's own dialog for files."""
        field = self.program.wait_here(
            lambda: next((found for window in self.program.windows()
                          if (found := self.program.look_for(window, "File name:", "text"))), None), "the file dialog")
        self.program.focus(field)
        self.program.keyboard.press("Control", "a")
        self.program.keyboard.type(str(path))
        self.program.wait_here(lambda: text_of(field) == str(path), "the path typed")
        self.program.keyboard.press("Enter")

    def double_click(self, control):
        area = Atspi.Component.get_extents(control, Atspi.CoordType.SCREEN)
        Atspi.generate_mouse_event(area.x + 30, area.y + area.height // 2, "b1d")

    def select(self, name):
        table = self.program.find(self.main, scenario.TABLE, "table")
        row = self.program.wait_here(
            lambda: next((cell for number in range(Atspi.Table.get_n_rows(table))
                          if (cell := Atspi.Table.get_accessible_at(table, number, 0))
                          and fresh(cell).get_name() == name), None), f"the row {name}")
        self.program.click(row)
        self.program.wait_here(lambda: is_selected(fresh(row)), "the row selected")

    # The steps.

    def prepare(self):
        self.data.mkdir(mode=0o700)
        self.cores.mkdir(mode=0o700)
        allow_cores()
        temporary = self.desktop.place / "tmp"
        temporary.mkdir(mode=0o700)
        os.environ.update({"TMPDIR": str(temporary), "CONSOLE_CANARY": self.plant.text})
        (temporary / "planted").write_text(self.plant.text, encoding="utf-8")
        (self.data / "settings.json").write_text(
            json.dumps({"version": 1, "clipboard_seconds": CLIPBOARD_SECONDS}), encoding="utf-8")
        server = {"key": "canary", "name": self.plant.text, "address": self.server.address}
        (self.data / "connections.json").write_text(json.dumps({"version": 1, "servers": [server]}),
                                                    encoding="utf-8")

    def start(self):
        self.process = self.desktop.start([str(self.programs / "apono-console"), "--verbose", "--data-dir",
                                           str(self.data), "--connection", self.plant.text], "canary",
                                          cwd=self.cores)
        self.program = Program(self.process.pid)

    def find_main(self):
        self.main = self.program.window(f"Service Accounts — {self.plant.text}")
        self.program.says(self.main, f"{len(self.server.accounts)} service accounts")
        self.active()

    def begin(self):
        """Start on a connection without a token"""
        self.start()

    def sign_in(self):
        """Type its credential into "Welcome" """
        welcome = self.program.window("Welcome")
        self.program.enter_text(welcome, "Address", self.server.address)
        self.type_masked(welcome, self.first)
        self.program.press(welcome, "Connect to Apono")
        self.find_main()

    def type_masked(self, window, secret):
        self.program.focus(self.program.find(window, "Token"))
        self.program.keyboard.type(secret.text)
        self.places.look("accessibility tree, masked", accessible_words(self.program), is_planted=True)

    def use_another(self):
        """Type another into "Use Another Token" """
        self.palette("another token")
        dialog = self.program.window("Use Another Token")
        self.type_masked(dialog, self.second)
        self.program.press(dialog, "Use Token")
        self.program.wait_until_closed("Use Another Token")
        for secret in (self.first, self.second):
            scenario.must(f"Bearer {secret.text}" in self.server.bearers, f"{secret.name} was not sent")
        self.active()

    def fill_in(self):
        """Fill in the form, with the planted text as the description"""
        self.program.keyboard.press("Control", "n")
        form = self.program.window(ADD)
        self.program.enter_text(form, "Name", NAME)
        self.program.enter_text(form, "Description", self.plant.text)
        self.double_click(self.program.find(form, "Description"))
        wait_for(lambda: self.plant.is_in(self.display.selection("PRIMARY")), "the description in PRIMARY")
        self.program.open_list(form, "Role")
        self.program.go_to("Viewer")
        self.program.keyboard.press("Space")
        self.program.close_list(form, "Role")

    def generate(self):
        """Generate New Token; look at the journal while the server thinks"""
        form = self.program.window(ADD)
        self.program.press(form, "Generate New Token")
        scenario.must(self.server.asked.wait(scenario.SECONDS), "no create was sent")
        self.places.look("journal during a create", (self.data / "journal.json").read_bytes(), is_planted=True)
        self.server.go_on.set()
        self.program.find(form, "Token")

    def masked(self):
        """While the token is masked"""
        for _ in range(2):
            self.double_click(self.program.find(self.program.window(ADD), "Token"))
            self.look_around()

    def look_around(self):
        """What others can see at any time"""
        self.places.look("accessibility tree, masked", accessible_words(self.program), is_planted=True)
        self.places.look("window titles and other X properties", self.display.titles(), is_planted=True)
        self.places.look("primary selection", self.display.selection("PRIMARY"), is_planted=True)
        for name in ("cmdline", "environ"):
            self.places.look(f"/proc/PID/{name}", of_process(self.process.pid, name), is_planted=True)

    def shown(self):
        """While it is shown: the accessibility tree and the memory have it, or the later looks prove nothing"""
        form = self.program.window(ADD)
        self.program.press(form, "Show")
        field = self.program.find(form, "Token")
        self.program.wait_here(lambda: text_of(field) == self.token.text, "the token shown")
        scenario.must(self.token.is_in(accessible_words(self.program)), "a shown token is not in the tree")
        self.double_click(field)
        self.places.look("primary selection", self.display.selection("PRIMARY"), is_planted=True)
        self.places.look("window titles and other X properties", self.display.titles(), is_planted=True)
        self.places.prove_memory("memory of the console", memory_of(self.process.pid), [self.token, self.second])
        self.program.press(form, "Hide")
        self.program.wait_here(lambda: text_of(field) == "", "the token masked again")

    def copied(self):
        """Copy, and wait until the clipboard is cleared"""
        form = self.program.window(ADD)
        self.program.press(form, "Copy")
        wait_for(lambda: self.token.is_in(self.display.selection("CLIPBOARD")), "the token on the clipboard")
        self.places.planted("clipboard after its time")
        self.look_around()
        self.program.says(form, "The clipboard was cleared.")
        self.places.look("clipboard after its time", self.display.selection("CLIPBOARD"))

    def kept(self):
        """Save to Keychain"""
        form = self.program.window(ADD)
        self.program.press(form, "Save to Keychain")
        self.program.says(form, "Saved in the keychain")
        saved = desktop.ask(["secret-tool", "lookup", "server", "apono-console", "user",
                             f"apono-console/canary/{NAME}"]).stdout
        scenario.must(saved == self.token.text, "the keychain holds another text")

    def done(self):
        """Done"""
        self.program.press(self.program.window(ADD), "Done")
        self.program.wait_until_closed(ADD)
        self.active()
        self.look_around()

    def edit(self):
        """Edit the new account"""
        self.select(NAME)
        self.program.keyboard.press("Enter")
        form = self.program.window(scenario.EDIT)
        self.program.enter_text(form, "Description", self.plant.text + " again")
        self.program.press(form, "Save Changes")
        self.program.wait_until_closed(scenario.EDIT)
        self.active()

    def fail(self):
        """A failure in which the server repeats the credential; Copy Details"""
        self.server.mood = "echo"
        self.program.keyboard.press("F5")
        self.program.press(self.main, "Copy Details")
        details = wait_for(lambda: self.display.selection("CLIPBOARD"), "the details on the clipboard")
        self.places.look("Copy Details of a failure", details, is_planted=True)
        self.look_around()
        self.server.mood = "well"
        self.program.keyboard.press("F5")
        self.program.wait_here(lambda: not self.program.look_for(self.main, "Copy Details"), "the list again")

    def export_accounts(self):
        """Export as CSV and as JSON"""
        for card, ending in (("CSV", "csv"), ("JSON", "json")):
            path = pathlib.Path(os.environ["HOME"], f"exported.{ending}")
            self.palette("export")
            dialog = self.program.window("Export")
            self.program.press(dialog, card)
            self.program.press(dialog, "Choose File…")
            self.name_file(path)
            wait_for(path.exists, f"the file exported.{ending}")
            self.program.wait_until_closed("Export")
            self.active()
            self.places.look(f"export as {card}", path.read_bytes(), is_planted=True)

    def export_connections(self):
        """Export the connections, and import them"""
        path = pathlib.Path(os.environ["HOME"], "exported-connections.json")
        self.palette("connections")
        dialog = self.program.window("Connections")
        self.program.choose(dialog, "More", "Export…")
        self.name_file(path)
        self.program.says(dialog, "were exported to")
        self.places.look("export of the connections", path.read_bytes(), is_planted=True)
        self.program.choose(dialog, "More", "Import…")
        self.name_file(path)
        self.program.says(dialog, "imported from")
        self.program.keyboard.press("Escape")
        self.program.wait_until_closed("Connections")
        self.active()

    def memory_afterwards(self):
        """After Done and the clipboard's time: the memory of the console"""
        self.places.look_at_memory("memory of the console", memory_of(self.process.pid), [self.token, self.first])

    def delete(self):
        """Delete the account"""
        self.select(NAME)
        self.program.keyboard.press("Delete")
        self.program.press(self.program.window(scenario.DELETE), "Yes")
        self.program.wait_until_closed(scenario.DELETE)

    def crash(self):
        """Crash, with cores allowed; the second credential is in use, and Qt's requests hold it"""
        core = {(0, "the core"): core_of(self.process, self.cores)}
        self.places.prove_memory("a forced core", core, [self.plant, self.second])
        self.places.look_at_memory("a forced core", core, [self.token, self.first])

    def start_again(self):
        """Start again: the credential comes from the keychain; then a kill"""
        self.start()
        self.find_main()
        self.look_around()
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def files(self):
        """Every file"""
        home = files_under(os.environ["HOME"])
        self.places.look("files under HOME", b"\n".join(home.values()), is_planted=True)
        self.places.look("files under TMPDIR", b"\n".join(files_under(os.environ["TMPDIR"]).values()), is_planted=True)
        data = files_under(self.data)
        self.places.look("the data folder", b"\n".join(data.values()), is_planted=True)
        self.places.look("log of --verbose", (self.desktop.place / "canary.log").read_bytes(), is_planted=True)
        self.places.look("all other files of the session", b"\n".join(files_under(self.desktop.place).values()),
                         is_planted=True)


class LocalLife(scenario.Life):
    """The acceptance test's own run, on the local workspace: its tokens are known once they are made."""

    def __init__(self, virtual, programs, places):
        super().__init__(virtual, programs)
        self.places = places
        self.server_process = None

    def start(self):
        """Start the console on the local workspace"""
        super().start()
        self.server_process = wait_for(lambda: next(iter(desktop.children_of(self.process.pid)), None),
                                       "the local API")

    def fill_in_the_form(self):
        """Fill it in, with the planted text as the description"""
        super().fill_in_the_form()
        self.program.enter_text(self.program.window(ADD), "Description", self.places.plant.text)

    def reveal(self):
        """Show reveals the token; look into the memory of the server that has sent it"""
        super().reveal()
        self.places.secrets = [Secret("a local token", self.token),
                               Secret("another local token", self.second_admin.token), self.session_credential()]
        memory = memory_of(self.server_process)
        self.places.prove_memory("memory of the local API", memory, self.places.secrets[2:])
        self.places.look_at_memory("memory of the local API", memory, self.places.secrets[:2])

    def session_credential(self):
        """The console's own for this run, from a header that it has just sent."""
        for content in memory_of(self.process.pid).values():
            if found := re.search(rb"Bearer ([A-Za-z0-9_-]{48})(?![A-Za-z0-9_-])", content):
                return Secret("the local workspace's credential", found[1].decode())
        raise AssertionError("the local workspace's credential was not found in the console's memory")

    def run(self):
        for step in (self.start, self.make_a_second_admin, self.open_form, self.fill_in_the_form, self.generate,
                     self.reveal, self.save_to_keychain, self.finish, self.look, self.leave):
            print(f"  {(step.__doc__ or step.__name__).splitlines()[0]}", flush=True)
            step()

    def open_form(self):
        """Open the form"""
        self.program.press(self.main, "New Service Account")
        form = self.program.window(ADD)
        self.program.enter_text(form, "Name", scenario.NAME)

    def look(self):
        """What the server and the console leave while they run"""
        for pid in (self.process.pid, self.server_process):
            for name in ("cmdline", "environ"):
                self.places.look(f"/proc/PID/{name}", of_process(pid, name), is_planted=name == "environ")
        self.places.look("accessibility tree, masked", accessible_words(self.program), is_planted=True)
        self.places.look("database and its WAL", self.database(), is_planted=True)
        for place, pid in (("memory of the console", self.process.pid),
                           ("memory of the local API", self.server_process)):
            self.places.look_at_memory(place, memory_of(pid), self.places.secrets[:2])

    def database(self):
        folder = pathlib.Path(os.environ["XDG_DATA_HOME"], "apono-console", "workspace")
        return b"\n".join(content for path, content in files_under(folder).items()
                          if not path.endswith(("admin-token", "server-key")))

    def leave(self):
        """Quit"""
        self.program.keyboard.press("Control", "q")
        wait_for(lambda: self.process.poll() is not None, "the console ended")
        scenario.must(self.process.returncode == 0, f"the console ended with status {self.process.returncode}")
        self.places.look("database and its WAL", self.database(), is_planted=True)
        self.places.look("files under HOME", b"\n".join(files_under(os.environ["HOME"]).values()), is_planted=True)
        self.places.look("all other files of the session", b"\n".join(files_under(self.desktop.place).values()),
                         is_planted=True)
