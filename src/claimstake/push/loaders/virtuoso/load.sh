#!/bin/sh
# Run this in its own folder, on the machine of Virtuoso, whose virtuoso.ini names the folder in DirsAllowed.
# The first argument is Virtuoso's SQL port. The password of dba is asked for, or is the first line of the input.
set -eu
cd "$(dirname "$0")"
sha256sum --check --quiet sha256sums
cat > load.sql <<END
delete from DB.DBA.load_list where ll_file like '$PWD/%';
ld_dir('$PWD', '*.nq.gz', 'urn:claimstake:no-graph');
rdf_loader_run();
checkpoint;
select ll_file, ll_state, ll_error from DB.DBA.load_list where ll_file like '$PWD/%';
END
if [ -t 0 ]; then
    printf 'Password of dba: ' >&2
    stty -echo
    trap 'stty echo' EXIT
fi
read -r password
{ printf '%s\n' "$password"; cat load.sql; } | "$(command -v isql-vt || command -v isql)" "${1:-1111}" dba
