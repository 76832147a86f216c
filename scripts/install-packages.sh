#!/usr/bin/env bash
# Makes sure that programs and libraries of the Debian kind are there: scripts/install-packages.sh search|test|validate
# As root on a system with apt they are installed; otherwise what is missing is named, and the run ends if it cannot
# go on without (search) or goes on without it (test and validate, which then skip what needs it).
set -euo pipefail

purpose=${1:?search, test or validate}
missing=()

need() { # package, then a command that succeeds when it is there
    local package=$1
    shift
    "$@" >/dev/null 2>&1 || missing+=("$package")
}
has_library() { ldconfig -p | grep -q -- "$1"; }
has_font() { compgen -G "/usr/share/fonts/truetype/$1*/*.ttf" || fc-list 2>/dev/null | grep -qi "$1.*sans"; }
has_node() { local v; v=$(node --version 2>/dev/null) && v=${v#v} && ((${v%%.*} >= 18)); }

need gnuplot-nox command -v gnuplot
need fonts-liberation has_font liberation
need fonts-dejavu-core has_font dejavu
need libhdf5-103-1 has_library libhdf5_serial.so.103
# A node that is there already, however installed, is left alone: its package may conflict with Debian's npm.
if ! has_node; then
    missing+=(nodejs)
fi
if ! has_node || ! command -v npm >/dev/null; then
    command -v npm >/dev/null || missing+=(npm)
fi
if [[ $purpose != search ]]; then
    need libxgboost0 has_library libxgboost.so.0
    need g++ command -v g++
    need libhepmc3-dev test -e /usr/include/HepMC3/GenEvent.h
    need hdf5-tools command -v h5dump
    need python3-h5py /usr/bin/python3 -c 'import h5py'
    need poppler-utils command -v pdftotext
    need librsvg2-bin command -v rsvg-convert
    command -v chromium >/dev/null || command -v chromium-browser >/dev/null || missing+=(chromium)
fi
if [[ $purpose == validate ]]; then
    need texlive-latex-base command -v pdflatex
    need texlive-binaries command -v bibtex
fi

((${#missing[@]})) || exit 0
# Without the fonts figures look worse, without npm they are not interactive, and tests are skipped without what they need:
# none of this ends a run.
may_miss() { [[ $purpose != search || $1 == fonts-* || $1 == nodejs || $1 == npm ]]; }
if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
    echo "These packages are missing (Debian names): ${missing[*]}" >&2
    echo "Install them, for instance with: sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    for package in "${missing[@]}"; do
        may_miss "$package" || exit 2
    done
    exit 0
fi

echo "Installing ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
install() { apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 "$@" </dev/null >&2; }
# Package lists may be absent or stale: refresh them only when the first try fails.
install "${missing[@]}" 2>/dev/null && exit 0
apt-get update -qq </dev/null >&2
install "${missing[@]}" && exit 0
for package in "${missing[@]}"; do
    install "$package" && continue
    echo "Could not install $package: what needs it is skipped" >&2
    may_miss "$package" || exit 2
done
