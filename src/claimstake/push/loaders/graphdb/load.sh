#!/bin/sh
# The first argument is the name of the repository. GraphDB must be stopped; preload replaces what is there.
set -eu
cd "$(dirname "$0")"
sha256sum --check --quiet sha256sums
importrdf preload --force --id "${1:?name of the repository}" ./*.nq.gz
