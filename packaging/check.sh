#!/bin/sh
# What takes longer than the suite: the proofs of SECURITY.md under sanitizers, and their long campaigns.
set -eu

usage() {
    cat <<'TEXT'
Usage: packaging/check.sh [--all]

Runs the proofs of what SECURITY.md promises under AddressSanitizer and
UndefinedBehaviorSanitizer. Its status is 0 only if nothing failed.

  --all   and the long campaigns, without sanitizers: 1,000 random cuts of each kind
  --help  print this text
TEXT
}

all=no
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
packaging/test.sh --asan --label faults
if [ "$all" = yes ]; then
    cmake --preset test
    cmake --build --preset test
    CUT_POINTS=1000 ctest --test-dir build/test --no-tests=error --output-on-failure --timeout 14400 \
        --tests-regex '^tst_randomcuts$'
fi
