#!/bin/bash
set -e
DATA=/srv/object-data
apt-get install -y postgresql-16 s3fs
mkdir -p $DATA
s3fs pgdata $DATA -o url=https://oos.cloudgouv-eu-west-1.outscale.com -o uid=$(id -u postgres)
systemctl stop postgresql
sed -i "s|^data_directory.*|data_directory = '$DATA/16/main'|" /etc/postgresql/16/main/postgresql.conf
sudo -u postgres /usr/lib/postgresql/16/bin/initdb -D "$DATA/16/main" --data-checksums
systemctl start postgresql
