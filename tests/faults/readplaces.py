"""Reads the places where a token might be left: files, processes, and what the display and a screen reader know.

Whoever cannot read a place raises Unreadable: nothing read is nothing proved.
"""

import ctypes
import pathlib
import resource
import signal
import stat
import time

from accessible import Atspi, GLib, descendants, fresh, text_of

LARGEST_PROPERTY = 1 << 20
SELECTION_SECONDS = 5
SELECTION_NOTIFY = 31
ANY_TYPE = 0
MOST_CELLS = 400


class Unreadable(Exception):
    """A place that has to be looked into and cannot."""


def files_under(folder):
    """Every file below a folder and its bytes."""
    folder = pathlib.Path(folder)
    found = {}
    for path in folder.rglob("*"):
        try:
            if stat.S_ISREG(path.lstat().st_mode):
                found[str(path)] = path.read_bytes()
        except FileNotFoundError:
            # A temporary file whose time was over.
            continue
        except OSError as failure:
            raise Unreadable(f"{path}: {failure}") from failure
    if not found:
        raise Unreadable(f"{folder} holds no file")
    return found


def of_process(pid, name):
    try:
        content = pathlib.Path("/proc", str(pid), name).read_bytes()
    except OSError as failure:
        raise Unreadable(f"/proc/PID/{name}: {failure}") from failure
    if not content:
        raise Unreadable(f"/proc/PID/{name} is empty")
    return content


def memory_of(pid):
    """All that the process could write or has read into memory, by where it lies: more than a core file holds,
    which leaves out the pages that a program asks to leave out."""
    regions = {}
    try:
        with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
            for line in of_process(pid, "maps").decode().splitlines():
                span, rights, *more = line.split(maxsplit=5)
                name = more[3] if len(more) > 3 else "anonymous"
                if rights[0] != "r" or name.startswith(("[vvar", "[vsyscall", "/dev/")):
                    continue
                begin, end = (int(part, 16) for part in span.split("-"))
                memory.seek(begin)
                content = b""
                while len(content) < end - begin:
                    more_content = memory.read(end - begin - len(content))
                    if not more_content:
                        break
                    content += more_content
                regions[begin, name] = content
    except OSError as failure:
        raise Unreadable(f"the memory of a process: {failure}") from failure
    return regions


def allow_cores():
    """To this process and to those that it starts from now on."""
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))
    pattern = pathlib.Path("/proc/sys/kernel/core_pattern").read_text(encoding="utf-8").strip()
    if most == 0 or "/" in pattern or pattern.startswith("|"):
        raise Unreadable(f"a core: its largest size is {most}, and kernel.core_pattern is {pattern!r}; it has to be "
                         "written beside the program that crashes, as with the pattern 'core'")


def core_of(process, folder):
    """What the system writes of a process that crashes, into the empty folder in which it was started."""
    process.send_signal(signal.SIGSEGV)
    process.wait()
    cores = list(folder.iterdir())
    if len(cores) != 1 or process.returncode != -signal.SIGSEGV:
        raise Unreadable(f"a crash (status {process.returncode}) left {len(cores)} cores")
    content = cores[0].read_bytes()
    cores[0].unlink()
    return content


def words_of(node):
    # What a screen reader may ask of a control.
    yield node.get_name() or ""
    yield node.get_description() or ""
    yield text_of(node)
    yield " ".join(f"{key}={value}" for key, value in (node.get_attributes() or {}).items())


