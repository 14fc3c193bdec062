import type { PortRange } from "./ports";

/** What speaks on a port by custom, for the services that are internal to a network. */
const NAMES: readonly (readonly [first: number, last: number, name: string])[] = [
  [111, 111, "rpcbind"],
  [135, 135, "Windows RPC"],
  [135, 139, "NetBIOS"],
  [161, 161, "SNMP"],
  [389, 389, "LDAP"],
  [445, 445, "SMB"],
  [873, 873, "rsync"],
  [1433, 1434, "SQL Server"],
  [1521, 1521, "Oracle"],
  [2049, 2049, "NFS"],
  [3306, 3306, "MySQL"],
  [5432, 5432, "PostgreSQL"],
  [5672, 5672, "AMQP"],
  [6379, 6379, "Redis"],
  [9042, 9042, "Cassandra"],
  [9092, 9092, "Kafka"],
  [9200, 9200, "Elasticsearch"],
  [9300, 9300, "Elasticsearch"],
  [11_211, 11_211, "memcached"],
  [27_017, 27_019, "MongoDB"],
];

/** The service that all of some ports are used for by custom, where that is one. */
export function serviceName(ports: PortRange): string | undefined {
  return NAMES.find(([first, last]) => first <= ports.first && ports.last <= last)?.[2];
}
