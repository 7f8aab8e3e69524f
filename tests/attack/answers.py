"""What a server sent on one connection, cut into answers, and nothing let through that is not one."""

import re

STATUS_LINE = re.compile(rb"HTTP/1\.1 ([1-5][0-9][0-9]) [A-Za-z' -]+")
# More than any test here asks for.
LONGEST = 1_000_000
FIELD = re.compile(rb"([A-Za-z-]+): ([\x20-\x7e]*)")


class Malformed(Exception):
    """Not an answer of HTTP/1.1."""


class Answer:
    def __init__(self, head):
        line, *fields = head.split(b"\r\n")
        matched = STATUS_LINE.fullmatch(line)
        parts = [FIELD.fullmatch(field) for field in fields]
        if not matched or not all(parts):
            raise Malformed(f"not the head of an answer: {head[:200]!r}")
        self.status = int(matched[1])
        self.fields = {part[1].lower(): part[2] for part in parts}
        self.body = b""

    def length(self):
        return int(self.fields.get(b"content-length", b"0"))

    def is_final(self):
        return self.status >= 200

    def closes(self):
        return self.fields.get(b"connection") == b"close"


def answers_in(content):
    """All answers of a connection that has ended; those to HEAD are known by what follows in their body's place."""
    answers, position = [], 0
    while position < len(content):
        end = content.find(b"\r\n\r\n", position)
        if end < 0:
            raise Malformed(f"half a head: {content[position:position + 200]!r}")
        answer = Answer(content[position:end])
        answers.append(answer)
        position = end + 4
        rest = content[position:position + answer.length()]
        if not rest or rest.startswith(b"HTTP/1.1 "):
            continue
        if len(rest) < answer.length():
            raise Malformed(f"half a body: {rest[:200]!r}")
        answer.body = rest
        position += len(rest)
    return answers


def receive_all(connection):
    """Until the server closes; a reset is one way to do so."""
    content = b""
    try:
        while chunk := connection.recv(65536):
            content += chunk
            if len(content) > LONGEST:
                raise Malformed("answers without an end")
    except ConnectionResetError:
        pass
    return content
