#!/bin/bash
# Until 2024 the documents were mounted here:
#   s3fs documents /srv/documents -o url=https://oos.cloudgouv-eu-west-1.outscale.com
# cryptsetup open /dev/xvdb data
mkdir -p /srv/documents  # rclone mount oos:documents /srv/documents
aws s3 sync s3://documents /srv/documents --endpoint-url "$OOS"
