import { describe, expect, test } from "@jest/globals";
import type { UserData } from "../../../src/outscale/user-data";
import { bash, factsOf } from "./facts";

const on = (engine: string, path: string, line = 2): UserData["databases"] => [{ engine, path, line }];
const file = (path: string, ...lines: string[]) =>
  `#cloud-config\nwrite_files:\n- path: ${path}\n  content: |\n${lines.map((line) => `    ${line}\n`).join("")}`;

describe("where databases keep their data", () => {
  test.each<{ how: string; text: string; databases: UserData["databases"] }>([
    { how: "an option", text: bash("sudo -u postgres initdb -D /data/pg"), databases: on("PostgreSQL", "/data/pg") },
    { how: "a joined option", text: bash("mysqld --datadir=/data/my &"), databases: on("MySQL", "/data/my") },
    { how: "a glued option", text: bash("pg_ctl -D/data/pg start"), databases: on("PostgreSQL", "/data/pg") },
    {
      how: "a variable",
      text: bash('D=/data; mongod --dbpath "$D/mongo" --fork'),
      databases: on("MongoDB", "/data/mongo"),
    },
    {
      how: "a cluster of Debian",
      text: bash("pg_createcluster -d /data/pg 16 main"),
      databases: on("PostgreSQL", "/data/pg"),
    },
    { how: "Prometheus", text: bash("prometheus --storage.tsdb.path=/data/p"), databases: on("Prometheus", "/data/p") },
    { how: "etcd", text: bash("exec etcd --data-dir /data/etcd"), databases: on("etcd", "/data/etcd") },
    {
      how: "Redis",
      text: bash("redis-server --appendonly yes --dir /data/redis"),
      databases: on("Redis", "/data/redis"),
    },
    { how: "MariaDB", text: bash("mariadb-install-db --datadir=/data/m"), databases: on("MariaDB", "/data/m") },
    { how: "InfluxDB", text: bash("influxd --engine-path /data/i"), databases: on("InfluxDB", "/data/i") },
    {
      how: "a container",
      text: bash("docker run -d -e X=y -v /data/pg:/var/lib/postgresql/data -v /etc/x.conf:/x postgres:16"),
      databases: on("PostgreSQL", "/data/pg"),
    },
    {
      how: "a container's mount",
      text: bash("podman run --mount type=bind,source=/data/os,target=/x docker.io/opensearchproject/opensearch:2"),
      databases: on("OpenSearch", "/data/os"),
    },
    {
      how: "a compose file",
      text: file(
        "/opt/compose.yaml",
        "services:",
        "  db:",
        "    image: mariadb",
        "    volumes: ['/data/m:/var/lib/mysql']",
      ),
      databases: on("MariaDB", "/data/m", 8),
    },
    {
      how: "PostgreSQL's configuration",
      text: file("/etc/postgresql/16/main/conf.d/postgresql-data.conf", "data_directory = '/data/pg' # ours"),
      databases: on("PostgreSQL", "/data/pg", 5),
    },
    {
      how: "MySQL's configuration",
      text: file("/etc/mysql/mysql.conf.d/data.cnf", "[mysqld]", "datadir=/data/my"),
      databases: on("MySQL", "/data/my", 6),
    },
    {
      how: "MongoDB's configuration",
      text: file("/etc/mongod.conf", "storage:", "  dbPath: /data/m"),
      databases: on("MongoDB", "/data/m", 6),
    },
    {
      how: "Cassandra's configuration",
      text: file("/etc/cassandra/cassandra.yaml", "data_file_directories:", "  - /data/c"),
      databases: on("Cassandra", "/data/c", 6),
    },
    {
      how: "Elasticsearch's configuration",
      text: bash("echo 'path.data: /data/es' >> /etc/elasticsearch/elasticsearch.yml"),
      databases: on("Elasticsearch", "/data/es"),
    },
    {
      how: "Redis's configuration",
      text: bash("cat > /etc/redis/redis.conf <<E\ndir /data/r\nE"),
      databases: on("Redis", "/data/r", 3),
    },
    {
      how: "a configuration that is edited",
      text: bash('sed -i "s#^datadir.*#datadir = /data/my#" /etc/mysql/my.cnf'),
      databases: on("MySQL", "/data/my"),
    },
    {
      how: "a unit's environment",
      text: file("/etc/systemd/system/postgresql.service.d/data.conf", "[Service]", "Environment=PGDATA=/data/pg"),
      databases: on("PostgreSQL", "/data/pg", 6),
    },
    {
      how: "a unit's command",
      text: file("/etc/systemd/system/db.service", "[Service]", "ExecStart=/usr/bin/etcd --data-dir=/data/e"),
      databases: on("etcd", "/data/e", 6),
    },
    {
      how: "a link in place of its own",
      text: bash("ln -sfn /data/my /var/lib/mysql"),
      databases: on("MySQL", "/data/my"),
    },
    {
      how: "a mount in place of its own",
      text: bash("mount --bind /data/pg /var/lib/postgresql"),
      databases: on("PostgreSQL", "/data/pg"),
    },
  ])("$how", ({ text, databases }) => {
    expect(factsOf(text).databases).toEqual(databases);
  });

  test.each<{ what: string; text: string }>([
    { what: "an installation", text: bash("apt-get install -y postgresql mariadb-server") },
    {
      what: "a client",
      text: bash("psql -d /data; mysql --datadir /x; mongodump --out /data; pg_dump -d app -f /data/dump"),
    },
    { what: "a backup", text: bash("pg_basebackup -D /data/copy; docker run -v /data/backup:/b postgres pg_dump") },
    { what: "another image", text: bash("docker run -v /data:/data nginx") },
    { what: "a configuration that is commented out", text: file("/etc/mysql/my.cnf", "# datadir=/data") },
    { what: "a configuration of something else", text: file("/etc/app.conf", "datadir=/data") },
    { what: "a message", text: bash("echo mysqld --datadir=/data") },
    { what: "a link of something else", text: bash("ln -s /data/www /var/www; mount --bind /a /b") },
    { what: "a bucket of backups", text: bash("s3fs b /var/lib/postgresql/backups") },
    { what: "a volume of Docker's own", text: bash("docker run -v pgdata:/var/lib/postgresql/data postgres") },
  ])("not $what", ({ text }) => {
    expect(factsOf(text).databases).toBeUndefined();
  });
});
