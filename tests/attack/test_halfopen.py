"""1,200 clients that begin and do not go on: each is closed by its deadline, and a good one hardly notices."""

import multiprocessing
import selectors
import socket
import statistics
import time
import unittest

from localserver import ACCOUNTS, SESSION, LocalServer

CLIENTS = 1200
HEAD, BODY = 5, 10
# A sweep each 0.2 s, a second in which a refused client may read its answer, and a machine that does other things.
GRACE = 4
GOOD_MS = 50
DRIP_EVERY = 0.5

POST = f"POST {ACCOUNTS} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
# (what it sends, what it goes on with, its deadline in seconds)
KINDS = [
    (b"", b"", HEAD),
    (b"GET /api/client/v1/se", b"", HEAD),
    (POST.encode(), b"X: y\r\n", HEAD),
    (POST.encode() + b"Content-Length: 100\r\n\r\n{", b" ", BODY),
    (POST.encode() + b"Transfer-Encoding: chunked\r\n\r\n5\r\n{", b" ", BODY),
]


class HalfOpen:
    def __init__(self, port, kind):
        self.drip, self.deadline = kind[1], kind[2]
        self.since = time.monotonic()
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setblocking(False)
        self.dripped = self.since
        self.send(kind[0])

    def send(self, content):
        try:
            self.socket.send(content)
        except OSError:
            pass

    def go_on(self, now):
        if self.drip and now - self.dripped >= DRIP_EVERY:
            self.dripped = now
            self.send(self.drip)

    def has_ended(self):
        try:
            return not self.socket.recv(65536)
        except BlockingIOError:
            return False
        except OSError:
            return True


def flood(port, results):
    """How long each lived beyond its deadline, in seconds; below 0 when it was closed to make room."""
    lateness = []
    with selectors.DefaultSelector() as selector:
        for client in range(CLIENTS):
            one = HalfOpen(port, KINDS[client % len(KINDS)])
            selector.register(one.socket, selectors.EVENT_READ, one)
        while selector.get_map():
            ready = {key.data for key, _ in selector.select(0.1)}
            now = time.monotonic()
            for one in [key.data for key in selector.get_map().values()]:
                late = now - one.since - one.deadline
                if (one in ready and one.has_ended()) or late > 2 * GRACE:
                    lateness.append(late)
                    selector.unregister(one.socket)
                    one.socket.close()
                else:
                    one.go_on(now)
    results.put(lateness)


class HalfOpenClients(unittest.TestCase):
    def good_calls(self, server, until):
        """The milliseconds that each took."""
        times = []
        while until():
            before = time.monotonic()
            self.assertEqual(server.call("GET", SESSION)[0], 200)
            times.append(1000 * (time.monotonic() - before))
            time.sleep(0.02)
        return times

    def attack(self, server):
        context = multiprocessing.get_context("fork")
        results = context.Queue()
        attacker = context.Process(target=flood, args=(server.port, results))
        attacker.start()
        try:
            times = self.good_calls(server, results.empty)
            lateness = results.get()
        finally:
            attacker.kill()
            attacker.join()
        self.assertEqual(len(lateness), CLIENTS)
        self.assertLess(max(lateness), GRACE)
        p95 = statistics.quantiles(times, n=20)[-1]
        print(f"Half-open: {CLIENTS} of {CLIENTS} closed, at most {max(lateness):.1f} s after their deadline; "
              f"{len(times)} good calls, p95 {p95:.1f} ms, at most {max(times):.1f} ms", flush=True)
        return p95

    def test_they_are_closed_by_their_deadline_while_a_good_call_is_answered_at_once(self):
        with LocalServer("--seed", "1000") as server:
            p95 = self.attack(server)
            if p95 >= GOOD_MS:
                # On a machine that is busy with something else the first try says little.
                p95 = self.attack(server)
            self.assertLess(p95, GOOD_MS)


if __name__ == "__main__":
    unittest.main()
