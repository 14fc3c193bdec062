#!/bin/bash
MOUNT_COMMAND="s3fs bucket /mnt/bucket"
UNLOCK='cryptsetup open /dev/xvdb data'
export MOUNT_COMMAND UNLOCK
env | sort > /etc/app.env
HELP="
goofys bucket /mnt
"
declare -A COMMANDS=([mount]="rclone mount oos:b /mnt" [stop]="umount /mnt")
