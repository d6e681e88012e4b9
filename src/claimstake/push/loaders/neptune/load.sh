#!/bin/sh
# Copies the parts to S3 and asks Neptune to load them. Write your own bucket, role and region into
# loader-request.json first; $1 is the bucket and prefix (s3://...), $2 the endpoint of the cluster.
set -eu
cd "$(dirname "$0")"
sha256sum --check --quiet sha256sums
aws s3 cp . "${1:?s3://bucket/prefix/}" --recursive --exclude '*' --include '*.nq.gz'
awscurl --service neptune-db -X POST -H 'Content-Type: application/json' -d @loader-request.json \
    "https://${2:?cluster endpoint}:8182/loader"
