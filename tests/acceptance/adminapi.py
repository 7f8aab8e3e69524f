"""The local Admin API as a script or a second admin speaks to it: plain HTTP, with a token as the bearer."""

import http.client
import json
import re
import subprocess

ACCOUNTS = "/api/admin/v1/service-accounts"
USERS = "/api/admin/v3/users"
SESSION = "/api/client/v1/session"
SECONDS = 10


def port_said(log):
    """The port of the console's own local API, by the console's log (desktop.py); None before it was told.

    /proc would tell as well, but programs as people run them close it.
    """
    told = re.findall(r"listens at http://127\.0\.0\.1:(\d+)", log)
    return int(told[-1]) if told else None


def seed(programs, folder, accounts):
    """A workspace with made-up accounts and one Admin, by a server that ends before the console starts its own."""
    folder.mkdir(parents=True)
    with subprocess.Popen([programs / "apono-local-api", "--data-dir", folder, "--seed", str(accounts - 1)],
                          stdout=subprocess.PIPE) as server:
        server.stdout.readline()
        server.terminate()


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers = status, headers
        self.body = json.loads(body) if body else None


class AdminApi:
    def __init__(self, port, token):
        self.port, self.token = port, token

    def call(self, method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        headers["Authorization"] = f"Bearer {self.token}"
        if body is not None:
            headers["Content-Type"] = "application/json"
            body = json.dumps(body)
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def account(self, name):
        """The one account of this name, with its ETag; None when there is none."""
        found = self.call("GET", f"{ACCOUNTS}?name={name}&limit=1000").body["items"]
        exact = [account for account in found if account["name"] == name]
        return self.call("GET", f"{ACCOUNTS}/{exact[0]['id']}") if exact else None

    def create(self, name, description, roles):
        return self.call("POST", ACCOUNTS, {"name": name, "description": description, "roles": roles,
                                            "expiry_date": None})

    def change(self, name, description, roles):
        old = self.account(name)
        return self.call("PUT", f"{ACCOUNTS}/{old.body['id']}", {"description": description, "roles": roles},
                         If_Match=old.headers["ETag"])
