"""Holds the server and the client against resources/openapi/admin-api.yaml, and prints what it found.

    contract.py --programs DIR --modules DIR [CHECK]...

modules     installs the npm packages of package-lock.json into DIR, if they are not there
lint        Redocly finds nothing to say about the contract
operations  every operation with every documented status, through Prism: nothing is against the contract
client      the client's own test against the local API, through Prism
naughty     the naughty strings through every free text, over HTTP

Without a CHECK it runs all. The status is 77 if something that it needs is not on this machine: node, npm,
or, for modules that are not installed yet, a registry.
"""

import argparse
import collections
import contextlib
import json
import os
import pathlib
import subprocess
import sys
import time

from localapi import Client, local_api
from modules import Missing, Modules
from naughty import Naughty
from operations import Operations
from prism import CONTRACT, Prism

SKIPPED = 77
HERE = pathlib.Path(__file__).resolve().parent
# Redocly would otherwise ask its own host.
ENVIRONMENT = {**os.environ, "REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}


def redocly(modules, *arguments):
    return subprocess.run(modules.command("redocly", *arguments), env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)


def lint(_, modules):
    done = redocly(modules, "lint", "--extends=recommended", "--format=json", CONTRACT)
    try:
        found = json.loads(done.stdout)
    except ValueError:
        return [f"Redocly: {done.stdout}{done.stderr}"]
    for problem in found["problems"]:
        yield f"{problem['severity']} {problem['ruleId']}: {problem['message']}"
    print(f"Redocly: {found['totals']['errors']} errors, {found['totals']['warnings']} warnings")


def documented(modules):
    """(operationId, status) of the contract."""
    contract = json.loads(redocly(modules, "bundle", "--ext=json", CONTRACT).stdout)
    return {(operation["operationId"], int(status))
            for path in contract["paths"].values() for operation in path.values() if "operationId" in operation
            for status in operation["responses"]}


@contextlib.contextmanager
def prisms(modules, server):
    """One that holds requests and answers against the contract, and one that lets any request pass."""
    both = Prism(modules, server.address), Prism(modules, server.address, lets_any_request_pass=True)
    try:
        for prism in both:
            prism.wait()
        yield both
    finally:
        for prism in both:
            prism.end()


def wrong_with(answer, expected):
    if violations := answer.headers["sl-violations"]:
        return violations
    # Every answer of the server's own has one: this one is Prism's.
    if not answer.headers["X-Request-Id"]:
        return answer.text.decode()
    if answer.status != expected:
        return f"{answer.status} instead of {expected}: {answer.text.decode()}"
    return None


def operations(options, modules):
    seen = collections.Counter()
    with local_api(options.programs) as server, prisms(modules, server) as (strict, lenient):
        admin, beyond = (Client(prism.port, server.admin_token) for prism in (strict, lenient))
        for operation, status, answer in Operations(admin, beyond).all():
            if wrong := wrong_with(answer, status):
                yield f"{operation} {status}: {wrong}"
            seen[operation, status] += 1
    pairs = documented(modules)
    for operation, status in sorted(pairs - set(seen)):
        yield f"{operation} {status} is documented, and was not seen"
    print(f"Operations: {len(pairs & set(seen))} of {len(pairs)} documented statuses seen in {seen.total()} calls")


def client(options, modules):
    """The test starts the server itself, and Prism with this command before it."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen",
                   "CONTRACT_PROXY": f"{sys.executable} -B {HERE / 'prism.py'} --modules {modules.folder}"}
    done = subprocess.run([pathlib.Path(options.programs) / "tst_clientagainstlocalapi"], env=environment,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          check=False)
    if done.returncode != 0:
        yield f"The client's test:\n{done.stdout}"
    print("Client: " + next((line for line in done.stdout.splitlines() if line.startswith("Totals:")), "no totals"))


def naughty_strings(options, modules):
    strings = json.loads(modules.naughty_strings.read_text(encoding="utf-8"))
    with local_api(options.programs) as server:
        naughty = Naughty(Client(server.port, server.admin_token), strings)
        yield from naughty.all()
    print(f"Naughty strings: {len(strings)} in {naughty.sent} calls")


CHECKS = {"modules": None, "lint": lint, "operations": operations, "client": client, "naughty": naughty_strings}


def run(name, options, modules):
    """Whether nothing was found."""
    if name == "modules":
        modules.install()
        return True
    modules.check()
    begun = time.monotonic()
    found = list(CHECKS[name](options, modules))
    for sentence in found:
        print(f"{name}: {sentence}")
    print(f"{name}: {len(found)} findings in {time.monotonic() - begun:.0f} s", flush=True)
    return not found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--modules", type=pathlib.Path, required=True)
    parser.add_argument("checks", nargs="*", metavar="CHECK")
    options = parser.parse_args()
    if unknown := set(options.checks) - set(CHECKS):
        parser.error(f"there is no check {', '.join(sorted(unknown))}")
    try:
        passed = [run(name, options, Modules(options.modules)) for name in options.checks or CHECKS]
    except Missing as reason:
        print(f"Left out: {reason}.")
        sys.exit(SKIPPED)
    sys.exit(0 if all(passed) else 1)


if __name__ == "__main__":
    main()
