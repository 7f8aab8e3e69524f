"""Photographs the console's windows and their states in a virtual desktop of its own.

    screenshots.py --programs DIR --to DIR [--dark] [--scale 2] [--reverse] [--small]

The picture of README.md: --to resources/screenshots --only main
"""

import argparse
import os
import pathlib
import sys

import desktop


NATURAL = (1280, 800)
LEAST = (640, 400)


def suffix_of(dark=False, scale=1, reverse=False, small=False):
    """What tells the pictures of one way of looking from those of another."""
    return ("-dark" if dark else "-light") + (f"-{scale}00" if scale > 1 else "") + ("-reverse" if reverse else "") + (
        "-small" if small else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=pathlib.Path, required=True, help="the folder of both built programs")
    parser.add_argument("--to", type=pathlib.Path, required=True, help="where the pictures go")
    parser.add_argument("--dark", action="store_true", help="on a dark desktop")
    parser.add_argument("--scale", type=int, default=1, help="2 for 200 %%")
    parser.add_argument("--reverse", action="store_true", help="from right to left")
    parser.add_argument("--small", action="store_true", help="on a screen as small as the least window")
    parser.add_argument("--only", choices=["main"], help="the picture of README.md alone")
    arguments = parser.parse_args()
    arguments.to.mkdir(parents=True, exist_ok=True)
    width, height = LEAST if arguments.small else NATURAL
    with desktop.Desktop(width * arguments.scale, height * arguments.scale) as virtual:
        # Only now: the accessibility library learns at its import which bus there is.
        from localstates import LocalStates
        from pictures import wear_dark
        from serverstates import ServerStates

        if arguments.dark:
            wear_dark()
        os.environ["QT_SCALE_FACTOR"] = str(arguments.scale)
        options = ["-reverse"] if arguments.reverse else []
        suffix = suffix_of(arguments.dark, arguments.scale, arguments.reverse, arguments.small)
        local = LocalStates(virtual, arguments.programs.resolve(), arguments.to, suffix, options)
        if arguments.only:
            local.list()
            local.end()
            return 0
        local.all()
        ServerStates(virtual, arguments.programs.resolve(), arguments.to, suffix, options).all()
    return 0


if __name__ == "__main__":
    sys.exit(main())
