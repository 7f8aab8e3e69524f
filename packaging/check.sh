#!/bin/sh
# One command for each check that no compiler makes, and for all of them.
set -eu

fast="format arrows docstrings cmake-format codespell shellcheck yamllint links"
slow="tidy clazy cppcheck proofs threads coverage fuzz contract attack cuts seeded-faults"

usage() {
    cat <<'TEXT'
Usage: packaging/check.sh [--all | --list | CHECK...]

Runs the fast checks, which packaging/test.sh runs as well; --all: the slow ones too,
which takes hours. Its status is 0 only if nothing failed.

  format         C++ is as .clang-format wants it
  arrows         no include and no link points against the arrows of the house
  docstrings     every class that others may use says what it is
  cmake-format   CMakeLists.txt are as .cmake-format.yaml wants them
  codespell      no common misspelling
  shellcheck, yamllint
                 scripts and YAML
  links          the links of the Markdown lead somewhere

  tidy           clang-tidy with the checks of .clang-tidy
  clazy          Qt's own linter, level 1 and what pays of level 2
  cppcheck       with packaging/cppcheck-suppressions.txt
  proofs         what SECURITY.md promises, under AddressSanitizer and
                 UndefinedBehaviorSanitizer
  threads        the local API under ThreadSanitizer
  coverage       which branches the suite takes; models/ must reach 90 %
  fuzz           ten minutes for each fuzz target
  contract       client and server against the OpenAPI description
  attack         1,000,000 mutated requests and 1,000 kills of the local API
  cuts           1,000 creates cut in each of three ways
  seeded-faults  plants faults one at a time; at most three may survive
TEXT
}

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
python=/usr/bin/python3

list_of_cmake_files() {
    git ls-files --cached --others --exclude-standard -- '*CMakeLists.txt' '*.cmake'
}

our_sources() {
    git ls-files --cached --others --exclude-standard -- 'app/*.cpp' 'models/*.cpp' 'ui/*.cpp'
}

check_format() { $python -B tests/arrows/format.py --root .; }
check_arrows() {
    headers=$(pkg-config --variable=includedir Qt6Core)
    $python -B tests/arrows/arrows.py --root . --qt-headers "$headers"
}
check_docstrings() { $python -B tests/checks/docstrings.py --root .; }
check_cmake_format() {
    # shellcheck disable=SC2046
    cmake-format --config-files .cmake-format.yaml --check -- $(list_of_cmake_files)
}
check_codespell() { codespell; }
check_shellcheck() { shellcheck packaging/*.sh .ci/run; }
check_yamllint() { yamllint --strict .; }
check_links() { $python -B tests/checks/links.py --root .; }

check_tidy() {
    # Its compile commands are enough: no source of ours includes what a build writes.
    cmake --preset dev >/dev/null || return 1
    our_sources | xargs -P "$(nproc)" -n 4 clang-tidy-14 -p build/dev --quiet
}
check_clazy() { cmake --workflow --preset clazy; }
check_cppcheck() {
    cppcheck -j "$(nproc)" --quiet --error-exitcode=1 --std=c++20 --language=c++ -I . --library=qt \
        --enable=warning,performance,portability --suppressions-list=packaging/cppcheck-suppressions.txt app models ui
}

check_proofs() { packaging/test.sh --asan --label faults; }
check_threads() { cmake --workflow --preset tsan; }
check_coverage() { cmake --workflow --preset coverage && $python -B tests/checks/coverage.py --build build/coverage; }
check_fuzz() { $python -B tests/fuzz/run.py --make --build build/fuzz --seconds 600; }
check_contract() { packaging/test.sh --label contract; }
check_attack() { MUTATIONS=1000000 KILL_POINTS=1000 packaging/test.sh --label api; }
check_cuts() { CUT_POINTS=1000 packaging/test.sh --only '^tst_randomcuts$'; }
check_seeded_faults() { $python -B tests/seeded_faults/seed.py; }

chosen=
for argument in "$@"; do
    case $argument in
    --all) chosen="$fast $slow" ;;
    --list)
        # Split into words on purpose, as everywhere below.
        # shellcheck disable=SC2086
        printf '%s\n' $fast $slow
        exit 0
        ;;
    --help | -h)
        usage
        exit 0
        ;;
    *)
        case " $fast $slow " in
        *" $argument "*) chosen="$chosen $argument" ;;
        *)
            echo "check.sh: there is no check $argument" >&2
            usage >&2
            exit 2
            ;;
        esac
        ;;
    esac
done
[ "$chosen" ] || chosen=$fast

needs=--test
for check in $chosen; do
    case " $slow " in
    *" $check "*) needs=--check ;;
    esac
done
[ "${CHECKS_HAVE_THEIR_TOOLS:-}" ] || packaging/install-dependencies.sh "$needs"

failed=
for check in $chosen; do
    echo "== $check"
    "check_$(echo "$check" | tr - _)" || failed="$failed $check"
done
if [ "$failed" ]; then
    echo "Failed:$failed"
    exit 1
fi
echo "Nothing to complain about."
