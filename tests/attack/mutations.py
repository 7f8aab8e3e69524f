"""Good requests, and what a seeded chance makes of them: other bytes, other tokens, other lengths, other lines."""

import random
import re

NUMBER = re.compile(rb"\d+")
CHUNK_SIZE = re.compile(rb"(?<=\r\n)[0-9a-f]+(?=\r\n)")
# What parsers trip over, one byte each.
BYTES = [bytes([byte]) for byte in b"\0\t\n\v\f\r\x1b !\"#%&'(),-./:;<=>?@[\\]^_`{|}~\x7f\x80\x85\xa0\xc0\xff09AFafxz+"]
TOKENS = [
    b"\r\n", b"\n", b"\r", b"\r\n\r\n", b"\n\n", b"\r\n ", b"\r\n\t", b": ", b" :", b",", b", ", b";", b";a=b",
    b";a=\"\n\"", b"0\r\n\r\n", b"\r\n0\r\n\r\n", b"1\r\n \r\n", b"ffffffffffffffff", b"-1", b"+0", b"0x0",
    b"4294967296", b"18446744073709551616", b"chunked", b"xchunked", b"identity", b"gzip, chunked",
    b"Transfer-Encoding: chunked\r\n", b"Transfer-Encoding:\tchunked\r\n", b"Transfer-Encoding : chunked\r\n",
    b"Transfer-Encoding: identity\r\n", b"Content-Length: 0\r\n", b"Content-Length: 4\r\n", b"Content-Length: +4\r\n",
    b"Content-Length: 4, 4\r\n", b"Content-Length:\r\n", b"Connection: close\r\n", b"Connection: keep-alive\r\n",
    b"Connection: Upgrade\r\n", b"Expect: 100-continue\r\n", b"Expect: x\r\n", b"Host: evil.example\r\n",
    b"Host: localhost\r\n", b"Origin: null\r\n", b"Trailer: Content-Length\r\n", b"Upgrade: h2c\r\n",
    b"Content-Encoding: gzip\r\n", b"Idempotency-Key: x\r\n", b"If-Match: *\r\n", b"If-None-Match: *\r\n", b"HTTP/1.0",
    b"HTTP/1.1", b"HTTP/0.9", b"HTTP/2.0", b"http://127.0.0.1", b"http://evil.example", b"GET", b"HEAD", b"PUT",
    b"DELETE", b"OPTIONS", b"CONNECT", b"PRI", b"%00", b"%0d%0a", b"%", b"%2f", b"..", b"/", b"//", b"?", b"#", b"*",
    b"limit=0", b"page_token=x", b"\xef\xbb\xbf", b"\xc3\x28", b"\xed\xa0\x80", b"\\u0000", b"\\ud800", b"[" * 2000,
    b"{\"a\":" * 500, b"1e999", b"-0", b"null", b"true", b"\"", b"\\", b"{}", b"[]", b"A" * 9000, b"X: y\r\n" * 64,
]


def _flip(chance, text, place):
    return text[:place] + bytes([text[place] ^ 1 << chance.randrange(8)]) + text[place + 1:]


def _replace(chance, text, place):
    return text[:place] + chance.choice(BYTES) + text[place + 1:]


def _insert(chance, text, place):
    return text[:place] + chance.choice(BYTES) + text[place:]


def _drop(chance, text, place):
    return text[:place] + text[place + chance.choice([1, 1, 1, 2, 4, 16]):]


def _repeat(chance, text, place):
    end = place + chance.randrange(1, 40)
    return text[:end] + text[place:end] * chance.choice([1, 1, 2, 50]) + text[end:]


def _cut(_chance, text, place):
    return text[:place]


def _token(chance, text, place):
    return text[:place] + chance.choice(TOKENS) + text[place:]


def _token_instead(chance, text, place):
    return text[:place] + chance.choice(TOKENS) + text[place + chance.randrange(1, 12):]


def _line(chance, text, _place):
    """A token where a line begins, a line twice, without it, or in another place."""
    lines = text.split(b"\r\n")
    at = chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            lines[at] = chance.choice(TOKENS) + lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            del lines[at]
        case _:
            lines.insert(chance.randrange(len(lines)), lines.pop(at))
    return b"\r\n".join(lines)


def _number(chance, text, _place):
    """Another length: of the body, of a chunk, or whatever number there is."""
    found = list(NUMBER.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    value = int(one[0][:18])
    near = [0, 1, value - 1, value + 1, value + 2, value * 2, value + 400]
    other = chance.choice(near + [2**31, 2**32, 2**63, 2**64, -value])
    return text[:one.start()] + str(other).encode() + text[one.end():]


def _chunk(chance, text, _place):
    """Something behind the size of a chunk, or before it."""
    found = list(CHUNK_SIZE.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    place = chance.choice([one.end(), one.end(), one.start()])
    return text[:place] + chance.choice([b"", b";", b";a=", b" "]) + chance.choice(TOKENS + BYTES) + text[place:]


def _place(chance, text):
    """Anywhere, or where something ends: there parsers decide."""
    place = chance.randrange(len(text))
    border = text.find(chance.choice([b"\r\n", b"\r\n", b":", b" "]), place) if chance.randrange(2) else -1
    return max(place, border)


CHANGES = [_flip, _replace, _insert, _drop, _repeat, _cut, _token, _token, _token_instead, _line, _line, _number,
           _number, _chunk]


class Mutations:
    """The mutant of a number is always the same one, for a seed and for the same good requests."""

    def __init__(self, seed, goods):
        self.seed, self.goods = seed, goods

    def mutant(self, number):
        chance = random.Random(self.seed * 1_000_000_007 + number)
        text = chance.choice(self.goods)(number)
        for _ in range(chance.choice([1, 1, 1, 2, 2, 3, 5])):
            if text:
                text = chance.choice(CHANGES)(chance, text, _place(chance, text))
        return text
