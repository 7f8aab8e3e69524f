"""kill -9 at 300 points (KILL_POINTS, SEED): while accounts are created, changed and deleted, and during starts.

What was answered is there afterwards, what was deleted is gone, and what had no answer is done wholly or not at all.
"""

import concurrent.futures
import pathlib
import random
import shutil
import sqlite3
import subprocess
import tempfile
import time
import unittest

from localserver import PROGRAM, LocalServer, number
from traffic import Traffic

KILL_POINTS = number("KILL_POINTS", 300)
SEED = number("SEED", time.time_ns() % 1_000_000)
LANES = 3
CLIENTS = 2
# The latest moments of a kill, in seconds after the first call and after the program was started.
LATEST, LATEST_IN_START = 0.06, 0.08

# None of them finds a row: nothing is there without what was written with it.
HALF_MADE = [
    "SELECT id FROM accounts WHERE id NOT IN (SELECT account_id FROM events WHERE action = 'created')",
    "SELECT account_id FROM events WHERE action = 'created' AND account_id NOT IN (SELECT id FROM accounts) "
    "AND account_id NOT IN (SELECT account_id FROM events WHERE action = 'deleted')",
    "SELECT id FROM accounts WHERE id IN (SELECT account_id FROM events WHERE action = 'deleted')",
    "SELECT account_id FROM events GROUP BY account_id, action HAVING action <> 'updated' AND count(*) > 1",
    "SELECT account_id FROM creations WHERE account_id NOT IN (SELECT account_id FROM events WHERE action = 'created')",
    "SELECT id FROM accounts WHERE length(token_hash) <> 32 OR length(last_four) <> 4 OR length(id) <> 36",
]


def check_database(folder):
    """As it was left by the kill, in a copy: the server itself has to find it untouched."""
    files = list(pathlib.Path(folder).glob("accounts.db*"))
    for file in files:
        assert b"apono_sa_" not in file.read_bytes(), f"a token in {file.name}"
    with tempfile.TemporaryDirectory() as place:
        for file in files:
            shutil.copy(file, place)
        with sqlite3.connect(f"{place}/accounts.db") as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            has_tables = database.execute("SELECT 1 FROM sqlite_master").fetchone()
            for query in HALF_MADE if has_tables else []:
                assert not database.execute(query).fetchall(), query
        database.close()


class Lane:
    """One server after the other on one folder."""

    def __init__(self, lane, points):
        self.chance = random.Random(SEED * 1000 + lane)
        self.points = points
        self.clients = [Traffic(f"lane{lane}_{client}", self.chance.random()) for client in range(CLIENTS)]

    def run(self):
        with LocalServer() as server, concurrent.futures.ThreadPoolExecutor(CLIENTS) as self.pool:
            for _ in range(self.points):
                if self.chance.random() < 0.15:
                    self.kill_in_start(server)
                else:
                    self.kill_in_traffic(server)
                check_database(server.folder)
                server.start()
                self.check(server)
        return sum(client.calls for client in self.clients)

    def kill_in_start(self, server):
        server.stop()
        server.launch()
        time.sleep(self.chance.uniform(0, LATEST_IN_START))
        server.kill()

    def kill_in_traffic(self, server):
        runs = [self.pool.submit(client.run, server) for client in self.clients]
        time.sleep(self.chance.uniform(0, LATEST))
        server.kill()
        for run in runs:
            run.result()

    def check(self, server):
        found = server.accounts()
        for client in self.clients:
            client.check(server, found)
        names = {name for client in self.clients for name in client.accounts}
        assert server.accounts().keys() == names | {"local_console"}


def kill_first_start(point):
    """In a folder that was not there before."""
    with LocalServer(starts=False) as server:
        server.launch()
        time.sleep(random.Random(SEED * 1000 - point).uniform(0, LATEST_IN_START))
        server.kill()
        check_database(server.folder)
        server.start()
        assert server.accounts().keys() == {"local_console"}
        assert server.create("after_it")[0] == 200


class Killed(unittest.TestCase):
    def test_a_lock_into_which_nobody_came_to_write_is_taken(self):
        with LocalServer() as server:
            server.stop()
            (server.folder / "lock").touch()
            server.start()

    def test_a_lock_is_never_taken_from_a_server_that_lives(self):
        with LocalServer() as server:
            (server.folder / "lock").write_bytes(b"")
            other = subprocess.run([PROGRAM, "--data-dir", server.folder], capture_output=True, check=False)
            self.assertEqual((other.returncode, other.stdout), (1, b""))

    def test_nothing_that_was_answered_is_lost_and_nothing_is_half_done(self):
        print(f"SEED={SEED} KILL_POINTS={KILL_POINTS}", flush=True)
        first_starts = KILL_POINTS // 10
        others = KILL_POINTS - first_starts
        lanes = [Lane(lane, others // LANES + (lane < others % LANES)) for lane in range(LANES)]
        with concurrent.futures.ThreadPoolExecutor(LANES) as pool:
            calls = sum(pool.map(Lane.run, lanes))
            list(pool.map(kill_first_start, range(first_starts)))
        print(f"Killed: {KILL_POINTS} points, {first_starts} of them in a first start; {calls} answered calls, "
              f"0 lost, 0 half done")
        # Otherwise this has shown nothing.
        self.assertGreater(calls, others)


if __name__ == "__main__":
    unittest.main()
