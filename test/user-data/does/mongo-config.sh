#!/bin/bash
cat > /etc/mongod.conf <<EOF
storage:
  dbPath: /data/mongo
  wiredTiger:
    engineConfig:
      cacheSizeGB: 2
net:
  bindIp: 0.0.0.0
EOF
redis-server --daemonize yes --appendonly yes --dir /data/redis
nohup prometheus --config.file=/etc/prometheus.yml --storage.tsdb.path=/data/metrics &
ln -sfn /data/influx /var/lib/influxdb
etcd --name n1 --data-dir /data/etcd >/var/log/etcd.log 2>&1 &
