"""Strings that break programs, through every free text of the API and back, over HTTP."""

import json
import re
import urllib.parse

from localapi import ACCOUNTS

RIGHT_NAME = re.compile(r"[a-z0-9_]{1,64}")
PRINTABLE = re.compile(r"[ -~]{1,255}")


class Naughty:
    """Yields a sentence for each string that was answered in another way than it should be."""

    def __init__(self, client, strings):
        self.client, self.strings = client, strings
        self.sent = 0

    def call(self, method, path, body=None, **headers):
        self.sent += 1
        return self.client.call(method, path, body, **headers)

    def account(self, **changed):
        return {"name": "n", "roles": ["Viewer"], "expiry_date": None, **changed}

    def all(self):
        for check in (self.descriptions, self.names, self.field_names, self.roles, self.ends, self.filters,
                      self.page_tokens, self.ids, self.keys):
            for at, text in enumerate(self.strings):
                if wrong := check(at, text):
                    yield f"{check.__name__}, string {at} ({ascii(text)}): {wrong}"
        yield from self.listed()

    def descriptions(self, at, text):
        """Made with the text as UTF-8, emptied, and given the text again as escapes."""
        body = self.account(name=f"naughty_{at}", description=text)
        made = self.call("POST", ACCOUNTS, json.dumps(body, ensure_ascii=False).encode())
        if made.status != 200 or made.body["description"] != text:
            return f"create {made.status}"
        path = f"{ACCOUNTS}/{made.body['id']}"
        for description in ("", text):
            changed = self.call("PUT", path, {"description": description, "roles": ["Viewer"]}, If_Match="*")
            if changed.status != 200 or changed.body["description"] != description:
                return f"update {changed.status}"
        if self.call("GET", path).body["description"] != text:
            return "read"

    def listed(self):
        token = ""
        found = {}
        while token is not None:
            page = self.call("GET", f"{ACCOUNTS}?name=naughty_*&limit=1000{token and '&page_token='}{token}").body
            found.update((account["name"], account["description"]) for account in page["items"])
            token = page["pagination"]["next_page_token"]
        for at, text in enumerate(self.strings):
            if found[f"naughty_{at}"] != text:
                yield f"list, string {at} ({ascii(text)}): {ascii(found[f'naughty_{at}'])}"

    def names(self, _, text):
        answer = self.call("POST", ACCOUNTS, self.account(name=text))
        if RIGHT_NAME.fullmatch(text):
            kept = answer.status == 200 and answer.body["name"] == text
            return None if kept or answer.status == 409 else answer.status
        return None if answer.status == 422 else answer.status

    def field_names(self, _, text):
        answer = self.call("POST", ACCOUNTS, self.account(**{text: True}))
        echoed = answer.status == 422 and [error["field"] for error in answer.body["errors"]] == [text]
        return None if echoed else answer.status

    def roles(self, _, text):
        answer = self.call("POST", ACCOUNTS, self.account(roles=[text]))
        return None if answer.status == 422 else answer.status

    def ends(self, _, text):
        answer = self.call("POST", ACCOUNTS, self.account(expiry_date=text))
        return None if answer.status == 422 else answer.status

    def filters(self, _, text):
        for parameter in ("name", "role"):
            query = urllib.parse.urlencode({parameter: text, "limit": 1})
            answer = self.call("GET", f"{ACCOUNTS}?{query}")
            if answer.status != 200:
                return f"{parameter} {answer.status}"

    def page_tokens(self, _, text):
        answer = self.call("GET", f"{ACCOUNTS}?{urllib.parse.urlencode({'page_token': text})}")
        return None if answer.status == 400 else answer.status

    def ids(self, _, text):
        answer = self.call("GET", f"{ACCOUNTS}/{urllib.parse.quote(text, safe='')}")
        return None if answer.status in (400, 404) else answer.status

    def keys(self, at, text):
        # A line break ends a header: whoever sends one sends another request (ctest -L api).
        if "\r" in text or "\n" in text:
            return None
        answer = self.call("POST", ACCOUNTS, self.account(name=f"key_{at}"), Idempotency_Key=text.encode())
        if PRINTABLE.fullmatch(text.strip(" \t")):
            echoed = answer.headers["Idempotency-Key"] == text.strip(" \t")
            return None if echoed and answer.status in (200, 422) else answer.status
        return None if answer.status == 400 else answer.status
