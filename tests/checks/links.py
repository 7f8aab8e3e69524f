"""Whether every link of the Markdown leads to a file, and to a heading of it, that is there.

Addresses of the web are not followed: a machine without a network gets the same verdict.
"""

import argparse
import pathlib
import re
import sys

FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)|^\[[^\]]+\]:\s*(\S+)", re.MULTILINE)
HEADING = re.compile(r"^#+ +(.*?) *#*$", re.MULTILINE)


def anchors(text):
    """As GitHub and GitLab make them: lower case, spaces to dashes, the rest of the signs dropped."""
    found = set()
    for heading in HEADING.findall(FENCE.sub("", text)):
        plain = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower()).replace(" ", "-")
        number = 0
        while (plain if number == 0 else f"{plain}-{number}") in found:
            number += 1
        found.add(plain if number == 0 else f"{plain}-{number}")
    return found


def problems(root, document):
    """A line for each link of @p document that leads nowhere."""
    text = document.read_text(encoding="utf-8")
    for match in LINK.finditer(CODE.sub("", FENCE.sub("", text))):
        link = match.group(1) or match.group(2)
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = document.parent / path if path else document
        if not target.exists():
            yield f"{document.relative_to(root)}: there is no {link}"
        elif anchor and target.suffix == ".md" and anchor not in anchors(target.read_text(encoding="utf-8")):
            yield f"{document.relative_to(root)}: {target.name} has no heading for #{anchor}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=pathlib.Path, required=True)
    root = parser.parse_args().root.resolve()
    documents = [path for path in sorted(root.rglob("*.md"))
                 if not {"node_modules", ".git"} & set(path.parts) and not path.is_relative_to(root / "build")]
    found = [line for document in documents for line in problems(root, document)]
    print("\n".join(found) or f"The links of {len(documents)} documents lead somewhere.")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
