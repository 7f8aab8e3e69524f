"""What a screen reader knows of a program, and the keyboard and mouse with which a person drives it.

Controls are found by role and name, as screens promise them; every wait polls for what it waits for.
"""

import os
import re
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE_SECONDS = 20
# Longer than any answer takes, and short enough to be tried again.
CALL_MILLISECONDS = 3000
TOKEN = re.compile(r"apono_sa_\w+")

KEYS = {"Down": 0xFF54, "Enter": 0xFF0D, "Space": 0x20, "Escape": 0xFF1B, "Delete": 0xFFFF,
        "Tab": 0xFF09, "F5": 0xFFC2}
# Holding a key down and letting it go want its place on the keyboard, not its meaning.
HELD_KEYS = {"Control": 37}


class NotSeen(Exception):
    """Something did not appear in time."""


def handle_events():
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass


def wait_for(condition, what, seconds=PATIENCE_SECONDS):
    """Polls until the condition gives something true, and gives that back."""
    deadline = time.monotonic() + seconds
    while True:
        handle_events()
        try:
            found = condition()
        except GLib.Error:
            # A control that went away while it was asked.
            found = None
        if found:
            return found
        if time.monotonic() > deadline:
            raise NotSeen(f"not seen within {seconds} s: {what}")
        time.sleep(0.02)


def has(node, state):
    return node.get_state_set().contains(state)


def is_enabled(node):
    return has(node, Atspi.StateType.SENSITIVE)


def is_checked(node):
    return has(node, Atspi.StateType.CHECKED)


def is_showing(node):
    return has(node, Atspi.StateType.SHOWING)


def is_selected(node):
    return has(node, Atspi.StateType.SELECTED)


def text_of(node):
    """The text that a screen reader would read; empty while a token is masked."""
    if "Text" not in node.get_interfaces():
        return ""
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def fresh(node):
    """The control without what was remembered of it."""
    node.clear_cache()
    return node


def children(node):
    # A table of many rows has thousands of cells: they are asked for by row and column only.
    if node.get_role_name() in ("table", "tree table"):
        return
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def descendants(node):
    for child in children(node):
        yield child
        yield from descendants(child)


def outline(node, depth=0):
    """What is on the screen, for the message of a failure: without any token."""
    lines = []
    for child in children(node):
        if is_showing(child):
            name, description = child.get_name(), child.get_description()
            said = TOKEN.sub("<token>", f"{child.get_role_name()} {name!r} {description!r}")
            lines.append("  " * depth + said + ("" if is_enabled(child) else " (disabled)"))
            lines += outline(child, depth + 1)
    return lines


