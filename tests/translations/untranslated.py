"""Finds texts for people that do not go through tr(): nobody could translate them.

    untranslated.py --root DIR
"""

import argparse
import pathlib
import re
import sys

# apono-local-api is a program of its own; its words are the protocol's and the log's.
FOLDERS = ["ui", "models", "app"]
LEFT_OUT = "app/local_api/"

TRANSLATED = {"tr", "translate", "QT_TR_NOOP", "QT_TR_N_NOOP", "QT_TRANSLATE_NOOP"}
# What is said to programmers.
FOR_PROGRAMMERS = {"qCDebug", "qCInfo", "qCWarning", "qCCritical", "qDebug", "qInfo", "qWarning", "qFatal",
                   "Q_LOGGING_CATEGORY", "static_assert", "Q_ASSERT_X", "Q_CLASSINFO"}
# Whatever these are given is read by people, one word or many.
SHOWN = re.compile(r"^(set\w*(Text|Texts|Title|Name|Description|ToolTip|Tip|Sentence|Heading|Message|Label|Caption)"
                   r"|add(Action|Menu|Button|Fact|Section|Row)|TextLabel|Button|addTab|showMessage|tell)$")
# Names that only programs see, though the rule above would take them.
NOT_SHOWN = {"setObjectName", "setApplicationName", "setApplicationDisplayName", "setDesktopFileName",
             "setOrganizationName", "setThemeName"}
WORD = re.compile(r"[^\W\d_]{2,}")
SENTENCE = re.compile(r"[^\W\d_]{2,}[,.:;…]? +[^\W\d_]")
CAPITAL = re.compile(r"^[A-Z][a-z]+$")

# Texts that stay as they are, by file: how they begin, and why. An empty beginning takes the whole file.
ALLOWED = {
    "app/admin_api/bearercredential.cpp": (["application/json"], "a header"),
    "app/admin_api/jsontree.cpp": ([r"\xEF\xBB\xBF"], "three bytes"),
    "app/admin_api/networklog.cpp": ([""], "the log of --verbose"),
    "app/keychain/keychainjob.cpp": ([""], "the log of --verbose"),
    "app/keychain/platformkeychain.cpp": (["macOS Keychain", "Windows Credential Manager"], "names of products"),
    "app/keychain/secretservice.h": (["Secret Service"], "the name of a product"),
    "app/local_workspace/localapiprocess.cpp": ([r"\\AListening on", "listens at"], "a pattern, and the log"),
    "models/accounts/role.cpp": (["Admin", "Power User", "Deployment", "Viewer"], "what the server calls them"),
    "models/errors/error.cpp": (["Error", "Kind", "Host", "Method", "Path", "Status", "Request id",
                                 "Certificate SHA-256", "Message"], "a report for whoever runs the server"),
    "models/errors/errorkindname.cpp": ([""], "names in that report and in the log"),
    "ui/style/consolestyle.cpp": (["Fusion"], "the name of a style"),
    "ui/style/typography.cpp": (["Sans Serif", "Inter"], "names of fonts"),
    "ui/widgets/tokenmimedata.cpp": (["Clipboard Viewer Ignore"], "a format of the clipboard"),
}

TOKEN = re.compile(r"""
    (?P<comment>//[^\n]*|/\*.*?\*/)
  | (?P<directive>^[ \t]*\#[^\n]*(?:\\\n[^\n]*)*)
  | (?P<raw>(?:u8|u|U|L)?R"(?P<mark>[^()\s]*)\(.*?\)(?P=mark)")
  | (?P<text>(?:u8|u|U|L)?"(?:[^"\\\n]|\\.)*")
  | (?P<char>(?:u8|u|U|L)?'(?:[^'\\\n]|\\.)+')
  | (?P<number>\b\d[\w'.]*)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<mark2>[^\s])
""", re.VERBOSE | re.DOTALL | re.MULTILINE)


class Finding:
    def __init__(self, path, line, text):
        self.path, self.line, self.text = path, line, text

    def __str__(self):
        return f'{self.path}:{self.line}: "{self.text}" does not go through tr()'


def literals(code):
    """Every text in the code, adjacent ones joined: (offset, text, names of the calls round it, innermost last)."""
    calls, last_word, pending = [], None, None
    for token in TOKEN.finditer(code):
        kind = token.lastgroup if token.lastgroup != "mark" else "raw"
        value = token.group()
        if kind in ("comment", "directive"):
            continue
        if kind in ("text", "raw"):
            inner = value[value.index('"') + 1:-1] if kind == "text" else value
            if pending:
                pending = (pending[0], pending[1] + inner, pending[2])
            else:
                pending = (token.start(), inner, [name for name in calls if name])
            continue
        if kind == "word" and value in ("_s", "_L1", "_qs") and pending:
            continue
        if pending:
            yield pending
            pending = None
        if kind == "word":
            last_word = value
            continue
        if value in "({":
            calls.append(last_word if value == "(" else None)
            if value == "{":
                calls[-1] = last_word
        elif value in ")}" and calls:
            calls.pop()
        last_word = None
    if pending:
        yield pending


def is_for_people(path, text, calls):
    if any(call in TRANSLATED or call in FOR_PROGRAMMERS for call in calls):
        return False
    plain = re.sub(r"\\.|%L?\d|%n|</?[a-z][^<>]*>", " ", text)
    nearest = [call for call in calls if call not in ("QStringLiteral", "QString", "QLatin1String", "QLatin1StringView")]
    if nearest and nearest[-1] in NOT_SHOWN:
        return False
    if nearest and SHOWN.match(nearest[-1]) and WORD.search(plain):
        return True
    if SENTENCE.search(plain):
        return True
    return not path.startswith("app/") and bool(CAPITAL.match(text))


def is_allowed(path, text):
    return any(text.startswith(beginning) for beginning in ALLOWED.get(path, ([], ""))[0])


def check_source(path, code, icons=frozenset()):
    for offset, text, calls in literals(code):
        if is_for_people(path, text, calls) and text not in icons and not is_allowed(path, text):
            yield Finding(path, code.count("\n", 0, offset) + 1, text)


def sources(root):
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            path = file.relative_to(root).as_posix()
            if file.suffix in (".h", ".cpp") and not path.startswith(LEFT_OUT):
                yield path, file.read_text(encoding="utf-8")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--root", type=pathlib.Path, required=True)
    root = arguments.parse_args().root
    read, findings = 0, []
    icons = {file.stem for file in (root / "resources/icons").glob("*.svg")}
    for path, code in sources(root):
        read += 1
        findings.extend(check_source(path, code, icons))
    for finding in findings:
        print(finding)
    print(f"{read} source files read, {len(findings)} texts without tr()")
    sys.exit(1 if findings or not read else 0)


if __name__ == "__main__":
    main()
