"""Takes the built programs through the whole life of a token, in a virtual desktop of its own.

    tour.py --programs DIR [--screenshots DIR]

Prints each step as it happens; its status is 0 only if every step held, and 77 if something that it needs
is not installed.
"""

import argparse
import importlib.util
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time

import desktop


SKIPPED = 77
TOKEN = re.compile(r"apono_sa_\w+")


def photograph(folder, name):
    if folder:
        # A picture that fails is no reason to stop: the steps are what is tested.
        subprocess.run(["import", "-window", "root", str(folder / f"{name}.png")], check=False, timeout=30)


def prepare(folder):
    """An empty folder for this tour's pictures: an old one must not pass for a new one."""
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()


def walk(life, folder):
    """Every step in turn; the first that does not hold ends the tour."""
    steps = life.steps()
    for number, step in enumerate(steps, start=1):
        name = f"{number:02}-{step.__name__.replace('_', '-')}"
        print(f"{number:2}/{len(steps)}  {step.__doc__.splitlines()[0]} ...", end=" ", flush=True)
        begun = time.monotonic()
        try:
            step()
        except Exception as failure:
            said = f"{type(failure).__name__}: {failure}\n\nThe console said:\n{life.desktop.said('console')}"
            print("FAILED\n\n" + TOKEN.sub("<token>", said))
            photograph(folder, f"{name}-failed")
            return False
        print(f"held ({time.monotonic() - begun:.1f} s)", flush=True)
        if life.process.poll() is None:
            photograph(folder, name)
    return True


def stop_on_signal(number, _):
    raise SystemExit(128 + number)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=pathlib.Path, required=True, help="the folder of both built programs")
    parser.add_argument("--screenshots", type=pathlib.Path, help="where to put a picture of each step")
    arguments = parser.parse_args()
    for program in ("apono-console", "apono-local-api"):
        if not shutil.which(program, path=arguments.programs):
            raise SystemExit(f"{arguments.programs} does not hold the program {program}")
    missing = desktop.missing_programs() + [module for module in ["gi"] if not importlib.util.find_spec(module)]
    if missing:
        print(f"Not installed: {', '.join(missing)} (packaging/install-dependencies.sh --tour)")
        return SKIPPED
    # Leaving by an exception ends every part of the desktop.
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, stop_on_signal)
    prepare(arguments.screenshots)
    with desktop.Desktop() as virtual:
        # Only now: the accessibility library takes display and bus from the environment when it is loaded.
        import scenario
        held = walk(scenario.Life(virtual, arguments.programs.resolve()), arguments.screenshots)
    if arguments.screenshots:
        print(f"The pictures are in {arguments.screenshots}/")
    print("Every step held." if held else "A step did not hold.")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
