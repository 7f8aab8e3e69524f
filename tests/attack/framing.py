"""Where one request ends and the next begins, by the letter of RFC 9112: what the server's own reading is judged by.

It knows the grammar alone, and shares nothing with the server. The server may refuse more than this; it may never
run a request that is not one here.
"""

import json
import re

TOKEN = rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
QUOTED = rb'"(?:[\t \x21\x23-\x5b\x5d-\x7e\x80-\xff]|\\[\t \x21-\x7e\x80-\xff])*"'
REQUEST_LINE = re.compile(rb"(" + TOKEN + rb") ([!-~]+) HTTP/1\.([01])")
FIELD = re.compile(rb"(" + TOKEN + rb"):[ \t]*([\t\x20-\x7e\x80-\xff]*)")
CHUNK_LINE = re.compile(rb"([0-9A-Fa-f]+)(?:[ \t]*;[ \t]*" + TOKEN + rb"(?:[ \t]*=[ \t]*(?:" + TOKEN + rb"|" + QUOTED
                        + rb"))?)*[ \t]*")
DIGITS = re.compile(rb"0*[0-9]{1,18}")


class NotARequest(Exception):
    """What stands here is none, or not all of one."""


class Request:
    def __init__(self, method, target, fields, is_http10):
        self.method, self.target, self.fields, self.is_http10 = method, target, fields, is_http10
        self.body = b""

    def values(self, name):
        return [value for field, value in self.fields if field == name]

    def ends_the_connection(self):
        options = [option.strip().lower() for value in self.values(b"connection") for option in value.split(b",")]
        return b"close" in options or (self.is_http10 and b"keep-alive" not in options)

    def created_name(self):
        """The name of the account that it asks for; None when it asks for something else."""
        if self.method != b"POST":
            return None
        try:
            return json.loads(self.body.decode())["name"]
        except (ValueError, KeyError, TypeError):
            return None


def _lines(content, position):
    """The lines up to the empty one, and the place behind it."""
    end = content.find(b"\r\n\r\n", position)
    if end < 0:
        raise NotARequest("its head does not end")
    lines = content[position:end].split(b"\r\n")
    if any(byte in line for line in lines for byte in b"\r\n\0"):
        raise NotARequest("a bare CR, LF or NUL")
    return lines, end + 4


def _fields(lines):
    parts = [FIELD.fullmatch(line) for line in lines]
    if not all(parts):
        raise NotARequest("a line that is no field")
    return [(part[1].lower(), part[2].strip(b" \t")) for part in parts]


def _line(content, position):
    end = content.find(b"\r\n", position)
    if end < 0:
        raise NotARequest("a line does not end")
    return content[position:end], end + 2


def _chunks(content, position):
    body = b""
    while True:
        line, position = _line(content, position)
        size = CHUNK_LINE.fullmatch(line)
        if not size:
            raise NotARequest("not the size of a chunk")
        length = int(size[1], 16)
        if length == 0:
            break
        end = position + length
        if content[end:end + 2] != b"\r\n":
            raise NotARequest("a chunk that does not end where it says")
        body += content[position:end]
        position = end + 2
    trailer, position = _line(content, position)
    while trailer:
        _fields([trailer])
        trailer, position = _line(content, position)
    return body, position


def _request(content, position):
    (first, *rest), position = _lines(content, position)
    line = REQUEST_LINE.fullmatch(first)
    if not line:
        raise NotARequest("not a request line")
    request = Request(line[1], line[2], _fields(rest), line[3] == b"0")
    lengths, codings = request.values(b"content-length"), request.values(b"transfer-encoding")
    if codings:
        if lengths or request.is_http10 or [coding.lower() for coding in codings] != [b"chunked"]:
            raise NotARequest("an unclear length")
        request.body, position = _chunks(content, position)
    elif lengths:
        if len(lengths) > 1 or not DIGITS.fullmatch(lengths[0]):
            raise NotARequest("an unclear length")
        end = position + int(lengths[0])
        if end > len(content):
            raise NotARequest("half a body")
        request.body, position = content[position:end], end
    return request, position


def requests_in(content):
    """The requests that stand one behind the other, as far as they are clear, and whether something is left over."""
    requests, position = [], 0
    while position < len(content):
        try:
            request, position = _request(content, position)
        except NotARequest:
            return requests, True
        requests.append(request)
        if request.ends_the_connection():
            break
    return requests, False
