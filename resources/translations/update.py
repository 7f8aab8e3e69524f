#!/usr/bin/python3
"""Brings the plurals of apono-console_en.ts up to the sources.

    resources/translations/update.py            after a text with %n came, changed or went
    resources/translations/update.py --check    only says whether it is needed, by its status

The source says "%n account(s)": the singular without the (s), the plural with the s. A text that needs more
than that ("%n account(s) expire(s)", "%n copies") is asked for: write its two forms into the file by hand.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FILE = pathlib.Path(__file__).resolve().parent / "apono-console_en.ts"
LUPDATE = ["/usr/lib/qt6/bin/lupdate", "lupdate6", "lupdate"]
# apono-local-api is a program of its own; its words are not translated.
SOURCES = ["models", "ui", "app"]
LEFT_OUT = "app/local_api"
# Words that are the same behind one and behind many.
INVARIABLE = re.compile(r"%L?n (min|h|s|mo|y|more|selected|not begun)\b")


def lupdate():
    return next((found for found in map(shutil.which, LUPDATE) if found), None)


def source_files():
    files = [file for top in SOURCES for file in (ROOT / top).rglob("*") if file.suffix in (".h", ".cpp")]
    return sorted(str(file) for file in files if not file.relative_to(ROOT).as_posix().startswith(LEFT_OUT))


def extract(ts, *options):
    """Runs lupdate over the sources; gives what it complains about."""
    with tempfile.NamedTemporaryFile("w", suffix=".lst", encoding="utf-8") as files:
        files.write("\n".join(source_files()))
        files.flush()
        run = subprocess.run([lupdate(), "-silent", "-no-obsolete", "-locations", "none",
                              "-source-language", "en", "-target-language", "en",
                              "-disable-heuristic", "similartext", "-disable-heuristic", "number",
                              "-I", ROOT, *options, f"@{files.name}", "-ts", ts],
                             capture_output=True, text=True, check=True)
    return (run.stdout + run.stderr).strip()


def forms_of(source):
    """Singular and plural of an English source; nothing when they do not follow from it."""
    if source.count("(s)") > 1 or not ("(s)" in source or INVARIABLE.search(source)):
        return None
    return source.replace("(s)", ""), source.replace("(s)", "s")


def fill(ts):
    """Writes the forms that follow from the source. Gives the sources that need a person."""
    document = tree.parse(ts)
    left = []
    for message in document.iter("message"):
        translation, source = message.find("translation"), message.findtext("source")
        if translation.get("type") != "unfinished":
            continue
        numerus = translation.findall("numerusform")
        forms = forms_of(source)
        if all(form.text for form in numerus):
            forms = [form.text for form in numerus]
        if not forms:
            left.append(source)
            continue
        for form, text in zip(numerus, forms):
            form.text = text
        del translation.attrib["type"]
    tree.indent(document, "    ")
    text = tree.tostring(document.getroot(), encoding="unicode")
    pathlib.Path(ts).write_text('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
                                + re.sub(r"^    ", "", text, flags=re.MULTILINE) + "\n", encoding="utf-8")
    return left


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--check", action="store_true")
    check = arguments.parse_args().check
    if not lupdate():
        sys.exit("lupdate is not installed (Debian: qt6-l10n-tools)")
    with tempfile.TemporaryDirectory() as place:
        ts = pathlib.Path(place, FILE.name)
        if FILE.exists():
            shutil.copy(FILE, ts)
        complaints = extract(ts, "-pluralonly")
        left = fill(ts)
        changed = not FILE.exists() or FILE.read_text(encoding="utf-8") != ts.read_text(encoding="utf-8")
        if changed and not check:
            shutil.copy(ts, FILE)
    if complaints:
        print(f"lupdate cannot tell the class of some texts:\n{complaints}")
    for source in left:
        print(f'"{source}" needs its singular and its plural in {FILE.name}.')
    if changed and check:
        print(f"{FILE.name} is older than the sources: run resources/translations/update.py")
    sys.exit(1 if complaints or left or (changed and check) else 0)


if __name__ == "__main__":
    main()