class Keyboard:
    """Types as a hand would, through the display."""

    def press(self, *keys):
        """One key, held with those before it: press("Control", "n")."""
        *held, last = keys
        for key in held:
            Atspi.generate_keyboard_event(HELD_KEYS[key], None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(KEYS.get(last) or ord(last), None, Atspi.KeySynthType.SYM)
        for key in reversed(held):
            Atspi.generate_keyboard_event(HELD_KEYS[key], None, Atspi.KeySynthType.RELEASE)

    @staticmethod
    def type(text):
        Atspi.generate_keyboard_event(0, text, Atspi.KeySynthType.STRING)


class Program:
    """One running program, seen through the accessibility bus."""

    def __init__(self, pid):
        Atspi.set_timeout(CALL_MILLISECONDS, CALL_MILLISECONDS)
        self.pid = pid
        self.keyboard = Keyboard()
        self.focused = None
        self.listener = Atspi.EventListener.new(self.on_focus)
        self.listener.register("object:state-changed:focused")
        self.application = wait_for(self.find_application, f"the program {pid} on the accessibility bus")

    def on_focus(self, event):
        if event.detail1:
            self.focused = event.source

    def find_application(self):
        desktop = Atspi.get_desktop(0)
        return next((application for application in children(desktop)
                     if application.get_process_id() == self.pid), None)

    def windows(self):
        self.application.clear_cache()
        return [window for window in children(self.application) if is_showing(window)]

    def window(self, title):
        """The showing window with this title, waited for."""
        return self.wait_here(lambda: next((window for window in self.windows() if window.get_name() == title), None),
                              f'the window "{title}"')

    def wait_until_closed(self, title):
        self.wait_here(lambda: all(window.get_name() != title for window in self.windows()),
                       f'the window "{title}" closed')

    def wait_here(self, condition, what):
        try:
            return wait_for(condition, what)
        except NotSeen as failure:
            shown = "\n".join(line for window in self.windows()
                              for line in [repr(window.get_name()), *outline(window, 1)])
            raise NotSeen(f"{failure}\nOn the screen:\n{shown}") from None

    def look_for(self, window, name, role=None):
        """The showing control of this name now, or None; a label is not the control that it names."""
        return next((node for node in descendants(fresh(window))
                     if node.get_name() == name and is_showing(node)
                     and (node.get_role_name() == role if role else node.get_role_name() != "label")), None)

    def find(self, window, name, role=None):
        return self.wait_here(lambda: self.look_for(window, name, role), f'{role or "control"} "{name}"')

    def says(self, window, sentence):
        """A control that says the sentence by its name, description or text, wherever it stands."""
        return self.wait_here(
            lambda: next((node for node in descendants(fresh(window)) if is_showing(node)
                          and sentence in f"{node.get_name()}\n{node.get_description()}\n{text_of(node)}"), None),
            f'the words "{sentence}"')

    def find_enabled(self, window, name, role=None):
        control = self.find(window, name, role)
        self.wait_here(lambda: is_enabled(fresh(control)), f'"{name}" enabled')
        return control

    def press(self, window, name, role=None):
        """Presses a control as soon as it is enabled."""
        Atspi.Action.do_action(self.find_enabled(window, name, role), 0)

    def focus(self, control):
        Atspi.Component.grab_focus(control)
        self.wait_here(lambda: has(fresh(control), Atspi.StateType.FOCUSED), f'"{control.get_name()}" focused')

    def enter_text(self, window, name, text):
        """Replaces what a field holds by typing, and waits until it holds it."""
        field = self.find(window, name)
        self.focus(field)
        self.keyboard.press("Control", "a")
        self.keyboard.press("Delete")
        self.wait_here(lambda: text_of(field) == "", f'"{name}" empty')
        self.keyboard.type(text)
        self.wait_here(lambda: text_of(field) == text, f'"{text}" in "{name}"')

    def open_palette(self, main, words):
        """Opens the command palette of the main window with these words."""
        self.keyboard.press("Control", "k")
        field = self.find(main, "Command Palette", "text")
        self.wait_here(lambda: has(fresh(field), Atspi.StateType.FOCUSED), "the palette with the focus")
        self.keyboard.type(words)
        self.wait_here(lambda: words in text_of(field), f'"{words}" in the palette')

    def leave_by_escape(self, has_gone, what):
        """Qt asks the accessibility bus before it hands on a plain key, but runs a shortcut at once: one that
        follows too soon would overtake Escape."""
        self.keyboard.press("Escape")
        self.wait_here(has_gone, what)

    def close_palette(self, main):
        self.leave_by_escape(lambda: self.look_for(main, "Command Palette", "text") is None, "the palette closed")

    def window_of_focused(self):
        """What pops up is a window that the program does not list."""
        at = self.focused
        while at.get_parent().get_role_name() != "application":
            at = at.get_parent()
        return at

    def go_to(self, name, most=30):
        """Walks down until the item of this name has the focus: what pops up is announced by events only."""
        for _ in range(most):
            if self.focused is not None and self.focused.get_name().replace("&", "") == name:
                return
            self.focused = None
            self.keyboard.press("Down")
            wait_for(lambda: self.focused, f'an item with the focus, on the way to "{name}"')
        raise NotSeen(f'"{name}" was not reached')

    def open_menu(self, window, button):
        """With the keyboard: a press over the bus would be held up until a menu is closed."""
        self.focus(self.find_enabled(window, button))
        handle_events()
        self.focused = None
        self.keyboard.press("Space")

    def open_list(self, window, button):
        """A list of controls under a button or field; unlike a menu it gives one of them the focus at once."""
        self.open_menu(window, button)
        # The button's own focus may still be on its way.
        wait_for(lambda: self.focused is not None and self.focused.get_name() != button,
                 f'a control with the focus in the list of "{button}"')

    def close_list(self, window, button):
        """The list gives the focus back to its button."""
        self.leave_by_escape(lambda: has(fresh(self.find(window, button)), Atspi.StateType.FOCUSED),
                             f'the list of "{button}" closed')

    def choose(self, window, button, item):
        """Takes one item of a button's menu."""
        self.open_menu(window, button)
        self.go_to(item)
        self.keyboard.press("Enter")

    def click(self, control):
        # Qt tells its own, logical pixels; the display has the scaled ones.
        scale = int(os.environ.get("QT_SCALE_FACTOR", "1"))
        area = Atspi.Component.get_extents(control, Atspi.CoordType.SCREEN)
        Atspi.generate_mouse_event((area.x + area.width // 2) * scale, (area.y + area.height // 2) * scale, "b1c")
