#!/bin/bash
DISKS=(/dev/xvdb /dev/xvdc)
KEYFILE="/etc/keys/disk.key"

open_disk() {
  local disk="$1"
  local name="crypt_${disk##*/}"
  echo "opening $disk as $name"
  if [[ ! -e /dev/mapper/$name ]]; then
    sudo cryptsetup luksOpen "$disk" "$name" --key-file="$KEYFILE" --allow-discards
  fi
}

for disk in "${DISKS[@]}"; do
  open_disk "$disk"
done

for disk in /dev/xvd{d,e}; do cryptsetup -q open "$disk" "late_${disk: -1}" -d "$KEYFILE" || exit 1; done
