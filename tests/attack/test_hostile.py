"""Requests within requests: each row hides a create in a body and has another one stand behind it, both with the
Admin's token. What may run is what the row says; the accounts that are there afterwards prove it. Each is sent at
once, and byte by byte."""

import contextlib
import socket
import time
import unittest

from answers import answers_in, receive_all
from localserver import ACCOUNTS, SECONDS, SESSION, LocalServer

MOST_PIECES, PAUSE = 1500, 20e-6
HOST = b"Host: 127.0.0.1\r\n"
JSON = b"Content-Type: application/json\r\n"
CHUNKED = b"Transfer-Encoding: chunked\r\n"
NOBODY = ACCOUNTS.encode() + b"/4fd0a6c5-0000-4000-8000-000000000000"
# What a row holds in the place of the Admin's field and of the request that is hidden in a body.
ADMIN = b"<admin>"
HIDDEN = b"<hidden>"
HIDDEN_LENGTH = b"<length>"
HIDDEN_CHUNK = b"<chunk>"
# As a chunk and a last one, and behind a last chunk.
ONE_CHUNK = HIDDEN_CHUNK + b"\r\n" + HIDDEN + b"\r\n0\r\n\r\n"
NO_CHUNK = b"0\r\n\r\n" + HIDDEN


def request(line, fields=b"", body=b""):
    return line + b"\r\n" + HOST + ADMIN + JSON + fields + b"\r\n" + body


def get(fields=b"", body=b"", version=b"HTTP/1.1"):
    return request(b"GET " + SESSION.encode() + b" " + version, fields, body)


def post(fields=b"", body=HIDDEN, version=b"HTTP/1.1"):
    return request(b"POST " + ACCOUNTS.encode() + b" " + version, fields, body)


def length(text):
    return b"Content-Length: " + text + b"\r\n"


def chunks(lines, version=b"HTTP/1.1"):
    return post(CHUNKED, lines, version)


# What a body holds stays a body, and the request behind it runs: (sentence, bytes, the answers). 400 and 415 are
# what a hidden request gets as JSON.
BODIES = [
    ("a length that is right", post(length(HIDDEN_LENGTH)), (400, 200)),
    ("a length with zeros before it", post(length(b"000" + HIDDEN_LENGTH)), (400, 200)),
    ("a length between blanks", post(b"Content-Length: \t " + HIDDEN_LENGTH + b" \t\r\n"), (400, 200)),
    ("a length in a name of other case", post(b"cOnTeNt-LeNgTh: " + HIDDEN_LENGTH + b"\r\n"), (400, 200)),
    ("one chunk", chunks(ONE_CHUNK), (400, 200)),
    ("a chunk size with zeros before it", chunks(b"000000" + HIDDEN_CHUNK + b"\r\n" + HIDDEN + b"\r\n00\r\n\r\n"),
     (400, 200)),
    ("a chunk with an extension", chunks(HIDDEN_CHUNK + b";a=b;c\r\n" + HIDDEN + b"\r\n0;d=\"e\"\r\n\r\n"), (400, 200)),
    ("a trailer that is a length", chunks(HIDDEN_CHUNK + b"\r\n" + HIDDEN + b"\r\n0\r\nX-Length: 400\r\n\r\n"),
     (400, 200)),
    ("a coding of other case", post(b"Transfer-Encoding: CHUNKED\r\n", ONE_CHUNK), (400, 200)),
    ("a GET with a body", get(length(HIDDEN_LENGTH), HIDDEN), (200, 200)),
    ("a GET with chunks", get(CHUNKED, ONE_CHUNK), (200, 200)),
    ("a HEAD with a body", request(b"HEAD " + SESSION.encode() + b" HTTP/1.1", length(HIDDEN_LENGTH), HIDDEN),
     (200, 200)),
    ("a DELETE with a body", request(b"DELETE " + NOBODY + b" HTTP/1.1", length(HIDDEN_LENGTH), HIDDEN), (404, 200)),
    ("a PUT to nobody", request(b"PUT " + NOBODY + b" HTTP/1.1", length(HIDDEN_LENGTH), HIDDEN), (404, 200)),
    ("a body of another kind", post(b"Content-Type: text/plain\r\n" + length(HIDDEN_LENGTH)), (415, 200)),
    ("an upgrade to HTTP/2", get(b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"
                                 + length(HIDDEN_LENGTH), HIDDEN), (200, 200)),
    ("an upgrade to WebSocket", get(b"Connection: Upgrade\r\nUpgrade: websocket\r\n" + length(HIDDEN_LENGTH), HIDDEN),
     (200, 200)),
    ("a method in a field", post(b"X-HTTP-Method-Override: DELETE\r\n" + length(HIDDEN_LENGTH)), (400, 200)),
    ("a path in a field", get(b"X-Original-URL: /\r\nX-Rewrite-URL: /\r\n"), (200, 200)),
    ("a name with an underscore for the length", post(b"Content_Length: 0\r\n" + length(HIDDEN_LENGTH)), (400, 200)),
    ("no length at all", post(body=b""), (411, 200)),
    ("an absolute target", request(b"GET http://localhost" + SESSION.encode() + b" HTTP/1.1"), (200, 200)),
    ("HTTP/1.0 that stays", get(b"Connection: keep-alive\r\n" + length(HIDDEN_LENGTH), HIDDEN, b"HTTP/1.0"),
     (200, 200)),
    ("two tokens", get(b"Authorization: Bearer x\r\n"), (400, 200)),
]

