#!/bin/bash
log() { logger -t setup -- "$*"; }
log "to mount by hand: s3fs bucket /mnt/bucket"
echo "Run: cryptsetup open /dev/xvdb data" > /etc/motd
printf 'rclone mount %s %s\n' oos:bucket /mnt >&2
cat <<'HELP'
Usage: goofys BUCKET DIRECTORY
  mysqld --datadir=/data starts the database
HELP
