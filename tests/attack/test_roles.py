"""Every caller and every call: what each may do, and that nothing is done for those who may not."""

import datetime
import time
import unittest

from localserver import ACCOUNTS, EVENTS, SESSION, USERS, LocalServer

NOBODY = f"{ACCOUNTS}/4fd0a6c5-0000-4000-8000-000000000000"
TARGET = "<target>"
NEW = {"name": "new", "roles": ["Viewer"], "expiry_date": None}
CHANGES = {"description": "changed", "roles": ["Deployment"]}
SESSION_CREDENTIAL = "the_credential_of_one_run_of_the_console"

# (sentence, method, path, body, fields, the answer to an Admin, to another role, to a stranger)
CALLS = [
    ("list accounts", "GET", ACCOUNTS, None, {}, 200, 403, 401),
    ("list the accounts of a role", "GET", f"{ACCOUNTS}?role=Admin", None, {}, 200, 403, 401),
    ("the head of the list", "HEAD", ACCOUNTS, None, {}, 200, 403, 401),
    ("list with a wrong limit", "GET", f"{ACCOUNTS}?limit=0", None, {}, 400, 403, 401),
    ("read an account", "GET", TARGET, None, {}, 200, 403, 401),
    ("the head of an account", "HEAD", TARGET, None, {}, 200, 403, 401),
    ("read an account that is known already", "GET", TARGET, None, {"If_None_Match": "*"}, 304, 403, 401),
    ("read an account that is not there", "GET", NOBODY, None, {}, 404, 403, 401),
    ("create", "POST", ACCOUNTS, NEW, {}, 200, 403, 401),
    ("create an Admin", "POST", ACCOUNTS, {**NEW, "roles": ["Admin"]}, {}, 200, 403, 401),
    ("create with a key", "POST", ACCOUNTS, NEW, {"Idempotency_Key": "key"}, 200, 403, 401),
    ("create with the key of another caller", "POST", ACCOUNTS, {**NEW, "name": "keyed"}, {"Idempotency_Key": "other"},
     409, 403, 401),
    ("create what is invalid", "POST", ACCOUNTS, {**NEW, "roles": []}, {}, 422, 403, 401),
    ("create from what is no JSON", "POST", ACCOUNTS, None, {}, 415, 403, 401),
    ("change an account", "PUT", TARGET, CHANGES, {"If_Match": '"1"'}, 200, 403, 401),
    ("change an account to an Admin", "PUT", TARGET, {**CHANGES, "roles": ["Admin"]}, {"If_Match": "*"}, 200, 403, 401),
    ("change without having read", "PUT", TARGET, CHANGES, {}, 428, 403, 401),
    ("change what was changed meanwhile", "PUT", TARGET, CHANGES, {"If_Match": '"0"'}, 412, 403, 401),
    ("change an account that is not there", "PUT", NOBODY, CHANGES, {"If_Match": "*"}, 404, 403, 401),
    ("delete an account", "DELETE", TARGET, None, {}, 204, 403, 401),
    ("delete what was changed meanwhile", "DELETE", TARGET, None, {"If_Match": '"0"'}, 412, 403, 401),
    ("delete an account that is not there", "DELETE", NOBODY, None, {}, 404, 403, 401),
    ("list events", "GET", EVENTS, None, {}, 200, 403, 401),
    ("the head of the events", "HEAD", EVENTS, None, {}, 200, 403, 401),
    ("list events with a wrong page", "GET", f"{EVENTS}?page_token=x", None, {}, 400, 403, 401),
    ("ask who one is", "GET", SESSION, None, {}, 200, 200, 401),
    ("the head of who one is", "HEAD", SESSION, None, {}, 200, 200, 401),
    ("list users", "GET", USERS, None, {}, 200, 200, 401),
    ("the head of the users", "HEAD", USERS, None, {}, 200, 200, 401),
    ("list users with a wrong limit", "GET", f"{USERS}?limit=1001", None, {}, 400, 400, 401),
    ("a method that is not there", "PATCH", TARGET, None, {}, 405, 405, 405),
    ("a path that is not there", "GET", "/api/admin/v1/", None, {}, 404, 404, 404),
    ("a method that nobody knows", "BREW", ACCOUNTS, None, {}, 501, 501, 501),
]
ADMIN, MEMBER, STRANGER = range(3)

