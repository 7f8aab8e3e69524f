"""The ways in which a text may stand in a file, in memory or in an answer, and the search for all of them."""

import base64

LONGEST_BEFORE = 40


def base64_of(secret, alphabet):
    """What base64 makes of it at each of the three places where it may begin; the cut ends are left out."""
    for before in range(3):
        coded = base64.b64encode(bytes(before) + secret, alphabet)
        first = -(-before * 4 // 3)
        yield coded[first:(before + len(secret)) * 4 // 3]


def spellings_of(text):
    secret = text.encode()
    return {
        "UTF-8": {secret},
        "UTF-16": {text.encode("utf-16-le"), text.encode("utf-16-be")},
        "hexadecimal": {secret.hex().encode(), secret.hex().upper().encode()},
        "percent": {"".join(f"%{byte:02X}" for byte in secret).encode()},
        "base64": {*base64_of(secret, b"+/"), *base64_of(secret, b"-_")},
    }


class Secret:
    """One text that is looked for, by the name under which the table tells of it."""

    def __init__(self, name, text):
        self.name, self.text = name, text
        self.spellings = spellings_of(text)

    def hits_in(self, content):
        """How many times each spelling stands there, without those that do not."""
        counts = {kind: sum(content.count(one) for one in ones) for kind, ones in self.spellings.items()}
        return {kind: count for kind, count in counts.items() if count}

    def befores_in(self, content):
        """For each time that it stands there: the spelling, and the bytes before it."""
        for kind, ones in self.spellings.items():
            for one in ones:
                at = content.find(one)
                while at >= 0:
                    yield kind, content[max(0, at - LONGEST_BEFORE):at]
                    at = content.find(one, at + 1)

    def is_in(self, content):
        return bool(self.hits_in(content))
