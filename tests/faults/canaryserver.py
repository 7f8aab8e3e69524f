"""A server that answers a create with a token that was known before, waits where it is told to, and repeats the
credential in what it says of a failure, as a careless gateway would."""

import json
import threading

import moodyserver

SECONDS = 20


class CanaryServer(moodyserver.MoodyServer):
    def __init__(self, token, request_id):
        super().__init__()
        self.token, self.request_id = token, request_id
        self.asked, self.go_on = threading.Event(), threading.Event()
        self.bearers = set()
        server, handler = self, self.http.RequestHandlerClass
        handler.do_POST = lambda request: server.create(request)
        handler.do_PUT = lambda request: server.change(request)

    @property
    def port(self):
        return self.http.server_port

    def send(self, request, status, body, **headers):
        content = json.dumps(body).encode()
        request.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(content)),
                            "X-Request-Id": self.request_id, **headers}.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(content)

    @staticmethod
    def body_of(request):
        return json.loads(request.rfile.read(int(request.headers["Content-Length"])))

    def answer(self, request):
        bearer = request.headers.get("Authorization", "")
        self.bearers.add(bearer)
        if self.mood == "echo":
            self.send(request, 503, {"title": "Gateway", "status": 503, "detail": f"Refused: {bearer}"})
        elif request.command == "GET" and request.path.startswith(moodyserver.LIST + "/"):
            self.send(request, 200, self.of(request), ETag='"1"')
        elif request.command == "DELETE":
            self.accounts.remove(self.of(request))
            request.send_response(204)
            request.end_headers()
        else:
            super().answer(request)

    def of(self, request):
        return next(entry for entry in self.accounts if entry["id"] == request.path.rpartition("/")[2])

    def create(self, request):
        wanted = self.body_of(request)
        self.asked.set()
        self.go_on.wait(SECONDS)
        made = moodyserver.account(wanted["name"], wanted.get("description", ""), wanted["roles"], 30)
        self.accounts.append(made)
        self.send(request, 200, {**made, "token": self.token}, ETag='"1"')

    def change(self, request):
        wanted, entry = self.body_of(request), self.of(request)
        entry.update(description=wanted["description"], roles=wanted["roles"])
        self.send(request, 200, entry, ETag='"2"')
