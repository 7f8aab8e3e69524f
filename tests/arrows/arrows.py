"""Finds every #include and every link that points against the arrows of the house, by file and line.

    arrows.py --root DIR --qt-headers DIR
"""

import argparse
import pathlib
import re
import sys

import rules

SOURCES = {".h", ".cpp"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
COMMAND = re.compile(r"^\s*(\w+)\s*\(", re.MULTILINE)
REVEAL = re.compile(r"(?:\.|->|SecretText::)reveal\b")
KEYWORDS = {"PUBLIC", "PRIVATE", "INTERFACE"}
# They reach into every target below and carry no target's name: an arrow that nobody could see.
HIDDEN_ARROWS = {"link_libraries", "link_directories", "include_directories"}


class Finding:
    def __init__(self, path, line, sentence):
        self.path, self.line, self.sentence = path, line, sentence

    def __str__(self):
        return f"{self.path}:{self.line}: {self.sentence}"


def is_within(path, folder):
    return path == folder or path.startswith(folder + "/")


def folder_of(path):
    """The folder whose rule holds for a file; None outside the product (tests, packaging)."""
    if path.startswith("app/") and path.count("/") == 1:
        return "app"
    holders = [folder for folder in rules.FOLDERS if folder != "app" and is_within(path, folder)]
    if not holders and path.startswith("app/"):
        return "/".join(path.split("/")[:2])
    return max(holders, key=len, default=None)


def rule_of(folder):
    """A folder of app/ that stands in no table may use models and QtCore: enough to start with."""
    return rules.FOLDERS.get(folder, {"uses": [folder, "models"], "libraries": ["QtCore"]})


def may_use(folder, target):
    uses = rule_of(folder)["uses"]
    return any(is_within(target, used) for used in uses)


class QtHeaders:
    """Tells of which module of Qt a header is, by looking where Qt keeps it."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.modules = sorted(entry.name for entry in self.root.iterdir() if entry.name.startswith("Qt"))
        if "QtCore" not in self.modules:
            raise SystemExit(f"{root} does not hold Qt's headers")

    def module_of(self, header):
        if "/" in header:
            first = header.split("/")[0]
            return first if first in self.modules else None
        return next((module for module in self.modules if (self.root / module / header).exists()), None)


def library_of(header, qt):
    for beginning, library in rules.INCLUDED_LIBRARIES.items():
        if header.startswith(beginning):
            return library
    module = qt.module_of(header)
    if module:
        return module
    return "system" if header.endswith(".h") else "C++"


def check_include(path, number, bracket, header, root, qt):
    folder = folder_of(path)
    if bracket == '"':
        if not (root / header).is_file():
            # What a generator writes beside the objects (moc, rcc) has no slash and no arrow.
            if header.endswith(".moc") and "/" not in header:
                return
            yield Finding(path, number, f'"{header}" is not a path from the root of the project')
        elif not may_use(folder, header):
            yield Finding(path, number, f'{folder} must not use "{header}"')
        elif header in rules.BOOST_FILES and path not in rules.BOOST_FILES:
            yield Finding(path, number, f'"{header}" brings Boost along: Boost stays in '
                                        + ", ".join(rules.BOOST_FILES))
        return
    library = library_of(header, qt)
    if library == "boost" and path not in rules.BOOST_FILES:
        yield Finding(path, number, f"<{header}>: Boost stays in {', '.join(rules.BOOST_FILES)}")
    elif library != "C++" and library not in rule_of(folder)["libraries"]:
        yield Finding(path, number, f"{folder} must not use <{header}> ({library})")


def check_source(file, root, qt):
    path = file.relative_to(root).as_posix()
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        include = INCLUDE.match(line)
        if include:
            yield from check_include(path, number, include[1], include[2], root, qt)
        elif REVEAL.search(line.split("//")[0]) and path not in rules.REVEALING_FILES:
            yield Finding(path, number, "reveals a secret: this is not one of the places that may")


def without_comments(text):
    """CMake text with its comments blanked, every line where it was."""
    return re.sub(r"#[^\n]*", "", text)


def commands(text):
    """Every command of a CMakeLists.txt: its name, and its arguments with their line numbers."""
    text = without_comments(text)
    for match in COMMAND.finditer(text):
        depth, end = 1, match.end()
        while end < len(text) and depth:
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
        body = text[match.end():end - 1]
        first_line = text.count("\n", 0, match.end()) + 1
        arguments = [(argument[0].strip('"'), first_line + body.count("\n", 0, argument.start()))
                     for argument in re.finditer(r"[^\s;]+", body)]
        yield match[1].lower(), first_line, arguments


def cmake_files(root):
    tops = sorted({folder.split("/")[0] for folder in rules.FOLDERS} | {"tests"})
    return [file for top in tops for file in sorted((root / top).rglob("CMakeLists.txt"))]


def project_targets(root):
    """Every target of the project and the folder whose rule holds for it."""
    targets = {}
    for file in cmake_files(root):
        place = file.parent.relative_to(root).as_posix()
        for command, _, arguments in commands(file.read_text(encoding="utf-8")):
            if command in ("add_library", "add_executable", "qt_add_library", "qt_add_executable") and arguments:
                name = arguments[0][0]
                targets[name] = rules.TARGET_FOLDERS.get(name, place)
    return targets


def check_link(path, folder, target, library, line, targets):
    if library in rules.SETTINGS_TARGETS:
        return
    if library in targets:
        if not may_use(folder, targets[library]):
            yield Finding(path, line, f"{target} ({folder}) must not link {library} ({targets[library]})")
        return
    name = rules.LINKED_LIBRARIES.get(library)
    if library.startswith("Qt6::"):
        name = "Qt" + library[len("Qt6::"):]
    allowed = rule_of(folder)["libraries"] + rules.ALSO_LINKED.get(folder, [])
    if name is None:
        yield Finding(path, line, f"{target} links {library}, which stands in no table of tests/arrows/rules.py")
    elif name not in allowed:
        yield Finding(path, line, f"{target} ({folder}) must not link {library}")


def check_cmake(file, root, targets):
    path = file.relative_to(root).as_posix()
    if is_within(path, "tests"):
        return
    for command, first_line, arguments in commands(file.read_text(encoding="utf-8")):
        if command in HIDDEN_ARROWS:
            yield Finding(path, first_line, f"{command}() is for every target: name one target instead")
        if command != "target_link_libraries" or not arguments:
            continue
        target = arguments[0][0]
        folder = targets.get(target)
        if folder is None:
            yield Finding(path, first_line, f"{target} is made in no CMakeLists.txt of the project")
            continue
        for library, line in arguments[1:]:
            if library not in KEYWORDS:
                yield from check_link(path, folder, target, library, line, targets)


def findings(root, qt):
    """Everything that points the wrong way, and how many files were read for it."""
    root = pathlib.Path(root).resolve()
    tops = sorted({folder.split("/")[0] for folder in rules.FOLDERS})
    sources = [file for top in tops for file in sorted((root / top).rglob("*")) if file.suffix in SOURCES]
    targets = project_targets(root)
    found = [finding for file in sources for finding in check_source(file, root, qt)]
    for file in cmake_files(root):
        found += check_cmake(file, root, targets)
    return found, len(sources)


def forgotten_exceptions(root):
    """Files that may do what no other may, and that are gone: their exception must go as well."""
    for path in rules.BOOST_FILES + rules.REVEALING_FILES:
        if not (pathlib.Path(root) / path).is_file():
            yield Finding("tests/arrows/rules.py", 1, f"{path} is no longer there")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--root", required=True, help="the root of the project")
    parser.add_argument("--qt-headers", required=True, help="the folder that holds QtCore, QtGui, ...")
    arguments = parser.parse_args()
    found, count = findings(arguments.root, QtHeaders(arguments.qt_headers))
    found += forgotten_exceptions(arguments.root)
    for finding in found:
        print(finding)
    print(f"{count} source files read, {len(found)} arrows the wrong way")
    # Nothing read is nothing proved.
    return 1 if found or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
