#!/usr/bin/python3
"""Makes a translation of every text that is a third longer and full of accents: what it does not reach was
forgotten, and what it cuts off will be cut off in other languages.

    tests/translations/pseudo.py OUT.qm [--right-to-left]
    APONO_CONSOLE_TRANSLATION=OUT.qm apono-console
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

TRANSLATIONS = pathlib.Path(__file__).resolve().parent.parent.parent / "resources/translations"
sys.path.insert(0, str(TRANSLATIONS))

import update  # noqa: E402  (it lies beside the translations)

# Each falls apart into the letter and its accent again (Unicode's NFD): tests find controls by that.
ACCENTS = str.maketrans("ACEGHIKLMNOPRSTUWYZacegiklmnoprstuvwyz", "ÁĆÉǴĤÍḰĹḾŃÓṔŔŚŤÚẂÝŹáćéǵíḱĺḿńóṕŕśťúṽẃýź")
# Placeholders, mnemonics with their letter, and options of the command line stay as they are.
KEPT = re.compile(r"(%L?n|%L?\d+|&.|--[a-z-]+)")
# The patterns of QLocale for dates and times.
DATE = re.compile(r"(d{1,4}|M{1,4}|y{4}|H{1,2}|mm|ss|t|[ ,.:])+")
LONGEST_WORD = 6


def pseudo(text):
    if not re.search(r"[^\W\d_]", KEPT.sub("", text)) or DATE.fullmatch(text):
        return text
    accented = "".join(part if KEPT.fullmatch(part) else part.translate(ACCENTS) for part in KEPT.split(text))
    more = max(2, round(len(text) / 3) - 3)
    tail = "~" * more
    words = " ".join(tail[at:at + LONGEST_WORD] for at in range(0, len(tail), LONGEST_WORD))
    return f"[{accented} {words}]"


def fill(ts, right_to_left):
    document = tree.parse(ts)
    for message in document.iter("message"):
        translation, source = message.find("translation"), message.findtext("source")
        translation.attrib.pop("type", None)
        numerus = translation.findall("numerusform")
        if numerus:
            for form, ending in zip(numerus, ("", "s")):
                form.text = pseudo(source.replace("(s)", ending))
        else:
            translation.text = pseudo(source)
    if right_to_left:
        context = tree.SubElement(document.getroot(), "context")
        tree.SubElement(context, "name").text = "QGuiApplication"
        message = tree.SubElement(context, "message")
        tree.SubElement(message, "source").text = "QT_LAYOUT_DIRECTION"
        tree.SubElement(message, "translation").text = "RTL"
    document.write(ts, encoding="utf-8", xml_declaration=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("out", type=pathlib.Path)
    arguments.add_argument("--right-to-left", action="store_true")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        ts = pathlib.Path(place, "pseudo.ts")
        update.extract(ts)
        fill(ts, given.right_to_left)
        subprocess.run([pathlib.Path(update.lupdate()).with_name("lrelease"), "-silent", ts, "-qm", given.out],
                       check=True)


if __name__ == "__main__":
    main()
