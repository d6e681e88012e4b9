#!/bin/sh
# Builds the index in this folder and starts the server; see Qleverfile.
set -eu
cd "$(dirname "$0")"
sha256sum --check --quiet sha256sums
qlever index
qlever start
