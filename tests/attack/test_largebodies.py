"""Bodies of 400 MB: refused while they are hardly begun, and not kept in memory."""

import contextlib
import select
import socket
import time
import unittest

from answers import answers_in, receive_all
from localserver import ACCOUNTS, SECONDS, SESSION, LocalServer

SIZE = 400_000_000
# What the kernel holds on its way (a socket's buffers grow up to 10 MB) and what was read before the refusal.
SENT_BEFORE = 16_000_000
GROWTH_KB = 8 * 1024
# What a client goes on sending is read, and dropped, for this long: its answer would be lost otherwise.
LINGERING = 1
GRACE = 4
BLOCK = b" " * 65536
ADMIN = b"<admin>"
ACCOUNTS_PATH, SESSION_PATH = ACCOUNTS.encode(), SESSION.encode()


def head(method, path, framing):
    return method + b" " + path + b" HTTP/1.1\r\n" + ADMIN + framing + b"\r\n"


def post(framing):
    return head(b"POST", ACCOUNTS_PATH, framing)


LENGTH = b"Content-Length: %d\r\n" % SIZE
CHUNKED = b"Transfer-Encoding: chunked\r\n"
CHUNK = b"10000\r\n" + BLOCK + b"\r\n"

# (sentence, how it begins, what comes again and again, the answer)
BODIES = [
    ("a length", post(LENGTH), BLOCK, 413),
    ("a length, and a client that waits", post(LENGTH + b"Expect: 100-continue\r\n"), b"", 413),
    ("a length for a GET", head(b"GET", SESSION_PATH, LENGTH), BLOCK, 413),
    ("a length where nothing is", head(b"POST", b"/", LENGTH), BLOCK, 413),
    ("large chunks", post(CHUNKED), CHUNK, 413),
    ("chunks of one byte", post(CHUNKED), b"1\r\n \r\n" * 10_000, 413),
    ("one endless chunk", post(CHUNKED) + b"%x\r\n" % SIZE, BLOCK, 413),
    ("chunks for a GET", head(b"GET", SESSION_PATH, CHUNKED), CHUNK, 413),
    ("one endless extension", post(CHUNKED) + b"5;a=", b"b" * 65536, 400),
    ("one endless size", post(CHUNKED), b"0" * 65536, 400),
    ("endless trailers", post(CHUNKED) + b"0\r\n", b"X: y\r\n" * 10_000, 400),
    ("an endless field", post(b"")[:-2] + b"X: ", b"y" * 65536, 431),
    ("endless fields", post(b"")[:-2], b"X: y\r\n" * 10_000, 431),
    ("an endless target", b"GET /", b"x" * 65536, 414),
]


class Sender:
    """Sends until it is answered, or goes on as if it had not been."""

    def __init__(self, port, start, block):
        self.connection = socket.create_connection(("127.0.0.1", port), SECONDS)
        self.connection.sendall(start)
        self.block, self.sent = block, 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()

    def send(self):
        self.sent += self.connection.send(self.block[self.sent % len(self.block):])

    def wait_for_answer(self):
        self.connection.setblocking(False)
        while self.sent < SIZE:
            readable, _, _ = select.select([self.connection], [self.connection] if self.block else [], [], SECONDS)
            if readable:
                break
            self.send()
        self.connection.settimeout(SECONDS)

    def send_the_rest(self):
        """For how many seconds that went on."""
        since = time.monotonic()
        with contextlib.suppress(OSError):
            while self.sent < SIZE:
                self.send()
        return time.monotonic() - since


class LargeBodies(unittest.TestCase):
    def setUp(self):
        self.server = self.enterContext(LocalServer("--seed", "1000"))
        self.admin = f"Host: localhost\r\nAuthorization: Bearer {self.server.token()}\r\n"
        for _ in range(50):
            self.server.call("GET", f"{ACCOUNTS}?limit=100")

    def sender(self, start, block):
        return Sender(self.server.port, start.replace(ADMIN, self.admin.encode()), block)

    def test_they_are_refused_early_and_not_kept(self):
        before = self.server.memory("VmRSS")
        most = 0
        for sentence, start, block, expected in BODIES:
            with self.subTest(sentence), self.sender(start, block) as sender:
                sender.wait_for_answer()
                self.assertLess(sender.sent, SENT_BEFORE)
                most = max(most, sender.sent)
                self.assertEqual([answer.status for answer in answers_in(receive_all(sender.connection))], [expected])
        growth = self.server.memory("VmHWM") - before
        print(f"Large bodies: {len(BODIES)} of {SIZE / 1e6:.0f} MB refused after at most {most / 1e6:.1f} MB were on "
              f"their way; memory grew by {growth} kB at most", flush=True)
        self.assertLessEqual(growth, GROWTH_KB)

    def test_a_client_that_goes_on_all_the_same_is_cut_off(self):
        before = self.server.memory("VmRSS")
        with self.sender(post(CHUNKED), CHUNK) as sender:
            sender.wait_for_answer()
            self.assertLess(sender.send_the_rest(), LINGERING + GRACE)
        self.assertLessEqual(self.server.memory("VmHWM") - before, GROWTH_KB)


if __name__ == "__main__":
    unittest.main()
