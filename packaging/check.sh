#!/bin/sh
# What takes longer than the suite: the proofs of SECURITY.md under sanitizers, and their long campaigns.
set -eu

usage() {
    cat <<'TEXT'
Usage: packaging/check.sh [--all]

Runs the proofs of what SECURITY.md promises under AddressSanitizer and
UndefinedBehaviorSanitizer. Its status is 0 only if nothing failed.

  --all   then also cut 1,000 creates each by killing the console, by killing the
          server, and by cutting the connection, instead of 30 each
  --help  print this text
TEXT
}

all=
for option in "$@"; do
    case $option in
    --all) all=yes ;;
    --help | -h)
        usage
        exit 0
        ;;
    *)
        echo "check.sh: there is no option $option" >&2
        usage >&2
        exit 2
        ;;
    esac
done

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
status=0
packaging/test.sh --asan --label faults || status=1
if [ "$all" ]; then
    CUT_POINTS=1000 packaging/test.sh --only '^tst_randomcuts$' || status=1
fi
exit "$status"
