#!/usr/bin/env bash
# Uploads `dist` to a bucket that serves a website: hosting/s3-upload.sh s3://BUCKET[/FOLDER]. Needs the AWS command line.
# Files of `assets` first: no page may lead to a file that is not there yet. Old ones stay for pages that are still open.
set -euo pipefail
target="${1:?usage: hosting/s3-upload.sh s3://BUCKET[/FOLDER]}"
cd "$(dirname "$0")/../dist"
without=(--exclude '*.gz' --exclude '*.br' --exclude _headers --exclude serve.mjs)

aws s3 sync assets "$target/assets" "${without[@]}" --cache-control 'public, max-age=31536000, immutable'
aws s3 sync . "$target" "${without[@]}" --exclude 'assets/*' --cache-control no-cache
aws s3 cp manifest.webmanifest "$target/manifest.webmanifest" --content-type application/manifest+json --cache-control no-cache
