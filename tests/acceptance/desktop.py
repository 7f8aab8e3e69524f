"""A desktop of its own for the built programs: a virtual display, a session bus, a keychain and a home.

Nothing of the person's who starts it is read or touched, and nothing of it is left running afterwards.
"""

import ctypes
import os
import pathlib
import secrets
import select
import shutil
import signal
import stat
import subprocess
import tempfile
import time

PROGRAMS = ["Xvfb", "matchbox-window-manager", "dbus-daemon", "dbus-send", "gnome-keyring-daemon", "secret-tool"]
START_SECONDS = 20
PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
LIBC = ctypes.CDLL(None, use_errno=True)


class DesktopError(Exception):
    """A part of the desktop did not start: says which."""


def missing_programs():
    return [program for program in PROGRAMS if not shutil.which(program)]


def die_with_parent():
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def children_of(pid):
    """The direct children of a process."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                fields = pathlib.Path("/proc", entry, "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
            # The second field is the name in brackets, which may hold anything.
            if int(fields.rpartition(")")[2].split()[1]) == pid:
                found.append(int(entry))
    return found


def first_line(process, descriptor, what):
    """Waits for the line with which a program says that it is ready."""
    said = b""
    deadline = time.monotonic() + START_SECONDS
    with open(descriptor, "rb", buffering=0) as pipe:
        while not said.endswith(b"\n"):
            readable, _, _ = select.select([pipe], [], [], max(0, deadline - time.monotonic()))
            more = pipe.read(1) if readable else b""
            if not more:
                raise DesktopError(f"{what} did not start (status {process.poll()})")
            said += more
    return said.decode().strip()


class Desktop:
    """Enter it to have it; os.environ is the desktop's until it is left."""

    def __init__(self, width=1280, height=800, for_screen_reader=True):
        self.size = f"{width}x{height}x24"
        self.for_screen_reader = for_screen_reader
        self.processes = []
        self.place = None
        self.old_environment = None

    def __enter__(self):
        # Whatever a part starts on its own (the accessibility bus, say) becomes our child when that part goes.
        LIBC.prctl(PR_SET_CHILD_SUBREAPER, 1)
        self.old_environment = dict(os.environ)
        # Short: the path of a Unix socket has at most 107 bytes.
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="console-tour-"))
        try:
            self.start_home()
            self.start_display()
            self.start_window_manager()
            self.start_bus()
            self.start_keychain()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        # The display goes last: who is still there may be drawing.
        for process in reversed(self.processes):
            self.stop(process)
        self.end_orphans()
        os.environ.clear()
        os.environ.update(self.old_environment)
        shutil.rmtree(self.place, ignore_errors=True)

    @staticmethod
    def stop(process):
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    @staticmethod
    def end_orphans():
        deadline = time.monotonic() + 5
        orphans = children_of(os.getpid())
        while orphans and time.monotonic() < deadline:
            for orphan in orphans:
                os.kill(orphan, signal.SIGKILL)
            for orphan in orphans:
                try:
                    os.waitpid(orphan, 0)
                except ChildProcessError:
                    pass
            orphans = children_of(os.getpid())

    def start(self, command, log, **more):
        """Starts a part of the desktop; what it says goes to a file of that name."""
        with open(self.place / f"{log}.log", "ab") as output:
            process = subprocess.Popen(command, stdout=output, stderr=output, preexec_fn=die_with_parent, **more)
        self.processes.append(process)
        return process

    def said(self, log):
        return (self.place / f"{log}.log").read_text(encoding="utf-8", errors="replace")

    def start_home(self):
        folders = {
            "HOME": "home",
            "XDG_DATA_HOME": "home/.local/share",
            "XDG_CONFIG_HOME": "home/.config",
            "XDG_CACHE_HOME": "home/.cache",
            "XDG_STATE_HOME": "home/.local/state",
            "XDG_RUNTIME_DIR": "run",
        }
        for variable, folder in folders.items():
            path = self.place / folder
            path.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
            os.environ[variable] = str(path)
        for variable in list(os.environ):
            # The person's own desktop, theme and scale would change what is seen.
            if variable.startswith(("QT_", "DBUS_", "GNOME_", "KDE_", "XDG_CURRENT", "XDG_SESSION", "AT_SPI", "WAYLAND_")):
                del os.environ[variable]
        os.environ.update({
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "QT_QPA_PLATFORM": "xcb",
            # Where the local API listens, for adminapi.port_said().
            "QT_LOGGING_RULES": "apono.workspace=true",
        })
        if self.for_screen_reader:
            os.environ["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"

    def start_display(self):
        authority = self.place / "Xauthority"
        authority.touch(mode=stat.S_IRUSR | stat.S_IWUSR)
        authority.write_bytes(authority_entry(secrets.token_bytes(16)))
        ours, theirs = os.pipe()
        process = self.start(["Xvfb", "-displayfd", str(theirs), "-screen", "0", self.size, "-nolisten", "tcp",
                              "-auth", str(authority)], "display", pass_fds=[theirs])
        os.close(theirs)
        os.environ["DISPLAY"] = ":" + first_line(process, ours, "Xvfb")
        os.environ["XAUTHORITY"] = str(authority)

    def start_window_manager(self):
        # It gives new windows the focus and its parent back what a dialog had; without it no shortcut works.
        self.start(["matchbox-window-manager", "-use_titlebar", "no"], "window-manager")

    def start_bus(self):
        ours, theirs = os.pipe()
        process = self.start(["dbus-daemon", "--session", "--nofork", "--nopidfile",
                              f"--address=unix:path={self.place}/bus", f"--print-address={theirs}"],
                             "bus", pass_fds=[theirs])
        os.close(theirs)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = first_line(process, ours, "dbus-daemon")

    def start_keychain(self):
        program = shutil.which("gnome-keyring-daemon")
        command = ["--foreground", "--components=secrets", "--unlock", f"--control-directory={self.place}/run"]
        try:
            process = self.start([program, *command], "keychain", stdin=subprocess.PIPE)
        except PermissionError:
            # Its file has a capability that some containers forbid; a copy has none and works as well.
            copy = shutil.copy(program, self.place / "gnome-keyring-daemon")
            process = self.start([copy, *command], "keychain", stdin=subprocess.PIPE)
        process.stdin.write(b"the password of this tour")
        process.stdin.close()
        self.wait_for_keychain(process)

    def wait_for_keychain(self, process):
        """Until an item can be looked up: a collection to look in is there, and it is unlocked."""
        # Asking for an item before the daemon has its name would make the bus start a second, locked one.
        owned = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/",
                 "org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]
        item = ["secret-tool", "lookup", "server", "nobody-asks-for-this"]
        deadline = time.monotonic() + START_SECONDS
        while process.poll() is None and time.monotonic() < deadline:
            if "boolean true" in ask(owned).stdout:
                answer = ask(item)
                # Status 1 and no word: there is a keychain, and it holds no such item.
                if answer.returncode == 1 and not answer.stderr.strip():
                    return
            time.sleep(0.02)
        raise DesktopError("the keychain did not start: " + self.said("keychain"))


def ask(command):
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=START_SECONDS)


def authority_entry(cookie):
    """An .Xauthority of one entry for any address and any display number (the format is libXau's)."""
    any_address, no_text, name = b"\xff\xff", b"\x00\x00", b"MIT-MAGIC-COOKIE-1"
    return (any_address + no_text + no_text + len(name).to_bytes(2, "big") + name
            + len(cookie).to_bytes(2, "big") + cookie)