# (caller, the roles of its account, what is then done to that, what it is)
CALLERS = [
    ("Admin", ["Admin"], None, ADMIN),
    ("Admin and Viewer", ["Admin", "Viewer"], None, ADMIN),
    ("became Admin", ["Viewer"], "promote", ADMIN),
    ("Power User", ["Power User"], None, MEMBER),
    ("Deployment", ["Deployment"], None, MEMBER),
    ("Viewer", ["Viewer"], None, MEMBER),
    ("all but Admin", ["Power User", "Deployment", "Viewer"], None, MEMBER),
    ("was Admin", ["Admin"], "demote", MEMBER),
    ("deleted Admin", ["Admin"], "delete", STRANGER),
    ("expired Admin", ["Admin"], "wait", STRANGER),
    ("Admin of another server", ["Admin"], "elsewhere", STRANGER),
    ("Admin mistyped", ["Admin"], "mistype", STRANGER),
]


class Roles(unittest.TestCase):
    def begin(self, **options):
        self.server = self.enterContext(LocalServer(**options))
        other = self.server.create("other", "Admin")[2]["token"]
        self.assertEqual(self.server.create("keyed", token=other, Idempotency_Key="other")[0], 200)

    def caller(self, name, roles, deed):
        """Its token, after the deed."""
        server = self.enterContext(LocalServer()) if deed == "elsewhere" else self.server
        soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=1)
        status, _, account = server.create(name.lower().replace(" ", "_"), *roles,
                                           expiry=soon.isoformat() if deed == "wait" else None)
        self.assertEqual(status, 200)
        path, token = f"{ACCOUNTS}/{account['id']}", account["token"]
        match deed:
            case "promote" | "demote":
                roles = ["Admin"] if deed == "promote" else ["Viewer"]
                status = server.call("PUT", path, {"description": "", "roles": roles}, If_Match="*")[0]
                self.assertEqual(status, 200)
            case "delete":
                self.assertEqual(server.call("DELETE", path)[0], 204)
            case "wait":
                time.sleep(1.1)
            case "mistype":
                token = token[:-1] + ("a" if token[-1] != "a" else "b")
        return token

    def state(self):
        """What a call may have changed; that its token was used is no change."""
        accounts = {name: {**account, "last_used_date": None} for name, account in self.server.accounts().items()}
        return accounts, self.server.call("GET", EVENTS)[2]["items"][:1]

    def renew_target(self):
        """An account that nothing was done to yet, and none that a call made before."""
        for name, account in self.server.accounts().items():
            if name in ("new", "target"):
                self.server.call("DELETE", f"{ACCOUNTS}/{account['id']}")
        self.target = f"{ACCOUNTS}/{self.server.create('target')[2]['id']}"

    def check_call(self, token, call, kind):
        _, method, path, body, fields, *expected = call
        before = self.state()
        path = path.replace(TARGET, self.target)
        status, headers, _ = self.server.call(method, path, body, token, **fields)
        self.assertEqual(status, expected[kind])
        has_changed = self.state() != before
        self.assertEqual(has_changed, status in (200, 204) and method in ("POST", "PUT", "DELETE"))
        challenge = headers["WWW-Authenticate"] or ""
        self.assertEqual("insufficient_scope" in challenge, status == 403)
        self.assertEqual("invalid_token" in challenge, status == 401 and bool(token))
        self.assertEqual(challenge.startswith("Bearer "), status in (401, 403))
        if has_changed:
            self.renew_target()

    def check_caller(self, name, token, kind):
        self.renew_target()
        for call in CALLS:
            with self.subTest(f"{name}: {call[0]}"):
                self.check_call(token, call, kind)

    def test_every_caller_may_do_what_the_contract_says(self):
        self.begin()
        for name, roles, deed, kind in CALLERS:
            self.check_caller(name, self.caller(name, roles, deed), kind)
        self.check_caller("nobody", "", STRANGER)
        print(f"Roles: {len(CALLERS) + 1} callers x {len(CALLS)} calls", flush=True)

    def test_the_credential_of_a_run_is_an_admins(self):
        self.begin(credential=SESSION_CREDENTIAL)
        self.check_caller("the console", SESSION_CREDENTIAL, ADMIN)
        self.check_caller("another credential", SESSION_CREDENTIAL[:-1], STRANGER)


if __name__ == "__main__":
    unittest.main()
