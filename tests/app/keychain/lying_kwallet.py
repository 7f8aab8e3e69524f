"""A KWallet that lies as it is told: lying_kwallet.py MODE.

honest      does what it says
fails       takes nothing
denies      is not opened: the person closed the window that asks
asks        is not opened, because the window that asks stays open for ever
changes     gives back another text
loses       drops what it is given
keeps       removes nothing and says that it did
dies        ends in the middle of a write
stops       stands still in the middle of a write

It speaks as much of org.kde.KWallet as QtKeychain asks for.
"""

import os
import signal
import sys

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

KWALLET = "org.kde.KWallet"
UNKNOWN, PASSWORD = 0, 1


class Wallet(dbus.service.Object):
    def __init__(self, bus, mode):
        super().__init__(bus, "/modules/kwalletd5")
        self.mode = mode
        self.entries = {}

    @dbus.service.method(KWALLET, in_signature="", out_signature="s")
    def networkWallet(self):
        return "kdewallet"

    @dbus.service.method(KWALLET, in_signature="sxs", out_signature="i", async_callbacks=("answer", "fail"))
    def open(self, wallet, window, application, answer, fail):
        if self.mode != "asks":
            answer(-1 if self.mode == "denies" else 7)

    @dbus.service.method(KWALLET, in_signature="isss", out_signature="i")
    def entryType(self, handle, folder, key, application):
        return PASSWORD if (folder, key) in self.entries else UNKNOWN

    @dbus.service.method(KWALLET, in_signature="issss", out_signature="i")
    def writePassword(self, handle, folder, key, value, application):
        if self.mode == "fails":
            return -1
        if self.mode == "dies":
            os._exit(1)
        if self.mode == "stops":
            os.kill(os.getpid(), signal.SIGSTOP)
        if self.mode == "loses":
            return 0
        self.entries[(folder, key)] = value
        return 0

    @dbus.service.method(KWALLET, in_signature="isss", out_signature="s")
    def readPassword(self, handle, folder, key, application):
        return self.entries[(folder, key)] + ("!" if self.mode == "changes" else "")

    @dbus.service.method(KWALLET, in_signature="isss", out_signature="i")
    def removeEntry(self, handle, folder, key, application):
        if self.mode != "keeps":
            self.entries.pop((folder, key), None)
        return 0


dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
session_bus = dbus.SessionBus()
wallet = Wallet(session_bus, sys.argv[1])
name = dbus.service.BusName("org.kde.kwalletd5", session_bus)
GLib.MainLoop().run()
