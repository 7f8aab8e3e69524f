"""A small Admin API over HTTP that answers as it is told to: for pictures of what goes wrong."""

import datetime
import http.server
import json
import threading
import uuid

LIST = "/api/admin/v1/service-accounts"
SESSION = "/api/client/v1/session"
ROLES = [["Deployment"], ["Deployment", "Viewer"], ["Viewer"], ["Admin"], ["Power User"]]
WORK = [("prod_ci_deploy", "Deploys the web front end"), ("prod_terraform_eu", "Terraform workspaces in Europe"),
        ("prod_terraform_us", "Terraform workspaces in America"), ("prod_audit_export", "Nightly audit export"),
        ("grafana_reports", "Access dashboards for the operators"), ("prod_break_glass", "Emergency administration"),
        ("prod_connector_aws", "Registers the AWS connector"), ("prod_connector_gcp", "Registers the GCP connector"),
        ("prod_flow_sync", "Keeps access flows equal in both regions"), ("prod_jira_bridge", "Opens and closes requests"),
        ("prod_backup_check", "Verifies that nightly backups can be restored"), ("prod_inventory", "Lists integrations")]
# The account that the connection signs in with: it ends soon.
OWN = "console_admin"


def moment(days):
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=days)).isoformat(timespec="seconds")


def account(name, description, roles, expires_in):
    return {"id": str(uuid.uuid5(uuid.NAMESPACE_DNS, name)), "name": name, "description": description, "roles": roles,
            "masked_token": "apono_sa_…0000", "expiry_date": None if expires_in is None else moment(expires_in),
            "creation_date": moment(-140), "update_date": moment(-20), "created_by": OWN,
            "last_used_date": moment(-1) if len(name) % 3 else None}


class MoodyServer:
    """mood is one of MOODS; accounts is what it lists when it is well."""

    MOODS = {
        "well": (200, {}),
        "unauthorized": (401, {"WWW-Authenticate": 'Bearer error="invalid_token"'}),
        "forbidden": (403, {"WWW-Authenticate": 'Bearer error="insufficient_scope"'}),
        "busy": (429, {"Retry-After": "600"}),
        "away": (503, {"Retry-After": "600"}),
        "login page": (200, {"Content-Type": "text/html"}),
    }

    def __init__(self):
        self.mood = "well"
        self.role = "Admin"
        ends = [38, 112, 112, 6, None, None, 64, 64, 147, 21, 9, -9]
        self.accounts = [account(name, what, ROLES[at % len(ROLES)], ends[at]) for at, (name, what) in enumerate(WORK)]
        self.accounts.append(account(OWN, "Signs this console in", ["Admin"], 5))
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):  # noqa: N802, the library's name
                server.answer(self)

            def do_DELETE(self):  # noqa: N802, the library's name
                server.answer(self)

            def log_message(self, *_):
                pass

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.http.server_port}"

    def answer(self, request):
        status, headers = self.MOODS[self.mood]
        path = request.path.partition("?")[0]
        if path == SESSION:
            own = next(entry for entry in self.accounts if entry["name"] == OWN)
            status, headers = 200, {}
            body = {"user": {"id": own["id"], "name": OWN, "email": ""}, "account": {"id": "1", "name": "Example"},
                    "roles": [self.role]}
        elif status == 200 and path == LIST and self.mood == "well":
            body = {"items": self.accounts, "pagination": {"next_page_token": None}}
        else:
            body = {"type": "about:blank", "title": "Not now", "status": status, "detail": "As it was told to answer."}
        content = b"<html><title>Sign in</title>" if self.mood == "login page" else json.dumps(body).encode()
        request.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(content)),
                            "X-Request-Id": "5f0c9d52", **headers}.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(content)

    def end(self):
        self.http.shutdown()
        self.http.server_close()
