"""The built local API in a folder of its own, to be attacked, killed and started again."""

import http.client
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

ACCOUNTS = "/api/admin/v1/service-accounts"
EVENTS = "/api/admin/v1/service-account-events"
SESSION = "/api/client/v1/session"
USERS = "/api/admin/v3/users"
SECONDS = 20
PROGRAM = pathlib.Path(os.environ["PROGRAMS"]) / "apono-local-api"


def number(name, usual):
    """How many of something a test takes: the environment may ask for more."""
    return int(os.environ.get(name, usual))


class LocalServer:
    """Started by `with`; at the end it must still run, end when it is asked to, and have said nothing."""

    def __init__(self, *options, credential=None, starts=True):
        self.place = pathlib.Path(tempfile.mkdtemp(prefix="attack-"))
        self.folder = self.place / "data"
        self.options = [*options, *(["--session-credential-stdin"] if credential else [])]
        self.credential = credential
        self.process, self.port, self.starts = None, 0, starts

    def __enter__(self):
        if self.starts:
            self.start()
        return self

    def __exit__(self, kind, _error, _trace):
        try:
            if kind is None:
                self.stop()
        finally:
            self.kill()
            shutil.rmtree(self.place)

    def launch(self):
        """Starts the program, without waiting until it listens."""
        with open(self.place / "errors", "ab") as errors:
            self.process = subprocess.Popen([PROGRAM, "--data-dir", self.folder, *self.options], stderr=errors,
                                            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        if self.credential:
            self.process.stdin.write(f"{self.credential}\n".encode())
            self.process.stdin.flush()

    def start(self):
        self.launch()
        address = self.process.stdout.readline().decode()
        if not address:
            raise AssertionError(f"the server did not start: {self.said()}")
        self.port = int(address.rpartition(":")[2])

    def kill(self):
        if self.process:
            self.process.kill()
            self.process.communicate()

    def stop(self):
        status = self.process.poll()
        if status is None:
            self.process.terminate()
            status = self.process.wait(SECONDS)
        self.process.communicate()
        if status or self.said():
            raise AssertionError(f"the server ended with {status} and said: {self.said()}")

    def said(self):
        return (self.place / "errors").read_text(encoding="utf-8", errors="replace")

    def token(self):
        return self.credential or (self.folder / "admin-token").read_text(encoding="ascii").strip()

    def memory(self, row):
        """A row of /proc/PID/status, in kB: VmRSS is what is held now, VmHWM the most that ever was."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(re.search(rf"^{row}:\s*(\d+) kB$", status, re.MULTILINE)[1])

    def call(self, method, path, body=None, token=None, **fields):
        """A good request on a connection of its own. The token is the Admin's, unless another one or "" is given."""
        fields = {name.replace("_", "-"): value for name, value in fields.items()}
        token = self.token() if token is None else token
        if token:
            fields["Authorization"] = f"Bearer {token}"
        if body is not None:
            fields["Content-Type"] = "application/json"
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS)
        try:
            connection.request(method, path, None if body is None else json.dumps(body), fields)
            response = connection.getresponse()
            content = response.read()
            return response.status, response.headers, json.loads(content) if content else None
        finally:
            connection.close()

    def create(self, name, *roles, expiry=None, **fields):
        wanted = {"name": name, "roles": roles or ["Viewer"], "expiry_date": expiry}
        return self.call("POST", ACCOUNTS, wanted, **fields)

    def accounts(self, name="*"):
        """All accounts of such a name, by name."""
        found, page = {}, ""
        while page is not None:
            status, _, body = self.call("GET", f"{ACCOUNTS}?limit=1000&name={name}{page}")
            assert status == 200, status
            found.update({account["name"]: account for account in body["items"]})
            following = body["pagination"]["next_page_token"]
            page = f"&page_token={following}" if following else None
        return found
