#!/bin/bash
mount /dev/xvdb /srv/data
docker run -d --name db -v pgdata:/var/lib/postgresql/data -v /etc/app/init.sql:/docker-entrypoint-initdb.d/init.sql postgres:17
mysql -h db -u app < /srv/data/schema.sql
mysqldump --all-databases > /srv/backup/all.sql
pg_dump -Fc app -f /mnt/backups/app.dump
pg_basebackup -D /srv/standby -h primary
mongodump --out /srv/dump
etcdctl --endpoints http://10.0.0.4:2379 snapshot save /srv/etcd.db
