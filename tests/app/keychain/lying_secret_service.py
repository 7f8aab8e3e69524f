"""A Secret Service that lies as it is told: lying_secret_service.py MODE.

honest      does what it says
changes     gives back another text
loses       drops what it is given
keeps       deletes nothing
refuses     takes nothing
slow        takes something at once and says so after half a second
locked      is locked, and its prompt stays open for ever
dismissed   is locked, and its prompt is closed without a password
empty       has no default collection
dies        ends in the middle of a write
stops       stands still in the middle of a write

It speaks as much of https://specifications.freedesktop.org/secret-service/ as libsecret asks for.
"""

import os
import signal
import sys

import dbus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

ROOT = "/org/freedesktop/secrets"
SERVICE = "org.freedesktop.Secret.Service"
COLLECTION = "org.freedesktop.Secret.Collection"
ITEM = "org.freedesktop.Secret.Item"
PROMPT = "org.freedesktop.Secret.Prompt"
PROPERTIES = "org.freedesktop.DBus.Properties"
NO_PROMPT = dbus.ObjectPath("/")


class NotSupported(dbus.DBusException):
    _dbus_error_name = "org.freedesktop.DBus.Error.NotSupported"


class Refusal(dbus.DBusException):
    _dbus_error_name = "org.freedesktop.DBus.Error.Failed"


class IsLocked(dbus.DBusException):
    _dbus_error_name = "org.freedesktop.Secret.Error.IsLocked"


def paths(items):
    return dbus.Array([dbus.ObjectPath(path) for path in items], signature="o")


class Item(dbus.service.Object):
    def __init__(self, bus, path, keychain, attributes, secret):
        super().__init__(bus, path)
        self.path = path
        self.keychain = keychain
        self.attributes = attributes
        self.secret = secret

    @dbus.service.method(ITEM, in_signature="", out_signature="o")
    def Delete(self):
        if self.keychain.mode != "keeps":
            self.keychain.items.pop(self.path)
            self.remove_from_connection()
        return NO_PROMPT

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return {"Locked": dbus.Boolean(self.keychain.is_locked()), "Attributes": self.attributes, "Label": "item"}[name]


class Prompt(dbus.service.Object):
    def __init__(self, bus, keychain):
        super().__init__(bus, ROOT + "/prompt/one")
        self.keychain = keychain

    @dbus.service.method(PROMPT, in_signature="s", out_signature="")
    def Prompt(self, window):
        if self.keychain.mode == "dismissed":
            GLib.idle_add(self.Completed, True, paths([]))

    @dbus.service.signal(PROMPT, signature="bv")
    def Completed(self, dismissed, result):
        pass


class Collection(dbus.service.Object):
    def __init__(self, bus, path, keychain):
        super().__init__(bus, path)
        self.bus = bus
        self.keychain = keychain

    @dbus.service.method(COLLECTION, in_signature="a{sv}(oayays)b", out_signature="oo",
                         async_callbacks=("answer", "fail"))
    def CreateItem(self, properties, secret, replace, answer, fail):
        if self.keychain.is_locked():
            fail(IsLocked("the collection is locked"))
            return
        if self.keychain.mode == "dies":
            os._exit(1)
        if self.keychain.mode == "stops":
            os.kill(os.getpid(), signal.SIGSTOP)
        try:
            path = self.keychain.store(dict(properties[ITEM + ".Attributes"]), bytes(secret[2]))
        except Refusal as refusal:
            fail(refusal)
            return
        GLib.timeout_add(500 if self.keychain.mode == "slow" else 0, answer, dbus.ObjectPath(path), NO_PROMPT)

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return {"Locked": dbus.Boolean(self.keychain.is_locked()), "Label": "default"}[name]


class Keychain(dbus.service.Object):
    def __init__(self, bus, mode):
        super().__init__(bus, ROOT)
        self.bus = bus
        self.mode = mode
        self.items = {}
        self.number = 0
        self.prompt = Prompt(bus, self)
        self.collections = [Collection(bus, ROOT + tail, self) for tail in ("/collection/one", "/aliases/default")]

    def is_locked(self):
        return self.mode in ("locked", "dismissed")

    def store(self, attributes, secret):
        if self.mode == "refuses":
            raise Refusal("the disk is full")
        for path in self.matching(attributes):
            self.items[path].secret = secret
            return path
        self.number += 1
        path = f"{ROOT}/collection/one/{self.number}"
        if self.mode != "loses":
            self.items[path] = Item(self.bus, path, self, attributes, secret)
        return path

    def matching(self, attributes):
        wanted = set(attributes.items())
        return [path for path, item in self.items.items() if wanted <= set(item.attributes.items())]

    @dbus.service.method(SERVICE, in_signature="sv", out_signature="vo")
    def OpenSession(self, algorithm, parameters):
        if algorithm != "plain":
            raise NotSupported("only plain sessions")
        return dbus.String("", variant_level=1), dbus.ObjectPath(ROOT + "/session/one")

    @dbus.service.method(SERVICE, in_signature="a{ss}", out_signature="aoao")
    def SearchItems(self, attributes):
        found = paths(self.matching(attributes))
        return (paths([]), found) if self.is_locked() else (found, paths([]))

    @dbus.service.method(SERVICE, in_signature="ao", out_signature="aoo")
    def Unlock(self, objects):
        return (paths([]), self.prompt.__dbus_object_path__) if self.is_locked() else (objects, NO_PROMPT)

    @dbus.service.method(SERVICE, in_signature="s", out_signature="o")
    def ReadAlias(self, name):
        return dbus.ObjectPath(ROOT + "/collection/one" if name == "default" and self.mode != "empty" else "/")

    @dbus.service.method(SERVICE, in_signature="aoo", out_signature="a{o(oayays)}")
    def GetSecrets(self, items, session):
        found = {}
        for path in items:
            secret = self.items[path].secret
            if self.mode == "changes":
                secret += b"!"
            found[path] = (session, dbus.ByteArray(b""), dbus.ByteArray(secret), "text/plain")
        return dbus.Dictionary(found, signature="o(oayays)")


dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
session_bus = dbus.SessionBus()
keychain = Keychain(session_bus, sys.argv[1])
if keychain.is_locked():
    keychain.store(
        {"server": "apono-console", "user": "apono-console/local/ci_deploy", "type": "plaintext"}, b"behind a lock")
name = dbus.service.BusName("org.freedesktop.secrets", session_bus)
GLib.MainLoop().run()
