#!/bin/sh
# One command from a fresh clone to the verdict of the whole suite.
set -eu

usage() {
    cat <<'TEXT'
Usage: packaging/test.sh [--asan] [--only PATTERN] [--label PATTERN]

Installs the packages that are missing, builds both programs and every test, and runs
the whole suite. What was skipped is named; the last line is "N passed, N failed", and
the status is 0 only if nothing failed.

  --asan          build and run everything under AddressSanitizer and
                  UndefinedBehaviorSanitizer (build/asan instead of build/test)
  --only PATTERN  run only the tests whose name matches (ctest -R)
  --label PATTERN run only the tests with such a label (ctest -L), for instance faults
  --help          print this text
TEXT
}

preset="test"
pattern=.
label=
while [ $# -gt 0 ]; do
    case $1 in
    --asan) preset=asan ;;
    --only)
        pattern=${2:?--only needs a pattern}
        shift
        ;;
    --label)
        label=${2:?--label needs a pattern}
        shift
        ;;
    --help | -h)
        usage
        exit 0
        ;;
    *)
        echo "test.sh: there is no option $1" >&2
        usage >&2
        exit 2
        ;;
    esac
    shift
done

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"

not_built() {
    echo "The suite was not run: $1." >&2
    echo "0 passed, 1 failed"
    exit 1
}

packaging/install-dependencies.sh --test || not_built "a package could not be installed"
cmake --preset "$preset" || not_built "the project could not be configured"
cmake --build --preset "$preset" || not_built "the build failed"

results=$root/build/$preset/results.xml
rm -f "$results"
# One more than there are cores: many wait for a clock or a server. The verdict is counted from the results; ctest's own
# status says the same.
ctest --test-dir "build/$preset" --no-tests=error --output-on-failure --parallel "$(($(nproc) + 1))" \
    --tests-regex "$pattern" ${label:+--label-regex "$label"} --output-junit "$results" || true
exec /usr/bin/python3 -B packaging/count-results.py "$results"
