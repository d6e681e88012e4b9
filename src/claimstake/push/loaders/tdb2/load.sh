#!/bin/sh
# The first argument is the folder of the TDB2 database, which no server may have open.
set -eu
cd "$(dirname "$0")"
sha256sum --check --quiet sha256sums
tdb2.tdbloader --loc "${1:-tdb2}" ./*.nq.gz
