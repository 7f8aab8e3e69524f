"""One page with every window and state of the console beside the pictures of the design.

    screens.py --programs DIR --to DIR [--design DIR]

Takes the pictures anew: light, dark, at 200 %, from right to left and in the least window. Then open DIR/index.html.
"""

import argparse
import html
import pathlib
import shutil
import subprocess
import sys

import screenshots

HERE = pathlib.Path(__file__).resolve().parent
WAYS = {"Light": {}, "Dark": {"dark": True}, "200 %": {"scale": 2}, "Right to left": {"reverse": True},
        "Least window": {"small": True}}
# What was photographed, what it is called here, and the design's picture of it.
STATES = [
    ("welcome", "Welcome", "08-welcome"),
    ("main", "The list", "01-main-light"),
    ("menu-status", "Status", None),
    ("menu-role", "Role", None),
    ("menu-connection", "Connection", None),
    ("search", "A search", "01b-main-all-columns"),
    ("no-match", "Nothing matches", "11b-no-result"),
    ("menu-columns", "Columns", None),
    ("all-columns", "Without the details", "01b-main-all-columns"),
    ("exact-times", "Exact times", None),
    ("expirations-table", "Expirations ahead, as a table", None),
    ("palette", "Command palette", "19-command-palette"),
    ("settings", "Settings", "21-settings"),
    ("keyboard-shortcuts", "Keyboard shortcuts", None),
    ("about", "About", None),
    ("connections", "Connections", "13-connections"),
    ("export", "Export", None),
    ("selection-bar", "Several selected", "16-selection-bar"),
    ("add-role", "Add Role", None),
    ("remove-role", "Remove Role", None),
    ("delete-service-accounts", "Delete several", "07-delete"),
    ("empty", "No service accounts yet", "11-empty"),
    ("add", "Add Service Account", "03-add-limited"),
    ("add-expires-in", "Expires in", "03c-add-expires-in"),
    ("add-refused", "Fields that need a change", "04-add-validation"),
    ("add-roles", "Role", "03b-add-role-list"),
    ("add-ready", "Ready to generate", "03-add-limited"),
    ("token", "The token", "05-token-fresh"),
    ("token-kept", "Copied and saved", "05b-token-copied-saved"),
    ("new-row", "The new row", "23-hidden-by-filter"),
    ("edit", "Edit Service Account", "06b-edit"),
    ("edit-changed-meanwhile", "Changed meanwhile", "06-edit-changed-meanwhile"),
    ("delete", "Delete Service Account", "07-delete"),
    ("failed", "The local workspace does not run", "12-failed-old-rows"),
    ("own-token-expires", "The connection's own token expires", None),
    ("failed-busy", "Too many requests", "12-failed-old-rows"),
    ("failed-unauthorized", "The token is refused", "12-failed-old-rows"),
    ("failed-login-page", "A login page answers", "12-failed-old-rows"),
    ("connections-advanced", "A connection, Advanced", "13-connections"),
    ("use-another-token", "Use Another Token", None),
    ("needs-admin", "Needs the Admin role", "12c-needs-admin"),
]
STYLE = """
body { font: 14px sans-serif; margin: 24px; background: #fff; color: #1a1d24 }
section { margin-bottom: 40px }
div { display: flex; gap: 16px; overflow-x: auto; align-items: flex-start }
figure { margin: 0; flex: none }
figcaption { color: #555d6b; margin-bottom: 4px }
img { width: 640px; border: 1px solid #e3e6eb }
"""


def photograph(programs, folder, way):
    command = [sys.executable, "-B", str(HERE / "screenshots.py"), "--programs", str(programs), "--to", str(folder)]
    for option, value in way.items():
        command += [f"--{option}"] + ([] if value is True else [str(value)])
    subprocess.run(command, check=True)


def figure(caption, picture):
    name = html.escape(picture)
    return f'<figure><figcaption>{html.escape(caption)}</figcaption><a href="{name}"><img src="{name}"></a></figure>'


def page(folder, designs):
    yield f"<!doctype html><meta charset=utf-8><title>Screens</title><style>{STYLE}</style><h1>Screens</h1>"
    for state, title, design in STATES:
        yield f"<section><h2>{html.escape(title)}</h2><div>"
        if design in designs:
            yield figure("Design", f"design/{design}.png")
        for caption, way in WAYS.items():
            picture = f"{state}{screenshots.suffix_of(**way)}.png"
            # A picture that is missing is seen as such.
            yield figure(caption if (folder / picture).exists() else f"{caption}: not there", picture)
        yield "</div></section>"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=pathlib.Path, required=True, help="the folder of both built programs")
    parser.add_argument("--to", type=pathlib.Path, required=True, help="where the page and its pictures go")
    parser.add_argument("--design", type=pathlib.Path, help="the folder of the design's pictures")
    arguments = parser.parse_args()
    folder = arguments.to
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    designs = set()
    if arguments.design and arguments.design.is_dir():
        shutil.copytree(arguments.design, folder / "design", dirs_exist_ok=True)
        designs = {picture.stem for picture in (folder / "design").glob("*.png")}
    for way in WAYS.values():
        photograph(arguments.programs, folder, way)
    (folder / "index.html").write_text("\n".join(page(folder, designs)), encoding="utf-8")
    print(folder / "index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main())
