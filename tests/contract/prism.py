"""Prism between a client and a server: every request and every answer is held against the contract.

    prism.py --modules DIR http://127.0.0.1:PORT

Its first line says "Listening on …". Ended by SIGTERM, its status is 0 only if nothing was against the contract.
"""

import argparse
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time

from modules import Modules

CONTRACT = pathlib.Path(__file__).resolve().parents[2] / "resources" / "openapi" / "admin-api.yaml"
SECONDS_TO_START = 120
COMPLAINT = re.compile(r"Violation: .*|Request terminated with error: .*")


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


class Prism:
    """`lets_any_request_pass`: only the answers are held against the contract."""

    def __init__(self, modules, server, lets_any_request_pass=False):
        self.port = free_port()
        self.log = tempfile.TemporaryFile("w+", encoding="utf-8")
        options = ["--errors", "--cors=false", "--verboseLevel=warn", f"--port={self.port}"]
        if lets_any_request_pass:
            options.append("--validate-request=false")
        # It ends with this program, whatever ends that.
        self.process = subprocess.Popen(["setpriv", "--pdeathsig", "TERM",
                                         *modules.command("prism", "proxy", *options, CONTRACT, server)],
                                        stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT)

    def wait(self):
        end = time.monotonic() + SECONDS_TO_START
        while self.process.poll() is None and time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise SystemExit(f"Prism did not start:\n{self.end()}")

    def end(self):
        """What Prism wrote."""
        self.process.terminate()
        self.process.wait()
        self.log.seek(0)
        return self.log.read()

    def complaints(self):
        """Ends Prism, and says what was against the contract."""
        return COMPLAINT.findall(self.end())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--modules", required=True)
    parser.add_argument("server")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())

    prism = Prism(Modules(options.modules), options.server)
    complaints = []
    try:
        prism.wait()
        print(f"Listening on http://127.0.0.1:{prism.port}", flush=True)
        signal.pause()
    finally:
        complaints = prism.complaints()
        for complaint in complaints:
            print(f"Against the contract: {complaint}", file=sys.stderr)
        if complaints:
            sys.exit(1)


if __name__ == "__main__":
    main()
