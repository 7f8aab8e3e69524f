"""100,000 mutated requests (MUTATIONS, SEED): the server lives, answers in HTTP, and runs what is a request alone.

Bodies hide creates and deletes with the Admin's token. What was made and deleted afterwards must be what a reader by
the letter of RFC 9112 (framing.py) finds in the bytes sent, and no more may be answered than it finds.
"""

import collections
import re
import selectors
import socket
import time
import unittest

from answers import Malformed, answers_in
from framing import requests_in
from localserver import ACCOUNTS, EVENTS, SESSION, USERS, LocalServer, number
from mutations import Mutations

MUTATIONS = number("MUTATIONS", 100_000)
# The same in every run of the suite: what fails here fails again. Another one, by the environment, finds more.
SEED = number("SEED", 2026)
BATCH = 2000
AT_ONCE = 48
SECONDS = 8
# Of the server's errors these alone say something of a request: an unknown method, an unknown version.
SERVER_ERRORS = {501, 505}
# A token, even one that was mutated.
LONG_WORD = re.compile(rb"\w{30,}")
# With these it closes before the request is complete, or without having understood it.
REFUSALS = {400, 401, 403, 404, 405, 413, 414, 417, 421, 431} | SERVER_ERRORS


class GoodRequests:
    """What the mutants are made of; those of a write hide another one in their body."""

    def __init__(self, server):
        self.admin = f"Host: 127.0.0.1\r\nAuthorization: Bearer {server.token()}\r\n"
        status, fields, account = server.create("changed", "Viewer")
        assert status == 200, status
        self.changed, self.etag = f"{ACCOUNTS}/{account['id']}", fields["ETag"]
        self.victim = None
        self.all = [self.list, self.hidden_create, self.hidden_create, self.hidden_in_chunks, self.hidden_in_chunks,
                    self.hidden_in_get, self.hidden_delete, self.taken_name, self.no_change, self.no_change_in_chunks,
                    self.delete_nobody, self.pipeline]

    def request(self, line, fields="", body=""):
        return f"{line} HTTP/1.1\r\n{self.admin}{fields}\r\n{body}".encode()

    def with_body(self, line, body, fields=""):
        return self.request(line, f"Content-Type: application/json\r\n{fields}Content-Length: {len(body)}\r\n", body)

    def in_chunks(self, line, parts, fields=""):
        body = "".join(f"{len(part):x}\r\n{part}\r\n" for part in parts)
        return self.request(line, f"Content-Type: application/json\r\n{fields}Transfer-Encoding: chunked\r\n",
                            f"{body}0\r\n\r\n")

    def create(self, name):
        body = f'{{"name":"{name}","roles":["Viewer"],"expiry_date":null}}'
        return self.with_body(f"POST {ACCOUNTS}", body).decode()

    def delete(self):
        return self.request(f"DELETE {self.victim}").decode()

    def deletes_victim(self, request):
        return request.method == b"DELETE" and self.victim.encode() in request.target

    def list(self, key):
        paths = [f"{ACCOUNTS}?limit=2&name=c*&role=Viewer", f"{EVENTS}?page_token=x", SESSION, USERS, self.changed]
        return self.request(f"{'HEAD' if key % 3 == 0 else 'GET'} {paths[key % 5]}", 'If-None-Match: "1"\r\n')

    def hidden_create(self, key):
        return self.with_body(f"POST {ACCOUNTS}", self.create(f"hidden_{key}"))

    def hidden_in_chunks(self, key):
        hidden = self.create(f"hidden_{key}")
        return self.in_chunks(f"POST {ACCOUNTS}", [hidden[:9], hidden[9:]])

    def hidden_in_get(self, key):
        return self.with_body(f"GET {SESSION}", self.create(f"hidden_{key}"))

    def hidden_delete(self, _key):
        return self.with_body(f"PUT {self.changed}", self.delete(), f"If-Match: {self.etag}\r\n")

    def taken_name(self, key):
        body = (f'{{"name":"changed","description":"\\u00e9","roles":["Viewer","Deployment"],'
                f'"expiry_date":"2099-01-0{key % 9 + 1}T00:00:00Z"}}')
        return self.with_body(f"POST {ACCOUNTS}", body, f"Idempotency-Key: {key}\r\n")

    def no_change(self, _key):
        body = '{"description":"","roles":["Viewer"]}'
        return self.with_body(f"PUT {self.changed}", body, f"If-Match: {self.etag}\r\n")

    def no_change_in_chunks(self, _key):
        return self.in_chunks(f"PUT {self.changed}", ['{"description":', '"","roles":', '["Viewer"]}'],
                              f"If-Match: {self.etag}\r\n")

    def delete_nobody(self, key):
        return self.with_body(f"DELETE {ACCOUNTS}/00000000-0000-4000-8000-{key:012}", self.create(f"hidden_{key}"))

    def pipeline(self, key):
        return self.list(key) + self.no_change(key) + self.hidden_in_get(key) + self.list(key + 1)


