"""The arrows of the house as tables: which folder may use which, and which library belongs where."""

# The folders with rules of their own; a file belongs to the longest one that holds it.
# For each: the folders it may include and link, and the modules of Qt and other libraries it may use.
FOLDERS = {
    "models/accounts": {
        "uses": ["models/accounts"],
        "libraries": ["QtCore"],
    },
    "models": {
        "uses": ["models"],
        "libraries": ["QtCore"],
    },
    "models/secrets": {
        "uses": ["models"],
        "libraries": ["QtCore", "sodium"],
    },
    "ui": {
        "uses": ["ui", "models", "resources"],
        "libraries": ["QtCore", "QtGui", "QtWidgets", "QtSvg"],
    },
    # The parts that every window is built from know no window.
    "ui/widgets": {
        "uses": ["ui/widgets", "ui/style", "models"],
        "libraries": ["QtCore", "QtGui", "QtWidgets"],
    },
    "ui/style": {
        "uses": ["ui/style", "models", "resources"],
        "libraries": ["QtCore", "QtGui", "QtWidgets", "QtSvg"],
    },
    # libsodium wipes the copies of a token that a request and a keychain job must make.
    "app/admin_api": {
        "uses": ["app/admin_api", "models"],
        "libraries": ["QtCore", "QtNetwork", "simdjson", "sodium"],
    },
    "app/desktop": {
        "uses": ["app/desktop", "models"],
        "libraries": ["QtCore", "QtDBus"],
    },
    # For the main() of both programs.
    "app/hardening": {
        "uses": ["app/hardening"],
        "libraries": ["system"],
    },
    "app/keychain": {
        "uses": ["app/keychain", "models"],
        "libraries": ["QtCore", "QtDBus", "keychain", "sodium"],
    },
    "app/local_workspace": {
        "uses": ["app/local_workspace", "models"],
        "libraries": ["QtCore", "sodium", "system"],
    },
    "app/single_instance": {
        "uses": ["app/single_instance", "models"],
        "libraries": ["QtCore", "QtNetwork", "system"],
    },
    "app/storage": {
        "uses": ["app/storage", "models"],
        "libraries": ["QtCore", "system"],
    },
    "app/local_api": {
        "uses": ["app/hardening", "app/local_api", "models/accounts"],
        "libraries": ["QtCore", "QtSql", "boost", "simdjson", "sodium", "zlib", "threads", "system"],
    },
    # The files directly in app/ put the objects together and hand them down: they may know every folder.
    "app": {
        "uses": ["app", "ui", "models", "resources"],
        "libraries": ["QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtSvg", "keychain", "system"],
    },
    "resources": {
        "uses": ["resources"],
        "libraries": ["QtCore"],
    },
    "resources/desktop": {
        "uses": ["resources/desktop"],
        "libraries": ["QtCore", "QtGui", "QtSvg"],
    },
}

# A target is ruled by the folder whose CMakeLists.txt makes it, unless it stands here.
TARGET_FOLDERS = {"models_accounts": "models/accounts"}

# One target serves these two: libsodium, which secrets/ needs, is linked by the target of the whole folder.
ALSO_LINKED = {"models": ["sodium"]}

# Build settings without code: no arrow.
SETTINGS_TARGETS = ["house"]

# What the names in target_link_libraries() stand for.
LINKED_LIBRARIES = {
    "Boost::boost": "boost",
    "Boost::headers": "boost",
    "PkgConfig::sodium": "sodium",
    "Qt6Keychain::Qt6Keychain": "keychain",
    "Threads::Threads": "threads",
    "ZLIB::ZLIB": "zlib",
    "simdjson::simdjson": "simdjson",
}

# What the beginning of an included path stands for.
INCLUDED_LIBRARIES = {
    "boost/": "boost",
    "simdjson": "simdjson",
    "sodium": "sodium",
    "zlib.h": "zlib",
    "qt6keychain/": "keychain",
}

# Half a minute of compile time under sanitizers: in these two translation units only. The header is for
# httpserver.cpp, and whoever else included it would compile Boost as well.
BOOST_FILES = [
    "app/local_api/httpserver.cpp",
    "app/local_api/connection.h",
    "app/local_api/requestparser.cpp",
]

# The places where a token's text leaves SecretText: the type itself, the token widget, the clipboard, the
# request, the keychain job and the standard input of our own child.
REVEALING_FILES = [
    "models/secrets/secrettext.cpp",
    "ui/widgets/tokenfield.cpp",
    "ui/widgets/tokenmimedata.cpp",
    "app/admin_api/bearercredential.cpp",
    "app/keychain/keychainjob.cpp",
    "app/local_workspace/localapiprocess.cpp",
]