def cells_of(table):
    rows, columns = Atspi.Table.get_n_rows(table), Atspi.Table.get_n_columns(table)
    for number in range(min(rows * columns, MOST_CELLS)):
        cell = Atspi.Table.get_accessible_at(table, number // columns, number % columns)
        if cell is not None:
            yield cell


def accessible_words(program):
    """Everything that a screen reader could read out now, of all windows."""
    words = []
    program.application.clear_cache()
    for node in descendants(program.application):
        try:
            words += words_of(fresh(node))
            if node.get_role_name() in ("table", "tree table"):
                words += [word for cell in cells_of(node) for word in words_of(cell)]
        except GLib.Error:
            # It went away meanwhile.
            continue
    if not any(words):
        raise Unreadable("the accessibility tree is empty")
    return "\n".join(words).encode()


class Display:
    """The X server as any program of the session sees it: properties of all windows, and the selections."""

    def __init__(self):
        self.x = ctypes.CDLL("libX11.so.6")
        for name in ("XOpenDisplay", "XDefaultRootWindow", "XCreateSimpleWindow", "XInternAtom"):
            getattr(self.x, name).restype = ctypes.c_void_p if name == "XOpenDisplay" else ctypes.c_ulong
        self.x.XListProperties.restype = ctypes.POINTER(ctypes.c_ulong)
        # Windows come and go while they are asked.
        self.on_error = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
        self.x.XSetErrorHandler(self.on_error)
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(None))
        if not self.display:
            raise Unreadable("the display cannot be opened")
        self.root = self.x.XDefaultRootWindow(self.display)
        self.own = self.x.XCreateSimpleWindow(self.display, ctypes.c_ulong(self.root), 0, 0, 1, 1, 0,
                                              ctypes.c_ulong(0), ctypes.c_ulong(0))

    def atom(self, name):
        return self.x.XInternAtom(self.display, name.encode(), 0)

    def property_of(self, window, atom):
        kind, count, rest = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_ulong()
        width, data = ctypes.c_int(), ctypes.POINTER(ctypes.c_ubyte)()
        self.x.XGetWindowProperty(self.display, ctypes.c_ulong(window), ctypes.c_ulong(atom), ctypes.c_long(0),
                                  ctypes.c_long(LARGEST_PROPERTY), 0, ctypes.c_ulong(ANY_TYPE), ctypes.byref(kind),
                                  ctypes.byref(width), ctypes.byref(count), ctypes.byref(rest), ctypes.byref(data))
        if not data:
            return b""
        size = {8: 1, 16: 2, 32: ctypes.sizeof(ctypes.c_long)}.get(width.value, 0) * count.value
        content = bytes(data[:size])
        self.x.XFree(data)
        return content

    def windows(self, window=None):
        window = window or self.root
        yield window
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        below = ctypes.POINTER(ctypes.c_ulong)()
        self.x.XQueryTree(self.display, ctypes.c_ulong(window), ctypes.byref(root), ctypes.byref(parent),
                          ctypes.byref(below), ctypes.byref(count))
        found = list(below[:count.value]) if below else []
        if below:
            self.x.XFree(below)
        for one in found:
            yield from self.windows(one)

    def titles(self):
        """Every property of every window, titles among them."""
        content = []
        for window in self.windows():
            count = ctypes.c_int()
            atoms = self.x.XListProperties(self.display, ctypes.c_ulong(window), ctypes.byref(count))
            if atoms:
                content += [self.property_of(window, atom) for atom in atoms[:count.value]]
                self.x.XFree(atoms)
        if not any(content):
            raise Unreadable("no window has a property")
        return b"\n".join(content)

    def selection(self, name):
        """What would be pasted from PRIMARY or CLIPBOARD; empty when nobody owns it."""
        place = self.atom("CANARY")
        self.x.XConvertSelection(self.display, ctypes.c_ulong(self.atom(name)),
                                 ctypes.c_ulong(self.atom("UTF8_STRING")), ctypes.c_ulong(place),
                                 ctypes.c_ulong(self.own), ctypes.c_ulong(0))
        # XSelectionEvent: the answer names no property where there is nothing to be had.
        event = (ctypes.c_long * 24)()
        deadline = time.monotonic() + SELECTION_SECONDS
        while not self.x.XCheckTypedWindowEvent(self.display, ctypes.c_ulong(self.own), SELECTION_NOTIFY,
                                                ctypes.byref(event)):
            if time.monotonic() > deadline:
                raise Unreadable(f"the owner of {name} does not answer")
            time.sleep(0.01)
        content = self.property_of(self.own, place) if event[7] else b""
        # It would be found again among the properties of all windows.
        self.x.XDeleteProperty(self.display, ctypes.c_ulong(self.own), ctypes.c_ulong(place))
        return content
