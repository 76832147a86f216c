#!/usr/bin/env bash
# Builds everything once, runs every test project, and ends with one line: "N passed, N failed".
#   scripts/test.sh              all tests but the slow physics validation; the fast rooms once more in Debug, where contracts hold
#   scripts/test.sh validation   the slow physics validation alone
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

case ${1:-quick} in
    quick) filter=(--filter-not-trait Category=Validation) packages=test ;;
    validation) filter=(--filter-trait Category=Validation) packages=validate ;;
    *) echo "usage: scripts/test.sh [quick|validation]" >&2; exit 2 ;;
esac

# Build servers would outlive this script and hold its output open.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
results=$PWD/artifacts/test-results
rm -rf "$results"
mkdir -p "$results"

bash scripts/install-packages.sh "$packages"
dotnet restore Umbriel.slnx -v quiet </dev/null
dotnet build Umbriel.slnx -c Release --no-restore -v quiet --nologo -p:UseSharedCompilation=false </dev/null
UMBRIEL_PUBLISH_ARGS=--no-build UMBRIEL_RUN_ANALYZERS=true ./umbriel --version

passed=0
failed=0
attribute() { # name, file: the value of the first attribute of that name on the <assembly> element
    grep -o "<assembly [^>]*" "$2" | head -1 | grep -o " $1=\"[0-9]*\"" | head -1 | tr -dc 0-9
}

run() { # test project, configuration, name of its results: runs it and adds to the counts
    local project=$1 name=${1##*/} report=$results/$3.xml log=$results/$3.log status=0 p f s e
    echo "== $3"
    "$project/bin/$2/net10.0/$name" "${filter[@]}" --no-progress --no-ansi --results-directory "$results" \
        --report-xunit --report-xunit-filename "$3.xml" </dev/null >"$log" 2>&1 || status=$?
    p=$(attribute passed "$report" 2>/dev/null || true)
    f=$(attribute failed "$report" 2>/dev/null || true)
    s=$(attribute skipped "$report" 2>/dev/null || true)
    e=$(attribute errors "$report" 2>/dev/null || true)
    # A process that ended without a report, as by a contract broken on a thread of its own, has failed.
    if [[ -z $p || -z $f ]]; then
        p=0 f=1
    fi
    f=$((f + ${e:-0}))
    # 8 is the platform's "no test ran": expected when this project has no test of the kind asked for.
    if ((status != 0 && f == 0)) && ! ((status == 8)); then
        f=1
    fi
    if ((f > 0)); then
        cat "$log"
    fi
    echo "   $p passed, $f failed, ${s:-0} skipped"
    passed=$((passed + p))
    failed=$((failed + f))
}

for project in tests/*.Tests; do
    [[ -n $(find "$project" -maxdepth 2 -name "*.cs" -print -quit) ]] || continue
    run "$project" Release "${project##*/}"
done

if [[ ${1:-quick} == quick ]]; then
    # Contracts are compiled into Debug only; these rooms hold nearly all of them.
    contracts=(Core DarkSector Inference Systematics Generation Detector)
    dotnet build tests/Contracts.proj --no-restore -v quiet --nologo -p:UseSharedCompilation=false "-p:Rooms=${contracts[*]}" </dev/null
    for room in "${contracts[@]}"; do
        run "tests/Umbriel.$room.Tests" Debug "Umbriel.$room.Tests with contracts"
    done
fi

if ((passed + failed == 0)); then
    echo "No test ran" >&2
    failed=1
fi
echo "$passed passed, $failed failed"
((failed == 0))
