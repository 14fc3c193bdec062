#!/bin/bash
# The names of disks may change: this one goes by the serial number, which is the volume's id.
set -e
VOLUME=vol-0a1b2c3d
LINK=/dev/disk/by-id/virtio-${VOLUME/-/}
udevadm settle
cryptsetup open "$(readlink -f "$LINK")" data --key-file /run/keys/data
cryptsetup open /dev/disk/by-id/virtio-logs logs --key-file /run/keys/logs