# A body ends where the framing says that it ends, and what stands behind is a request to everybody who reads it.
ENDS = [
    ("a length of none", post(length(b"0")), (400, 200, 200)),
    ("no length before a hidden request", get(body=HIDDEN), (200, 200, 200)),
    ("a last chunk before a hidden request", chunks(b"2\r\n{}\r\n0\r\n\r\n" + HIDDEN), (422, 200, 200)),
]

# The connection ends with this answer: neither the hidden request nor the one behind it runs.
REFUSED = [
    ("a length and chunks", post(length(b"5") + CHUNKED, NO_CHUNK), (400,)),
    ("chunks and a length", post(CHUNKED + length(b"5"), NO_CHUNK), (400,)),
    ("chunks and a length of none", post(CHUNKED + length(b"0"), HIDDEN), (400,)),
    ("two lengths", post(length(b"0") + length(HIDDEN_LENGTH)), (400,)),
    ("two lengths, the other way round", post(length(HIDDEN_LENGTH) + length(b"0")), (400,)),
    ("two equal lengths", post(length(HIDDEN_LENGTH) * 2), (400,)),
    ("two lengths in one field", post(length(HIDDEN_LENGTH + b", " + HIDDEN_LENGTH)), (400,)),
    ("a negative length", post(length(b"-1")), (400,)),
    ("a length with a plus", post(length(b"+0")), (400,)),
    ("a length in hexadecimal", post(length(b"0x0")), (400,)),
    ("a length with a point", post(length(b"0.0")), (400,)),
    ("a length in quotes", post(length(b'"0"')), (400,)),
    ("a length with an exponent", post(length(b"0e1")), (400,)),
    ("a length with an underscore", post(length(b"1_0")), (400,)),
    ("a length with a blank within", post(length(b"1 0")), (400,)),
    ("a length of 2^64", post(length(b"18446744073709551616")), (400,)),
    ("a length of 2^32", post(length(b"4294967296")), (413,)),
    ("an empty length", post(length(b"")), (400,)),
    ("a length behind a vertical tab", post(b"Content-Length:\x0b0\r\n"), (400,)),
    ("a length behind a no-break space", post(b"Content-Length:\xa00\r\n"), (400,)),
    ("a blank before the colon of a length", post(b"Content-Length : 0\r\n"), (400,)),
    ("a tab before the colon of a coding", post(b"Transfer-Encoding\t: chunked\r\n", NO_CHUNK), (400,)),
    ("a NUL in the name of a length", post(b"Content-Length\0: 0\r\n"), (400,)),
    ("a coding on a folded line", post(b"Transfer-Encoding:\r\n chunked\r\n", NO_CHUNK), (400,)),
    ("a length on a folded line", post(b"X: y\r\n\tContent-Length: 0\r\n"), (400,)),
    ("a length behind a bare LF", post(b"X: y\nContent-Length: 0\r\n"), (400,)),
    ("a length behind a bare CR", post(b"X: y\rContent-Length: 0\r\n"), (400,)),
    ("a head that ends in bare LFs", post(b"Content-Length: 0\n\n"), (400,)),
    ("a head that ends in LF CR LF", post(b"X: y\n"), (400,)),
    ("a NUL in a value", post(b"X: a\0b\r\n" + length(b"0")), (400,)),
    ("chunked behind a vertical tab", post(b"Transfer-Encoding: \x0bchunked\r\n", NO_CHUNK), (400,)),
    ("chunked before a semicolon", post(b"Transfer-Encoding: chunked;q=1\r\n", NO_CHUNK), (400,)),
    ("chunked in quotes", post(b"Transfer-Encoding: \"chunked\"\r\n", NO_CHUNK), (400,)),
    ("xchunked", post(b"Transfer-Encoding: xchunked\r\n", NO_CHUNK), (400,)),
    ("identity", post(b"Transfer-Encoding: identity\r\n"), (400,)),
    ("identity and a length", post(b"Transfer-Encoding: identity\r\n" + length(b"0")), (400,)),
    ("an empty coding", post(b"Transfer-Encoding:\r\n"), (400,)),
    ("an empty coding and a length", post(b"Transfer-Encoding:\r\n" + length(b"0")), (400,)),
    ("chunked before another coding", post(b"Transfer-Encoding: chunked, gzip\r\n", NO_CHUNK), (400,)),
    ("another coding before chunked", post(b"Transfer-Encoding: gzip, chunked\r\n", NO_CHUNK), (400,)),
    ("chunked twice in one field", post(b"Transfer-Encoding: chunked, chunked\r\n", NO_CHUNK), (400,)),
    ("chunked twice in two fields", post(CHUNKED * 2, NO_CHUNK), (400,)),
    ("chunked and identity in two fields", post(CHUNKED + b"Transfer-Encoding: identity\r\n", NO_CHUNK), (400,)),
    ("chunked behind a comma", post(b"Transfer-Encoding: , chunked\r\n", NO_CHUNK), (400,)),
    ("chunked on HTTP/1.0", post(CHUNKED, NO_CHUNK, b"HTTP/1.0"), (400,)),
    ("chunked on a GET of HTTP/1.0 that stays", get(b"Connection: keep-alive\r\n" + CHUNKED, NO_CHUNK, b"HTTP/1.0"),
     (400,)),
    ("a chunk size of words", chunks(b"zero\r\n\r\n" + HIDDEN), (400,)),
    ("a chunk size with 0x", chunks(b"0x0\r\n\r\n" + HIDDEN), (400,)),
    ("a chunk size with a plus", chunks(b"+0\r\n\r\n" + HIDDEN), (400,)),
    ("a negative chunk size", chunks(b"-0\r\n\r\n" + HIDDEN), (400,)),
    ("no chunk size", chunks(b"\r\n\r\n" + HIDDEN), (400,)),
    ("a chunk size of an extension alone", chunks(b";a=b\r\n\r\n" + HIDDEN), (400,)),
    ("a chunk size behind a blank", chunks(b" 0\r\n\r\n" + HIDDEN), (400,)),
    ("a chunk size of 2^64", chunks(b"10000000000000000\r\n\r\n" + HIDDEN), (400,)),
    ("a chunk size of 2^64 - 1", chunks(b"FFFFFFFFFFFFFFFF\r\n\r\n" + HIDDEN), (413,)),
    ("a chunk size of 2^32", chunks(b"100000000\r\n\r\n" + HIDDEN), (413,)),
    ("a chunk size that ends in a bare LF", chunks(b"0\n\r\n" + HIDDEN), (400,)),
    ("a chunk size that ends in a bare CR", chunks(b"0\r\r\n" + HIDDEN), (400,)),
    ("a last chunk that ends in a bare LF", chunks(b"0\r\n\n" + HIDDEN), (400,)),
    ("a bare LF in an extension", chunks(b"2;a\n{}\r\n0\r\n\r\n" + HIDDEN), (400,)),
    ("a bare LF in a quoted extension", chunks(b"2;a=\"\n\"\r\n{}\r\n0\r\n\r\n" + HIDDEN), (400,)),
    ("a bare CR in an extension", chunks(b"2;a\rb\r\n{}\r\n0\r\n\r\n" + HIDDEN), (400,)),
    ("a NUL in an extension", chunks(b"2;a\0\r\n{}\r\n0\r\n\r\n" + HIDDEN), (400,)),
    ("an extension without a name", chunks(b"2;=b\r\n{}\r\n0\r\n\r\n" + HIDDEN), (400,)),
    ("an extension whose quote does not end", chunks(b"2;a=\"b\r\n{}\r\n0\r\n\r\n" + HIDDEN), (400,)),
    ("extensions of 5 KB", chunks(b"2;a=" + b"b" * 5000 + b"\r\n{}\r\n0\r\n\r\n" + HIDDEN), (400,)),
    ("a chunk that ends too early", chunks(b"4\r\n{}\r\n0\r\n\r\n" + HIDDEN), (400,)),
    ("a chunk that ends too late", chunks(b"1\r\n{}\r\n0\r\n\r\n" + HIDDEN), (400,)),
    ("a chunk that ends in a bare LF", chunks(b"2\r\n{}\n0\r\n\r\n" + HIDDEN), (400,)),
    ("a chunk without an end of its own", chunks(b"2\r\n{}0\r\n\r\n" + HIDDEN), (400,)),
    ("a bare LF in a trailer", chunks(b"2\r\n{}\r\n0\r\nX: y\n\r\n" + HIDDEN), (400,)),
    ("a NUL in a trailer", chunks(b"2\r\n{}\r\n0\r\nX: \0\r\n\r\n" + HIDDEN), (400,)),
    ("a trailer that is no field", chunks(b"2\r\n{}\r\n0\r\nGET / HTTP/1.1\r\n\r\n" + HIDDEN), (400,)),
    ("a body that is too large", post(length(b"262145")), (413,)),
    ("a body where nothing is", request(b"POST / HTTP/1.1", length(HIDDEN_LENGTH), HIDDEN), (404,)),
    ("a body for a method that is not there", request(b"PATCH " + NOBODY + b" HTTP/1.1", length(HIDDEN_LENGTH), HIDDEN),
     (405,)),
    ("a body for a method that nobody knows", request(b"BREW / HTTP/1.1", length(HIDDEN_LENGTH), HIDDEN), (501,)),
    ("CONNECT with a body", request(b"CONNECT localhost:1 HTTP/1.1", length(HIDDEN_LENGTH), HIDDEN), (404,)),
    ("TRACE with a body", request(b"TRACE " + SESSION.encode() + b" HTTP/1.1", length(HIDDEN_LENGTH), HIDDEN), (405,)),
    ("an unknown expectation", post(b"Expect: a-miracle\r\n" + length(b"0")), (417,)),
    ("another Host", post(b"Host: localhost\r\n" + length(b"0")), (400,)),
    ("an absolute target elsewhere", request(b"POST http://evil.example/ HTTP/1.1", length(b"0"), HIDDEN), (421,)),
    ("HTTP/0.9", b"GET " + SESSION.encode() + b"\r\n" + HIDDEN, (400,)),
    ("HTTP/2 without a question", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0" + HIDDEN, (505,)),
    ("HTTP/1.2", get(length(b"0"), HIDDEN, b"HTTP/1.2"), (505,)),
    ("TLS", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + HIDDEN, (400,)),
    ("an empty line first", b"\r\n" + HIDDEN, (400,)),
    ("too many fields", post(b"X: y\r\n" * 64 + length(b"0")), (431,)),
    ("a field that is too long", post(b"X: " + b"y" * 17000 + b"\r\n" + length(b"0")), (431,)),
    ("a line that is too long", request(b"GET /" + b"x" * 9000 + b" HTTP/1.1", b"", HIDDEN), (414,)),
    ("a request behind a refused one", get(b"X Y: z\r\n") + HIDDEN, (400,)),
]

# The client asks for the end: what it sends behind is not read any more.
LAST = [
    ("Connection: close", get(b"Connection: close\r\n", HIDDEN), (200,)),
    ("Connection: close among others", get(b"Connection: x, CLOSE\r\n", HIDDEN), (200,)),
    ("HTTP/1.0", get(body=HIDDEN, version=b"HTTP/1.0"), (200,)),
    ("HTTP/1.0 with a body", get(length(HIDDEN_LENGTH), HIDDEN, b"HTTP/1.0"), (200,)),
]

# It ends in the middle: no answer, for nobody is there to read it.
UNFINISHED = [
    ("half a head", b"POST " + ACCOUNTS.encode() + b" HTTP/1.1\r\n" + HOST + ADMIN, ()),
    ("half a body", post(length(b"100000")), ()),
    ("half a chunk", chunks(b"10000\r\n" + HIDDEN), ()),
    ("chunks without a last one", chunks(HIDDEN_CHUNK + b"\r\n" + HIDDEN + b"\r\n"), ()),
]


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(LocalServer())
        cls.admin = f"Authorization: Bearer {cls.server.token()}\r\n".encode()

    def creating(self, name, fields=b""):
        body = f'{{"name":"{name}","roles":["Viewer"],"expiry_date":null}}'.encode()
        return (b"POST " + ACCOUNTS.encode() + b" HTTP/1.1\r\n" + HOST + self.admin + JSON + fields
                + f"Content-Length: {len(body)}\r\n\r\n".encode() + body)

    def answers(self, pieces, is_half):
        with socket.create_connection(("127.0.0.1", self.server.port), SECONDS) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)
            # The rest of a request that is refused already may find nobody.
            with contextlib.suppress(ConnectionError):
                for piece in pieces:
                    connection.sendall(piece)
                    # Otherwise the server would read many of them together.
                    time.sleep(PAUSE)
                if is_half:
                    connection.shutdown(socket.SHUT_WR)
            return answers_in(receive_all(connection))

    def send(self, row, content, expected, is_whole):
        """The answers, and the names of the accounts that were made by it."""
        hidden = self.creating(f"hidden_{row}")
        for mark, text in [(HIDDEN_LENGTH, b"%d" % len(hidden)), (HIDDEN_CHUNK, b"%x" % len(hidden)), (HIDDEN, hidden),
                           (ADMIN, self.admin)]:
            content = content.replace(mark, text)
        behind = self.creating(f"behind_{row}", b"Connection: close\r\n") if expected else b""
        size = len(content) if is_whole else len(content) // MOST_PIECES + 1
        pieces = [content[start:start + size] for start in range(0, len(content), size)]
        return self.answers([*pieces, behind], not expected), self.server.accounts(f"*_{row}")

    def try_all(self, rows, made):
        test = self.id().rpartition(".")[2]
        for row, (sentence, content, expected) in enumerate(rows):
            for is_whole in (True, False):
                with self.subTest(sentence, is_whole=is_whole):
                    key = f"{test}_{row}_{is_whole}".lower()
                    answers, found = self.send(key, content, expected, is_whole)
                    self.assertEqual(tuple(answer.status for answer in answers), expected)
                    self.assertEqual(set(found), {f"{name}_{key}" for name in made})
                    for answer in answers[-1:]:
                        self.assertTrue(answer.closes())
        print(f"{test}: {len(rows)} requests", flush=True)

    def test_a_body_stays_a_body(self):
        self.try_all(BODIES, {"behind"})

    def test_what_stands_behind_a_body_is_a_request(self):
        self.try_all(ENDS, {"hidden", "behind"})

    def test_a_refused_request_is_the_last_one(self):
        self.try_all(REFUSED, set())

    def test_a_connection_ends_when_the_client_says_so(self):
        self.try_all(LAST, set())

    def test_half_a_request_is_none(self):
        self.try_all(UNFINISHED, set())


if __name__ == "__main__":
    unittest.main()
