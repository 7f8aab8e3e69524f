#!/bin/sh
# What takes longer than the suite: the proofs of SECURITY.md under sanitizers.
set -eu

usage() {
    cat <<'TEXT'
Usage: packaging/check.sh

Runs the proofs of what SECURITY.md promises under AddressSanitizer and
UndefinedBehaviorSanitizer. Its status is 0 only if nothing failed.

  --help  print this text
TEXT
}

for option in "$@"; do
    case $option in
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
exec packaging/test.sh --asan --label faults
