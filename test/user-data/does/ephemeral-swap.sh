#!/bin/bash
DISK=/dev/xvdc
mkswap "$DISK" && swapon -p 10 "$DISK"
mkfs.ext4 -q /dev/xvdd && mount -o noatime /dev/xvdd /tmp
echo "/dev/xvde /var/cache/nginx ext4 defaults,nofail 0 2" >> /etc/fstab
