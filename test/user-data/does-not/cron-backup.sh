#!/bin/bash
cat > /etc/cron.d/backup <<'CRON'
# m h dom mon dow user command
# @reboot root s3fs bucket /mnt/bucket
15 2 * * * root restic backup /srv --password-file /etc/restic && restic forget --keep-daily 7
@daily backup rclone sync /srv/media oos:media
CRON
echo "0 * * * * aws s3 sync /var/log s3://logs" | crontab -u root -
