#!/usr/bin/env bash
# Prepares the data volume of the order database, on the first boot and on every one after it.
set -euo pipefail
exec > >(tee -a /var/log/user-data.log | logger -t user-data) 2>&1

readonly DEVICE=${DATA_DEVICE:-/dev/xvdb}
readonly NAME=data
readonly KEY=/run/keys/${NAME}

wait_for() {
  local device=$1 tries=0
  until [ -b "$device" ]; do
    tries=$((tries + 1))
    (( tries > 60 )) && { echo "no $device" >&2; exit 1; }
    sleep 2
  done
}

fetch_key() {
  install -d -m 0700 "$(dirname "$KEY")"
  vault read -field=key "secret/volumes/$(hostname)" > "$KEY"
}

export DEBIAN_FRONTEND=noninteractive
apt-get update -qq && apt-get install -y --no-install-recommends cryptsetup xfsprogs

wait_for "$DEVICE"
fetch_key
if ! cryptsetup isLuks "$DEVICE"; then
  cryptsetup luksFormat --batch-mode --type luks2 --key-file "$KEY" "$DEVICE"
fi
cryptsetup open --type luks2 --key-file "$KEY" "$DEVICE" "$NAME"
blkid /dev/mapper/$NAME || mkfs.xfs /dev/mapper/$NAME
mkdir -p /srv/data
mount /dev/mapper/$NAME /srv/data
shred -u "$KEY"
