#!/bin/bash
docker plugin install --grant-all-permissions rclone/docker-volume-rclone:amd64 args="-v" --alias rclone
docker volume create uploads -d rclone -o type=s3 -o s3-provider=Outscale -o s3-env_auth=true -o path=uploads
docker run -d --restart unless-stopped --name web -v uploads:/usr/share/nginx/html:ro -p 80:80 nginx:1.27
docker run -d --name files --device /dev/fuse --cap-add SYS_ADMIN -e AWS_S3_BUCKET=files efrecon/s3fs:1.95