class Exchange:
    """One mutant on a connection of its own: sent in one piece or two, then nothing more until the server closes."""

    def __init__(self, key, content, port):
        self.key, self.content, self.received = key, content, b""
        half = key * 7919 % (len(content) + 1)
        self.pieces = [piece for piece in (content[:half], content[half:]) if piece]
        self.until = time.monotonic() + SECONDS
        self.socket = socket.socket()
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
        self.socket.connect(("127.0.0.1", port))
        self.socket.setblocking(False)

    def go_on(self, events):
        """Whether it is over."""
        if events & selectors.EVENT_WRITE:
            self.send()
        if not events & selectors.EVENT_READ:
            return False
        try:
            chunk = self.socket.recv(65536)
        except ConnectionResetError:
            return True
        self.received += chunk
        return not chunk

    def send(self):
        try:
            if self.pieces:
                sent = self.socket.send(self.pieces[0])
                self.pieces = [piece for piece in (self.pieces[0][sent:], *self.pieces[1:]) if piece]
            if not self.pieces:
                self.socket.shutdown(socket.SHUT_WR)
        except OSError:
            # It was refused already; the answer is still to be read.
            self.pieces = []

    def wanted(self):
        return selectors.EVENT_READ | (selectors.EVENT_WRITE if self.pieces else 0)


def exchange_all(mutants, port):
    """All of them, some at once."""
    waiting, done = iter(mutants), []
    with selectors.DefaultSelector() as selector:
        def begin():
            for key, content in waiting:
                exchange = Exchange(key, content, port)
                selector.register(exchange.socket, selectors.EVENT_READ | selectors.EVENT_WRITE, exchange)
                return

        def end(exchange):
            selector.unregister(exchange.socket)
            exchange.socket.close()
            done.append(exchange)
            begin()

        for _ in range(AT_ONCE):
            begin()
        while selector.get_map():
            for one, events in selector.select(1):
                if one.data.go_on(events):
                    end(one.data)
                elif one.data.wanted() != one.events:
                    selector.modify(one.fileobj, one.data.wanted(), one.data)
            for one in list(selector.get_map().values()):
                if time.monotonic() > one.data.until:
                    raise AssertionError(f"mutant {one.data.key} was neither answered nor closed in {SECONDS} s")
    return done


class Mutated(unittest.TestCase):
    def setUp(self):
        self.server = self.enterContext(LocalServer())
        self.goods = GoodRequests(self.server)
        self.statuses = collections.Counter()
        self.requests = 0

    def told(self, exchange, fault):
        content = LONG_WORD.sub(b"<token>", exchange.content)
        return f"SEED={SEED}, mutant {exchange.key}: {fault}\n{content[:3000]!r}"

    def exchange(self, mutants):
        try:
            exchanges = exchange_all(mutants, self.server.port)
        except ConnectionError:
            exchanges = []
        if self.server.process.poll() is not None:
            self.fail(f"SEED={SEED}, mutants {mutants[0][0]} and on ended the server: {self.server.said()}")
        return exchanges

    def check_answers(self, exchange, requests, has_rest):
        try:
            answers = [answer for answer in answers_in(exchange.received) if answer.is_final()]
        except Malformed as fault:
            self.fail(self.told(exchange, fault))
        self.statuses.update(answer.status for answer in answers)
        self.requests += len(requests)
        for answer in answers:
            self.assertTrue(answer.status < 500 or answer.status in SERVER_ERRORS, self.told(exchange, answer.status))
        if len(answers) > len(requests):
            last = answers[-1]
            is_refusal = has_rest and last.status in REFUSALS and last.closes()
            self.assertTrue(is_refusal and len(answers) == len(requests) + 1,
                            self.told(exchange, f"{len(requests)} requests, {[one.status for one in answers]}"))

    def check_batch(self, exchanges):
        may_make, may_delete = {"changed", "victim", "local_console"}, False
        for exchange in exchanges:
            requests, has_rest = requests_in(exchange.content)
            self.check_answers(exchange, requests, has_rest)
            may_make.update(request.created_name() for request in requests)
            may_delete |= any(self.goods.deletes_victim(request) for request in requests)
        found = self.server.accounts()
        smuggled = found.keys() - may_make
        self.assertFalse(smuggled, f"SEED={SEED}, mutants {exchanges[0].key} and on made {smuggled}")
        self.assertTrue(may_delete or "victim" in found,
                        f"SEED={SEED}, mutants {exchanges[0].key} and on deleted an account")
        self.assertIn("local_console", found)
        return found

    def prepare(self, found):
        """The accounts as each batch finds them."""
        for name in found.keys() - {"changed", "victim", "local_console"}:
            self.server.call("DELETE", f"{ACCOUNTS}/{found[name]['id']}")
        victim = found.get("victim") or self.server.create("victim")[2]
        self.goods.victim = f"{ACCOUNTS}/{victim['id']}"

    def test_what_is_no_request_is_never_run(self):
        print(f"SEED={SEED} MUTATIONS={MUTATIONS}", flush=True)
        mutations = Mutations(SEED, self.goods.all)
        found = self.server.accounts()
        for first in range(0, MUTATIONS, BATCH):
            self.prepare(found)
            keys = range(first, min(first + BATCH, MUTATIONS))
            found = self.check_batch(self.exchange([(key, mutations.mutant(key)) for key in keys]))
        counts = ", ".join(f"{count} x {status}" for status, count in sorted(self.statuses.items()))
        print(f"Mutated: {MUTATIONS} sent, {self.requests} requests in them, answers {counts}; 0 crashes, 0 smuggled")


if __name__ == "__main__":
    unittest.main()
