#!/bin/bash
set -o pipefail
curl -fsSL https://get.docker.com | sh
wget -q https://config.internal/bootstrap.sh -O /tmp/bootstrap.sh && bash /tmp/bootstrap.sh
s3fs b /srv/b
