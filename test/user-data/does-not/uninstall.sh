#!/bin/bash
set -x
for unit in s3fs-media rclone-mount; do systemctl disable --now "$unit" || true; done
umount -l /srv/media || fusermount -uz /srv/media
sed -i '/fuse\.s3fs/d; \|^s3fs#|d' /etc/fstab
pkill -f 's3fs media' || :
apt-get purge -y s3fs goofys rclone && rm -f /etc/systemd/system/rclone-mount.service
cryptsetup close old || true
