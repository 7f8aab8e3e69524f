"""Every operation of the contract with every documented status: how each is provoked."""

import itertools

from localapi import ACCOUNTS, EVENTS, SESSION, USERS

STRANGER = "apono_sa_" + 36 * "0"
HALF_OF_A_PAIR = "\ud83d"
LONG_AGO = "2001-01-01T00:00:00Z"


def done(answer):
    """For what every other call stands on."""
    if answer.status != 200:
        raise SystemExit(f"{answer.status} {answer.text.decode()}")
    return answer


class Operations:
    """`admin` goes through a Prism that refuses a request against the contract, `beyond` through one that lets it
    pass, for what the server itself must refuse. Both hold the answer against the contract."""

    def __init__(self, admin, beyond):
        self.admin, self.beyond = admin, beyond
        self.names = (f"contract_{number}" for number in itertools.count())
        self.viewer = self.create()["token"]
        self.create()

    def new(self, **changed):
        return {"name": next(self.names), "description": "", "roles": ["Viewer"], "expiry_date": None, **changed}

    def create(self, **changed):
        return done(self.admin.call("POST", ACCOUNTS, self.new(**changed))).body

    def made(self):
        """The path of a new account, and its ETag."""
        path = f"{ACCOUNTS}/{self.create()['id']}"
        return path, done(self.admin.call("GET", path)).headers["ETag"]

    def own(self):
        """The path of the only Admin, whose token signs all this in."""
        return f"{ACCOUNTS}/{done(self.admin.call('GET', SESSION)).body['user']['id']}"

    def refusals(self, method, path, body=None, **headers):
        """What every operation for Admins answers to others."""
        return {401: self.admin.call(method, path, body, STRANGER, **headers),
                403: self.admin.call(method, path, body, self.viewer, **headers)}

    def list_service_accounts(self):
        call = self.admin.call
        page = done(call("GET", f"{ACCOUNTS}?limit=1&name=contract*&role=Viewer&role=Admin"))
        rest = call("GET", f"{ACCOUNTS}?page_token={page.body['pagination']['next_page_token']}")
        none = call("GET", f"{ACCOUNTS}?role=Owner")
        yield from ((200, answer) for answer in (page, rest, none))
        yield 304, call("GET", f"{ACCOUNTS}?role=Owner", If_None_Match=none.headers["ETag"])
        yield 400, call("GET", f"{ACCOUNTS}?page_token=nonsense")
        for limit in ("0", "1001", "-1", "ten", "", "1.5"):
            yield 400, self.beyond.call("GET", f"{ACCOUNTS}?limit={limit}")
        yield from self.refusals("GET", ACCOUNTS).items()

    def create_service_account(self):
        call = self.admin.call
        yield 200, call("POST", ACCOUNTS, self.new(expiry_date="2999-01-01T00:00:00.5+02:00", description="ü 😀"))
        once = self.new(roles=["Admin", "Power User", "Deployment", "Viewer"])
        created = done(call("POST", ACCOUNTS, once, Idempotency_Key="one"))
        yield 200, created
        yield 200, call("POST", ACCOUNTS, once, Idempotency_Key="one")
        yield 409, call("POST", ACCOUNTS, once)
        yield 422, call("POST", ACCOUNTS, self.new(), Idempotency_Key="one")
        call("GET", SESSION, token=created.body["token"])
        yield 409, call("POST", ACCOUNTS, once, Idempotency_Key="one")
        call("DELETE", f"{ACCOUNTS}/{created.body['id']}")
        yield 409, call("POST", ACCOUNTS, once, Idempotency_Key="one")
        yield 422, call("POST", ACCOUNTS, self.new(expiry_date=LONG_AGO))
        yield 400, call("POST", ACCOUNTS, self.new(description=HALF_OF_A_PAIR))
        yield 400, self.beyond.call("POST", ACCOUNTS, self.new(), Idempotency_Key=256 * "k")
        yield 415, self.beyond.call("POST", ACCOUNTS, b"name=ci", Content_Type="application/x-www-form-urlencoded")
        for wrong in ({"name": ""}, {"name": 65 * "n"}, {"name": "Ci-Deploy"}, {"name": 7}, {"description": 501 * "d"},
                      {"roles": []}, {"roles": ["Owner"]}, {"roles": ["Viewer", "Viewer"]}, {"expiry_date": "tomorrow"},
                      {"expires": None}):
            yield 422, self.beyond.call("POST", ACCOUNTS, self.new(**wrong))
        yield 422, self.beyond.call("POST", ACCOUNTS, {})
        yield 422, self.beyond.call("POST", ACCOUNTS, [])
        yield from self.refusals("POST", ACCOUNTS, self.new()).items()

    def get_service_account(self):
        path, etag = self.made()
        yield 200, self.admin.call("GET", path)
        yield 304, self.admin.call("GET", path, If_None_Match=etag)
        yield 404, self.admin.call("GET", f"{ACCOUNTS}/nobody")
        yield from self.refusals("GET", path).items()

    def update_service_account(self):
        path, etag = self.made()
        changes = {"description": "ü 😀", "roles": ["Viewer", "Deployment"]}
        call = self.admin.call
        yield 428, call("PUT", path, changes)
        yield 400, call("PUT", path, {**changes, "description": HALF_OF_A_PAIR}, If_Match=etag)
        yield 415, self.beyond.call("PUT", path, b"roles: [Viewer]", Content_Type="application/yaml", If_Match=etag)
        for wrong in ({"name": "other"}, {"description": 501 * "d"}, {"description": None}, {"roles": []},
                      {"roles": ["Owner"]}, {"expiry_date": None}):
            yield 422, self.beyond.call("PUT", path, {**changes, **wrong}, If_Match=etag)
        yield 200, call("PUT", path, changes, If_Match=etag)
        yield 412, call("PUT", path, changes, If_Match=etag)
        yield 404, call("PUT", f"{ACCOUNTS}/nobody", changes, If_Match="*")
        yield 409, call("PUT", self.own(), changes, If_Match="*")
        yield from self.refusals("PUT", path, changes, If_Match="*").items()

    def delete_service_account(self):
        path, etag = self.made()
        yield 412, self.admin.call("DELETE", path, If_Match='"stale"')
        yield from self.refusals("DELETE", path).items()
        yield 204, self.admin.call("DELETE", path, If_Match=etag)
        yield 404, self.admin.call("DELETE", path)
        yield 204, self.admin.call("DELETE", self.made()[0])
        yield 409, self.admin.call("DELETE", self.own())

    def list_service_account_events(self):
        page = done(self.admin.call("GET", f"{EVENTS}?limit=1"))
        yield 200, page
        yield 200, self.admin.call("GET", f"{EVENTS}?page_token={page.body['pagination']['next_page_token']}")
        yield 400, self.admin.call("GET", f"{EVENTS}?page_token=nonsense")
        yield from self.refusals("GET", EVENTS).items()

    def get_session(self):
        yield 200, self.admin.call("GET", SESSION)
        yield 200, self.admin.call("GET", SESSION, token=self.viewer)
        yield 401, self.admin.call("GET", SESSION, token=STRANGER)

    def list_users(self):
        yield 200, self.admin.call("GET", USERS, token=self.viewer)
        yield 400, self.admin.call("GET", f"{USERS}?page_token=nonsense")
        yield 401, self.admin.call("GET", USERS, token=STRANGER)

    def all(self):
        """(operationId, the status that is expected, the answer), one after the other."""
        for name, provoke in (("listServiceAccounts", self.list_service_accounts),
                              ("createServiceAccount", self.create_service_account),
                              ("getServiceAccount", self.get_service_account),
                              ("updateServiceAccount", self.update_service_account),
                              ("deleteServiceAccount", self.delete_service_account),
                              ("listServiceAccountEvents", self.list_service_account_events),
                              ("getSession", self.get_session),
                              ("listUsers", self.list_users)):
            for status, answer in provoke():
                yield name, status, answer
