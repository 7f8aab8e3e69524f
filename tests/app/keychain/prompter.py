"""The window in which GNOME Keyring asks for a password, as it is told: prompter.py cancels|waits.

It speaks as much of org.gnome.keyring.internal.Prompter as the keyring asks for.
"""

import sys

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

PROMPTER = "org.gnome.keyring.internal.Prompter"


class Prompter(dbus.service.Object):
    def __init__(self, bus, mode):
        super().__init__(bus, "/org/gnome/keyring/Prompter")
        self.bus = bus
        self.mode = mode

    @dbus.service.method(PROMPTER, in_signature="o", out_signature="", sender_keyword="sender")
    def BeginPrompting(self, callback, sender):
        if self.mode == "cancels":
            asking = dbus.Interface(self.bus.get_object(sender, callback, introspect=False), PROMPTER + ".Callback")
            GLib.idle_add(lambda: asking.PromptDone(ignore_reply=True))

    @dbus.service.method(PROMPTER, in_signature="osa{sv}s", out_signature="")
    def PerformPrompt(self, callback, kind, properties, exchange):
        pass

    @dbus.service.method(PROMPTER, in_signature="o", out_signature="")
    def StopPrompting(self, callback):
        pass


dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
session_bus = dbus.SessionBus()
prompter = Prompter(session_bus, sys.argv[1])
name = dbus.service.BusName("org.gnome.keyring.SystemPrompter", session_bus)
GLib.MainLoop().run()
