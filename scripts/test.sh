#!/usr/bin/env bash
# Builds everything once, runs every test project, and ends with one line: "N passed, N failed".
#   scripts/test.sh              all tests but the slow physics validation
#   scripts/test.sh validation   the slow physics validation alone
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

case ${1:-quick} in
    quick) filter=(--filter-not-trait Category=Validation) ;;
    validation) filter=(--filter-trait Category=Validation) ;;
    *) echo "usage: scripts/test.sh [quick|validation]" >&2; exit 2 ;;
esac

# Build servers would outlive this script and hold its output open.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
results=$PWD/artifacts/test-results
rm -rf "$results"
mkdir -p "$results"

bash scripts/install-packages.sh test
dotnet restore Umbriel.slnx -v quiet </dev/null
dotnet build Umbriel.slnx -c Release --no-restore -v quiet --nologo -p:UseSharedCompilation=false </dev/null
UMBRIEL_PUBLISH_ARGS=--no-build UMBRIEL_RUN_ANALYZERS=true ./umbriel --version

passed=0
failed=0
attribute() { # name, file: the value of the first attribute of that name on the <assembly> element
    grep -o "<assembly [^>]*" "$2" | head -1 | grep -o " $1=\"[0-9]*\"" | head -1 | tr -dc 0-9
}

for project in tests/*.Tests; do
    name=${project##*/}
    [[ -n $(find "$project" -maxdepth 2 -name "*.cs" -print -quit) ]] || continue
    report=$results/$name.xml
    echo "== $name"
    status=0
    "$project/bin/Release/net10.0/$name" "${filter[@]}" --no-progress --no-ansi --results-directory "$results" \
        --report-xunit --report-xunit-filename "$name.xml" </dev/null >"$results/$name.log" 2>&1 || status=$?
    p=$(attribute passed "$report" 2>/dev/null || true)
    f=$(attribute failed "$report" 2>/dev/null || true)
    s=$(attribute skipped "$report" 2>/dev/null || true)
    e=$(attribute errors "$report" 2>/dev/null || true)
    if [[ -z $p || -z $f ]]; then
        p=0 f=1
    fi
    f=$((f + ${e:-0}))
    # 8 is the platform's "no test ran": expected when this project has no test of the kind asked for.
    if ((status != 0 && f == 0)) && ! ((status == 8)); then
        f=1
    fi
    if ((f > 0)); then
        cat "$results/$name.log"
    fi
    echo "   $p passed, $f failed, ${s:-0} skipped"
    passed=$((passed + p))
    failed=$((failed + f))
done

if ((passed + failed == 0)); then
    echo "No test ran" >&2
    failed=1
fi
echo "$passed passed, $failed failed"
((failed == 0))
