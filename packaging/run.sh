#!/bin/sh
# One command from a fresh clone to the console on a local workspace.
set -eu

usage() {
    cat <<'TEXT'
Usage: packaging/run.sh [--tour] [OPTION OF THE CONSOLE]...

Installs the packages that are missing, builds the release and starts the console
on the local workspace. On a machine without a display it takes the tour instead:
the whole life of a token in a virtual display, each step printed as it happens,
with screenshots in build/tour/. Its status is 0 only if every step held. The tour
has a home, a session bus and a keychain of its own: nothing of yours is touched.

  --tour             take the tour, with a display too
  --help             print this text

Everything else goes to the console, for instance:
  --connection NAME  open this connection instead of the local workspace
  --data-dir DIR     keep everything that the console writes in DIR
  --verbose          say more on standard error
TEXT
}

tour=no
local=--local
left=$#
while [ "$left" -gt 0 ]; do
    case $1 in
    --help | -h)
        usage
        exit 0
        ;;
    --tour) tour=yes ;;
    --connection | --connection=*)
        local=
        set -- "$@" "$1"
        ;;
    *) set -- "$@" "$1" ;;
    esac
    shift
    left=$((left - 1))
done

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"

if [ "$tour" = no ] && [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
    echo "There is no display here: taking the tour in a virtual one."
    tour=yes
fi

if [ "$tour" = yes ]; then
    packaging/install-dependencies.sh --tour
else
    packaging/install-dependencies.sh
fi
cmake --preset release
cmake --build --preset release

if [ "$tour" = yes ]; then
    exec /usr/bin/python3 -B tests/acceptance/tour.py --programs build/release/bin --screenshots build/tour
fi
exec build/release/bin/apono-console $local "$@"
