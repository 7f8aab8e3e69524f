#!/bin/sh
# Installs the Debian 12 packages that the project needs, and only those that are missing.
set -eu

usage() {
    cat <<'TEXT'
Usage: packaging/install-dependencies.sh [--tour | --test | --check] [--list]

Installs what is missing of the Debian 12 packages that the project needs.
Not being root, it asks sudo.

  (no option)  to build and run the console
  --tour       and to show it in a virtual display
  --test       and to run the whole suite
  --check      and to run the slow checks of packaging/check.sh
  --list       only print the packages, one on a line
  --help       print this text
TEXT
}

# A compiler, CMake and what the programs stand on. README.md gives the reason for each library.
# libqt6sql6-sqlite is a plugin that no package asks for by itself; ca-certificates is needed for https;
# QtKeychain loads libsecret at run time without asking for its package; qt6-tools-dev has what CMake asks for
# about the tools of qt6-l10n-tools, which make the translations.
build="g++ cmake ninja-build pkg-config
    qt6-base-dev qt6-svg-dev libqt6sql6-sqlite qtkeychain-qt6-dev
    libboost1.81-dev libsimdjson-dev libsodium-dev zlib1g-dev
    qt6-tools-dev qt6-l10n-tools
    ca-certificates libsecret-1-0 fonts-inter"

# A display and a manager of its windows, a session bus, a screen reader's view, a keychain with its command,
# and a camera.
tour="xvfb matchbox-window-manager dbus-daemon at-spi2-core gir1.2-atspi-2.0 python3-gi
    gnome-keyring libsecret-tools imagemagick"

# What xvfb-run asks for, keychains that lie, certificates for TLS, the formatter of this code, and what a
# desktop says to the menu entry, the description for software centres and the manual pages; clang with the runtime
# of what fuzzes and races; then the tools of the fast checks.
test="xauth python3-dbusmock python3-jsonschema openssl clang-format-14
    desktop-file-utils appstream man-db mandoc
    clang-14 libclang-rt-14-dev
    git cmake-format codespell shellcheck yamllint"
# npm fetches what checks the contract. A Node.js that is not Debian's has its own, and excludes this one.
command -v npm >/dev/null || test="$test nodejs npm"

# Linters, and the counter of branches.
check="clang-tidy-14 clazy cppcheck gcovr"

wanted=$build
list=no
for option in "$@"; do
    case $option in
    --tour) wanted="$build $tour" ;;
    --test) wanted="$build $tour $test" ;;
    --check) wanted="$build $tour $test $check" ;;
    --list) list=yes ;;
    --help | -h)
        usage
        exit 0
        ;;
    *)
        echo "install-dependencies.sh: there is no option $option" >&2
        usage >&2
        exit 2
        ;;
    esac
done

if [ "$list" = yes ]; then
    # Split into words on purpose, as everywhere below.
    # shellcheck disable=SC2086
    printf '%s\n' $wanted
    exit 0
fi

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "This is made for Debian 12, and there is no apt-get here. Install what corresponds to:" >&2
    # shellcheck disable=SC2086
    echo $wanted >&2
    exit 1
fi

missing=
for package in $wanted; do
    state=$(dpkg-query --show --showformat='${db:Status-Abbrev}' "$package" 2>/dev/null || true)
    case $state in
    *ii*) ;;
    *) missing="$missing $package" ;;
    esac
done

if [ -z "$missing" ]; then
    echo "All packages are there."
    exit 0
fi

as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Some packages are missing, and there is no sudo to install them with. As root, run:" >&2
        echo "apt-get install --no-install-recommends$missing" >&2
        exit 1
    fi
    as_root=sudo
fi

echo "Installing with apt-get${as_root:+ (sudo may ask for your password)}:$missing"
apt() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q "$@"
}
# One unreachable source of many need not hold up the others: the installation says what it cannot find.
apt update || echo "Not every package source could be read; trying with what is known." >&2
# shellcheck disable=SC2086
apt install -y --no-install-recommends $missing
