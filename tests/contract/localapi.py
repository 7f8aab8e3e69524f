"""apono-local-api on a folder of its own, and one call at a time to it or to what stands before it."""

import contextlib
import http.client
import json
import pathlib
import subprocess
import tempfile

SECONDS = 30
ACCOUNTS = "/api/admin/v1/service-accounts"
EVENTS = "/api/admin/v1/service-account-events"
SESSION = "/api/client/v1/session"
USERS = "/api/admin/v3/users"


class LocalApi:
    def __init__(self, programs):
        self.folder = tempfile.TemporaryDirectory(prefix="contract-")
        data = pathlib.Path(self.folder.name) / "data"
        self.process = subprocess.Popen([pathlib.Path(programs) / "apono-local-api", "--data-dir", data, "--port", "0"],
                                        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip().removeprefix("Listening on ")
        if not self.address:
            raise SystemExit("apono-local-api did not start")
        self.port = int(self.address.rpartition(":")[2])
        self.admin_token = (data / "admin-token").read_text().strip()

    def end(self):
        self.process.terminate()
        status = self.process.wait()
        self.folder.cleanup()
        if status != 0:
            raise SystemExit(f"apono-local-api ended with status {status}")


@contextlib.contextmanager
def local_api(programs):
    server = LocalApi(programs)
    try:
        yield server
    finally:
        server.end()


class Answer:
    def __init__(self, response):
        self.status, self.headers, self.text = response.status, response.headers, response.read()

    @property
    def body(self):
        return json.loads(self.text)


class Client:
    """Keeps one connection."""

    def __init__(self, port, token):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
        self.token = token

    def call(self, method, path, body=None, token=None, **headers):
        """`body` is sent as JSON, or as it is when it is bytes; If_Match becomes the header If-Match."""
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        headers["Authorization"] = f"Bearer {token or self.token}"
        if body is not None:
            headers.setdefault("Content-Type", "application/json")
            # A lone surrogate leaves as its escape, everything else as UTF-8.
            body = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.connection.request(method, path, body, headers)
        return Answer(self.connection.getresponse())
