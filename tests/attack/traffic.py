"""A client that creates, changes and deletes until its server is gone, and knows afterwards what must be there."""

import http.client
import json
import random

from localserver import ACCOUNTS, SECONDS, SESSION

SEEN = ("id", "name", "description", "roles")
GONE = (OSError, http.client.HTTPException)


def seen(account):
    return {field: account[field] for field in SEEN}


class Traffic:
    """Accounts of its own, all named with its prefix. One call at a time: at most one has no answer."""

    def __init__(self, prefix, seed):
        self.prefix, self.chance = prefix, random.Random(seed)
        self.made = 0
        self.accounts, self.etags = {}, {}
        self.new_tokens, self.dead_tokens = {}, []
        self.unanswered = None
        self.calls = 0

    def run(self, server):
        """Until the server is gone. Whatever it answers has to be good."""
        token = server.token()
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=SECONDS)
        try:
            while True:
                self.step(lambda *call, **fields: self.call(connection, token, *call, **fields))
        except GONE:
            connection.close()

    @staticmethod
    def call(connection, token, method, path, body=None, **fields):
        fields = {name.replace("_", "-"): value for name, value in fields.items()}
        fields["Authorization"] = f"Bearer {token}"
        if body is not None:
            fields["Content-Type"] = "application/json"
        connection.request(method, path, None if body is None else json.dumps(body), fields)
        response = connection.getresponse()
        content = response.read()
        return response.status, response.headers, json.loads(content) if content else None

    def step(self, call):
        kind = self.chance.choice(["create", "create", "change", "change", "delete"])
        if not self.accounts or (kind == "create" and len(self.accounts) < 20):
            self.create(call, f"{self.prefix}_{self.made}")
        else:
            getattr(self, "delete" if kind == "delete" else "change")(call, self.chance.choice(sorted(self.accounts)))
        self.unanswered = None
        self.calls += 1

    def create(self, call, name):
        self.made += 1
        self.unanswered = ("create", name)
        status, fields, account = call("POST", ACCOUNTS, self.new(name), Idempotency_Key=name)
        assert status == 200, (status, account)
        self.add(name, account, fields["ETag"])

    @staticmethod
    def new(name):
        return {"name": name, "description": f"made as {name}", "roles": ["Viewer"], "expiry_date": None}

    def add(self, name, account, etag):
        self.accounts[name], self.etags[name] = seen(account), etag
        self.new_tokens[name] = account["token"]

    def change(self, call, name):
        old = self.accounts[name]
        wanted = {"description": f"{self.chance.random()}", "roles": [self.chance.choice(["Deployment", "Viewer"])]}
        self.unanswered = ("change", name, {**old, **wanted})
        status, fields, account = call("PUT", f"{ACCOUNTS}/{old['id']}", wanted, If_Match=self.etags[name])
        assert status == 200, (status, account)
        self.accounts[name], self.etags[name] = seen(account), fields["ETag"]

    def delete(self, call, name):
        self.unanswered = ("delete", name)
        status, _, problem = call("DELETE", f"{ACCOUNTS}/{self.accounts[name]['id']}")
        assert status == 204, (status, problem)
        self.forget(name)

    def forget(self, name):
        del self.accounts[name], self.etags[name]
        if token := self.new_tokens.pop(name, None):
            self.dead_tokens.append(token)

    # After the next start.

    def check(self, server, found):
        """The server's accounts are these; the one call without an answer is done wholly or not at all."""
        mine = {name: seen(account) for name, account in found.items() if name.startswith(f"{self.prefix}_")}
        if self.unanswered:
            self.settle(server, mine, *self.unanswered)
        self.unanswered = None
        assert mine == self.accounts, (mine, self.accounts)
        for name, token in self.new_tokens.items():
            status, _, body = server.call("GET", SESSION, token=token)
            assert (status, body.get("user", {}).get("id")) == (200, self.accounts[name]["id"]), (status, body)
        for token in self.dead_tokens:
            assert server.call("GET", SESSION, token=token)[0] == 401
        self.new_tokens, self.dead_tokens = {}, []

    def settle(self, server, mine, kind, name, wanted=None):
        if kind == "create":
            status, fields, account = server.call("POST", ACCOUNTS, self.new(name), Idempotency_Key=name)
            assert status == 200, (status, account)
            assert mine.setdefault(name, seen(account)) == seen(account), (mine[name], account)
            self.add(name, account, fields["ETag"])
        elif kind == "change":
            if mine.get(name) == wanted:
                self.accounts[name] = wanted
            self.etags[name] = server.call("GET", f"{ACCOUNTS}/{self.accounts[name]['id']}")[1]["ETag"]
        elif name not in mine:
            self.forget(name)
