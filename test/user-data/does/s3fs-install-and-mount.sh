#!/bin/bash
set -eux
BUCKET=documents
MOUNT_POINT=/srv/documents
ENDPOINT="https://oos.cloudgouv-eu-west-1.outscale.com"

if command -v apt-get >/dev/null; then
  apt-get update && apt-get install -y s3fs
else
  yum install -y epel-release && yum install -y s3fs-fuse
fi

install -m 0600 /dev/null /etc/passwd-s3fs
aws secretsmanager get-secret-value --secret-id s3fs --query SecretString --output text > /etc/passwd-s3fs
mkdir -p "$MOUNT_POINT"

s3fs "$BUCKET" "$MOUNT_POINT" \
  -o passwd_file=/etc/passwd-s3fs \
  -o url="$ENDPOINT" -o use_path_request_style \
  -o allow_other,umask=0022 || { echo "mount failed" >&2; exit 1; }

grep -q "$MOUNT_POINT" /etc/fstab ||
  echo "s3fs#$BUCKET $MOUNT_POINT fuse _netdev,allow_other,url=$ENDPOINT 0 0" >> /etc/fstab
