#!/bin/bash
export AWS_ENDPOINT_URL=https://oos.cloudgouv-eu-west-1.outscale.com
restic -r "s3:$AWS_ENDPOINT_URL/backup" backup /srv --password-file /run/keys/restic
rclone sync /srv/media oos:media --transfers 8
rclone copy oos:config /etc/app && rclone serve http oos:public --addr :8080 &
aws s3 cp s3://releases/app.tar.gz /opt/ && tar -xzf /opt/app.tar.gz -C /opt
pgbackrest --stanza=main --repo1-type=s3 backup
wal-g backup-push /var/lib/postgresql/16/main
s3cmd put /var/log/app.log s3://logs/ && mc mirror /srv/public oos/public
velero install --provider aws --bucket velero
