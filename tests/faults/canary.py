"""Lets known tokens live in the built programs and looks for their bytes wherever they might be left.

    canary.py --programs DIR

Each place must first show a text that was planted in it: a place that cannot be read, or in which nothing is
found, is a failure. The programs have to be built without HARDEN_PROCESS, or /proc is closed. The status is 0
only if no secret was found anywhere, and 77 if something that it needs is not installed.
"""

import argparse
import collections
import importlib.util
import pathlib
import re
import sys

ACCEPTANCE = pathlib.Path(__file__).resolve().parent.parent / "acceptance"
sys.path.insert(0, str(ACCEPTANCE))

import desktop  # noqa: E402, it lies there

SKIPPED = 77
# What stands before a token in memory that a library has freed and not overwritten, where nobody else can: in an
# answer and in a request (Qt's network buffers), and in the block of three bytes for each character that
# QtKeychain makes of a text (its size in the heap, and the 16 bytes of the list of free blocks). They are counted
# apart; a copy of any other kind is a hit.
LEFT_BY_LIBRARY = re.compile(rb'("token": ?"|Authorization: Bearer |[\xa0-\xbf]\0{7}.{16})$', re.DOTALL)


class Places:
    """Which places were looked into, what was planted and found there, and what must not have been."""

    def __init__(self):
        self.plant, self.secrets = None, []
        self.looks, self.plants, self.hits, self.left = (collections.Counter() for _ in range(4))
        self.found = []

    def planted(self, place):
        self.plants[place] += 1

    def look(self, place, content, is_planted=False):
        self.looks[place] += 1
        if is_planted and self.plant.is_in(content):
            self.plants[place] += 1
        for secret in self.secrets:
            for kind, count in secret.hits_in(content).items():
                self.hits[place] += count
                self.found.append(f"{place}: {secret.name}, {count} times as {kind}")

    def prove_memory(self, place, regions, secrets):
        """What lives in the process now must be found in its memory."""
        self.looks[place] += 1
        for secret in secrets:
            if not any(secret.is_in(content) for content in regions.values()):
                self.found.append(f"{place}: {secret.name} was not found while it must be there")
            else:
                self.plants[place] += 1

    def look_at_memory(self, place, regions, secrets):
        self.looks[place] += 1
        for (_, name), content in regions.items():
            for secret in secrets:
                for kind, before in secret.befores_in(content):
                    if LEFT_BY_LIBRARY.search(before):
                        self.left[place] += 1
                        continue
                    self.hits[place] += 1
                    self.found.append(f"{place}: {secret.name}, as {kind} in {name}")

    def faults(self):
        return self.found + [f"{place}: nothing planted was found there" for place in self.looks
                             if not self.plants[place]]

    def table(self):
        width = max(map(len, self.looks))
        lines = [f"{'place':{width}}  looks  planted  hits  left by a library"]
        lines += [f"{place:{width}}  {count:5}  {self.plants[place]:7}  {self.hits[place]:4}  {self.left[place]:4}"
                  for place, count in self.looks.items()]
        return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=pathlib.Path, required=True, help="the folder of both built programs")
    arguments = parser.parse_args()
    missing = desktop.missing_programs() + [module for module in ["gi"] if not importlib.util.find_spec(module)]
    if missing:
        print(f"Not installed: {', '.join(missing)} (packaging/install-dependencies.sh --tour)")
        return SKIPPED
    places = Places()
    with desktop.Desktop() as virtual:
        # Only now: the accessibility library takes display and bus from the environment when it is loaded.
        import canarylife
        for life in (canarylife.ServerLife, canarylife.LocalLife):
            print(life.__doc__.splitlines()[0], flush=True)
            life(virtual, arguments.programs.resolve(), places).run()
    print(places.table())
    for fault in places.faults():
        print("FAULT  " + fault)
    print(f"Leaks: {len(places.looks)} places looked into {sum(places.looks.values())} times, each after a planted "
          f"text was found there, {sum(places.hits.values())} hits; copies that Qt and QtKeychain freed and that "
          f"still stood in memory: {sum(places.left.values())}")
    return 1 if places.faults() else 0


if __name__ == "__main__":
    sys.exit(main())
