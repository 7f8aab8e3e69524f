"""A session manager of X11, as a desktop has one: a program that the tests start and that logs out when it is told to.

It prints the address for SESSION_MANAGER, and then one line for everything that a client does. Each line that it
reads begins a log-out, which the client may cancel.
"""

import ctypes
import os
import select
import sys

ICE = ctypes.CDLL("libICE.so.6")
SM = ctypes.CDLL("libSM.so.6")

SAVE_LOCAL, SAVE_BOTH = 1, 2
INTERACT_NEVER, INTERACT_ALWAYS = 0, 2
ERROR_LENGTH = 256

POINTER = ctypes.c_void_p
INT = ctypes.c_int


class Callbacks:
    """SmsCallbacks: what a client does, in the order of the header, each with what it is called with."""

    KINDS = {
        "register_client": ctypes.CFUNCTYPE(INT, POINTER, POINTER, POINTER),
        "interact_request": ctypes.CFUNCTYPE(None, POINTER, POINTER, INT),
        "interact_done": ctypes.CFUNCTYPE(None, POINTER, POINTER, INT),
        "save_yourself_request": ctypes.CFUNCTYPE(None, POINTER, POINTER, INT, INT, INT, INT, INT),
        "save_yourself_phase2_request": ctypes.CFUNCTYPE(None, POINTER, POINTER),
        "save_yourself_done": ctypes.CFUNCTYPE(None, POINTER, POINTER, INT),
        "close_connection": ctypes.CFUNCTYPE(None, POINTER, POINTER, INT, POINTER),
        "set_properties": ctypes.CFUNCTYPE(None, POINTER, POINTER, INT, POINTER),
        "delete_properties": ctypes.CFUNCTYPE(None, POINTER, POINTER, INT, POINTER),
        "get_properties": ctypes.CFUNCTYPE(None, POINTER, POINTER),
    }
    NEW_CLIENT = ctypes.CFUNCTYPE(INT, POINTER, POINTER, ctypes.POINTER(ctypes.c_ulong), POINTER, POINTER)
    HOST = ctypes.CFUNCTYPE(INT, ctypes.c_char_p)


class SessionManager:
    """For one client at a time."""

    def __init__(self):
        self.client = None
        self.connection = None
        self.kept = [kind(getattr(self, name, self.ignore)) for name, kind in Callbacks.KINDS.items()]
        self.new_client = Callbacks.NEW_CLIENT(self.greet)
        self.anybody = Callbacks.HOST(lambda host: 1)
        # Local clients alone, which need not show who they are.
        for way in (b"tcp", b"inet", b"inet6"):
            ICE._IceTransNoListen(way)
        error = ctypes.create_string_buffer(ERROR_LENGTH)
        if not SM.SmsInitialize(b"tests", b"1", self.new_client, None, self.anybody, ERROR_LENGTH, error):
            raise SystemExit(error.value.decode())
        count, self.ears = INT(), POINTER()
        if not ICE.IceListenForConnections(ctypes.byref(count), ctypes.byref(self.ears), ERROR_LENGTH, error):
            raise SystemExit(error.value.decode())
        ICE.IceComposeNetworkIdList.restype = ctypes.c_char_p
        ears = ctypes.cast(self.ears, ctypes.POINTER(POINTER))
        self.ears_by_number = {}
        for index in range(count.value):
            ICE.IceSetHostBasedAuthProc(POINTER(ears[index]), self.anybody)
            self.ears_by_number[ICE.IceGetListenConnectionNumber(POINTER(ears[index]))] = POINTER(ears[index])
        say(ICE.IceComposeNetworkIdList(count, self.ears).decode())

    def ignore(self, *_):
        """Not of interest here."""

    def greet(self, client, _data, mask, callbacks, _failure):
        """A client has connected: it is told whom to call."""
        mask[0] = (1 << len(self.kept)) - 1
        places = ctypes.cast(callbacks, ctypes.POINTER(POINTER))
        for index, callback in enumerate(self.kept):
            places[2 * index] = ctypes.cast(callback, POINTER)
            places[2 * index + 1] = None
        self.client = POINTER(client)
        return 1

    def register_client(self, client, _data, _previous):
        SM.SmsGenerateClientID.restype = ctypes.c_char_p
        SM.SmsRegisterClientReply(POINTER(client), SM.SmsGenerateClientID(POINTER(client)))
        SM.SmsSaveYourself(POINTER(client), SAVE_LOCAL, 0, INTERACT_NEVER, 0)
        say("registered")
        return 1

    def interact_request(self, client, _data, _kind):
        say("asks to ask")
        SM.SmsInteract(POINTER(client))

    def interact_done(self, client, _data, is_cancelled):
        say("cancelled" if is_cancelled else "asked")
        if is_cancelled:
            SM.SmsShutdownCancelled(POINTER(client))

    def save_yourself_done(self, client, _data, is_saved):
        say("saved" if is_saved else "not saved")
        SM.SmsSaveComplete(POINTER(client))

    def log_out(self):
        SM.SmsSaveYourself(self.client, SAVE_BOTH, 1, INTERACT_ALWAYS, 0)

    def run(self):
        while True:
            numbers = {sys.stdin.fileno(), *self.ears_by_number}
            if self.connection:
                numbers.add(ICE.IceConnectionNumber(self.connection))
            for number in select.select(numbers, [], [])[0]:
                if number == sys.stdin.fileno():
                    if not os.read(number, 100):
                        return
                    self.log_out()
                elif number in self.ears_by_number:
                    ICE.IceAcceptConnection.restype = POINTER
                    self.connection = POINTER(ICE.IceAcceptConnection(self.ears_by_number[number], ctypes.byref(INT())))
                else:
                    ICE.IceProcessMessages(self.connection, None, None)


def say(line):
    print(line, flush=True)


if __name__ == "__main__":
    SessionManager().run()
