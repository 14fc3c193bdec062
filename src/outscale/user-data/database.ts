import { readDocuments, type DocumentValue } from "./document";
import { splitLines, type SourceText } from "./source-text";
import { type Argument, type Command, valueOf } from "./shell/command";
import { splitContainerCommand } from "./shell/wrappers";

/** A directory that a database keeps its data in. */
export interface DatabaseDirectory {
  /** The database by its name, `PostgreSQL`. */
  readonly engine: string;
  readonly path: string;
}

interface Engine {
  readonly name: string;
  /** Its programs, with the options that name its directory. */
  readonly programs: readonly string[];
  readonly options: readonly string[];
  /** Its containers' image, without registry and tag. */
  readonly image: RegExp;
  /** Where it keeps its data unless it is configured otherwise. */
  readonly home: string;
  /** Its configuration, and the line of it that names the directory. */
  readonly file: RegExp;
  readonly line: RegExp;
}

const ENGINES: readonly Engine[] = [
  {
    name: "PostgreSQL",
    programs: ["postgres", "postmaster", "pg_ctl", "initdb", "pg_createcluster", "postgresql-setup"],
    options: ["-D", "-d", "--pgdata", "--datadir"],
    image: /(?:^|\/)(?:postgres|postgresql|postgis|timescaledb(?:-ha)?)$/,
    home: "/var/lib/postgresql",
    file: /postgresql[^/]*\.conf$|\/postgresql[^/]*\.service(?:\.d\/[^/]*)?$|\/etc\/(?:default|sysconfig)\/(?:pgsql\/)?postgresql/,
    line: /^\s*(?:data_directory\s*=|(?:Environment=)?["']?PGDATA\s*=)\s*["']?(\/[^"'\s#]+)/,
  },
  {
    name: "MySQL",
    programs: ["mysqld", "mysqld_safe", "mysql_install_db"],
    options: ["--datadir"],
    image: /(?:^|\/)(?:mysql|mysql-server|percona|percona-server)$/,
    home: "/var/lib/mysql",
    file: /\/(?:my|mysqld?)\.cnf$|\/etc\/my(?:sql)?[^/]*\/.*\.cnf$/,
    line: /^\s*datadir\s*=\s*["']?(\/[^"'\s#]+)/,
  },
  {
    name: "MariaDB",
    programs: ["mariadbd", "mariadbd-safe", "mariadb-install-db"],
    options: ["--datadir"],
    image: /(?:^|\/)(?:mariadb|mariadb-galera)$/,
    home: "/var/lib/mysql",
    file: /\/mariadb[^/]*\/.*\.cnf$/,
    line: /^\s*datadir\s*=\s*["']?(\/[^"'\s#]+)/,
  },
  {
    name: "MongoDB",
    programs: ["mongod"],
    options: ["--dbpath"],
    image: /(?:^|\/)(?:mongo|mongodb|mongodb-community-server)$/,
    home: "/var/lib/mongodb",
    file: /\/mongod[^/]*\.(?:conf|ya?ml)$/,
    line: /^\s*(?:dbPath\s*:|dbpath\s*=)\s*["']?(\/[^"'\s#]+)/,
  },
  {
    name: "Elasticsearch",
    programs: ["elasticsearch"],
    options: ["-Epath.data"],
    image: /(?:^|\/)elasticsearch(?:-oss)?$/,
    home: "/var/lib/elasticsearch",
    file: /\/elasticsearch\.ya?ml$/,
    line: /^\s*path\.data\s*:\s*\[?\s*["']?(\/[^"'\s#,\]]+)/,
  },
  {
    name: "OpenSearch",
    programs: ["opensearch"],
    options: ["-Epath.data"],
    image: /(?:^|\/)opensearch$/,
    home: "/var/lib/opensearch",
    file: /\/opensearch\.ya?ml$/,
    line: /^\s*path\.data\s*:\s*\[?\s*["']?(\/[^"'\s#,\]]+)/,
  },
  {
    name: "Cassandra",
    programs: ["cassandra"],
    options: ["-Dcassandra.storagedir"],
    image: /(?:^|\/)(?:cassandra|scylla)$/,
    home: "/var/lib/cassandra",
    file: /\/cassandra\.ya?ml$/,
    line: /^\s*(?:-|data_file_directories\s*:\s*\[?|commitlog_directory\s*:)\s*["']?(\/[^"'\s#,\]]+)/,
  },
  {
    name: "Redis",
    programs: ["redis-server", "valkey-server"],
    options: ["--dir"],
    image: /(?:^|\/)(?:redis|valkey|redis-stack(?:-server)?)$/,
    home: "/var/lib/redis",
    file: /\/(?:redis|valkey)[^/]*\.conf$/,
    line: /^\s*dir\s+["']?(\/[^"'\s#]+)/,
  },
  {
    name: "InfluxDB",
    programs: ["influxd"],
    options: ["--bolt-path", "--engine-path"],
    image: /(?:^|\/)influxdb$/,
    home: "/var/lib/influxdb",
    file: /\/influxdb[^/]*\.conf$|\/influxdb\/config\.(?:toml|ya?ml)$/,
    line: /^\s*(?:dir|wal-dir|engine-path|bolt-path)\s*[=:]\s*["']?(\/[^"'\s#]+)/,
  },
  {
    name: "Prometheus",
    programs: ["prometheus"],
    options: ["--storage.tsdb.path"],
    image: /(?:^|\/)prometheus$/,
    home: "/var/lib/prometheus",
    file: /\/etc\/default\/prometheus$/,
    line: /--storage\.tsdb\.path[= ]["']?(\/[^"'\s#]+)/,
  },
  {
    name: "etcd",
    programs: ["etcd"],
    options: ["--data-dir", "--wal-dir", "-data-dir"],
    image: /(?:^|\/)etcd$/,
    home: "/var/lib/etcd",
    file: /\/etcd[^/]*\.(?:conf|ya?ml)$|\/etc\/default\/etcd$/,
    line: /^\s*(?:data-dir\s*:|ETCD_DATA_DIR\s*=)\s*["']?(\/[^"'\s#]+)/,
  },
  {
    name: "ClickHouse",
    programs: ["clickhouse", "clickhouse-server"],
    options: ["--path"],
    image: /(?:^|\/)clickhouse(?:-server)?$/,
    home: "/var/lib/clickhouse",
    file: /\/clickhouse-server\/.*\.(?:xml|ya?ml)$/,
    line: /^\s*(?:<path>|path\s*:)\s*["']?(\/[^"'\s#<]+)/,
  },
];

/** Files that say which containers run. */
const COMPOSE = /\/(?:docker-)?compose[^/]*\.ya?ml$/;

/** The directories that a command has a database keep its data in. */
export function findDatabasesOfCommand(command: Command): DatabaseDirectory[] {
  const { name } = command;
  if (["docker", "podman", "nerdctl"].includes(name)) return readContainer(command.arguments);
  if (name === "ln" || name === "mount") return readLink(name, command.arguments);
  const engine = ENGINES.find(({ programs }) => programs.includes(name));
  return engine?.options.flatMap((option) => nameDirectory(engine, optionValue(command.arguments, option))) ?? [];
}

/** The directories that a configuration file names; none when the file belongs to no database. */
export function readDatabaseFile(path: string, content: SourceText): (DatabaseDirectory & { line: number })[] {
  if (COMPOSE.test(path)) return readCompose(content);
  const engines = ENGINES.filter(({ file }) => file.test(path));
  return splitLines(content).flatMap(({ text, line }) =>
    engines.flatMap((engine) =>
      nameDirectory(engine, engine.line.exec(text)?.[1]).map((found) => ({ ...found, line })),
    ),
  );
}

/** True for a file that may say where a database keeps its data. */
export function configuresDatabase(path: string): boolean {
  return COMPOSE.test(path) || ENGINES.some(({ file }) => file.test(path));
}

/** The database that keeps its data in this path or above it, unless it is configured otherwise. */
export function findDatabaseAt(path: string): DatabaseDirectory | undefined {
  if (!isData(path)) return undefined;
  const home = HOMES.find(({ within, older }) => `${path}/`.startsWith(within) || path === older);
  return home && { engine: home.engine, path };
}

const HOMES = ENGINES.map(({ name, home }) => ({ engine: name, within: `${home}/`, older: home.replace(/db$/, "") }));

function nameDirectory({ name }: Engine, path: string | undefined): DatabaseDirectory[] {
  return path?.startsWith("/") ? [{ engine: name, path }] : [];
}

/** A link, or a mount of another directory, in the place of a database's own. */
function readLink(name: string, words: readonly Argument[]): DatabaseDirectory[] {
  const isLinked =
    name === "ln" || words.some(({ text }) => /^(?:-o|--?)?(?:.*,)?r?bind\b/.test(text) || text === "-B");
  const [from, to] = words.flatMap((word) => (word.text.startsWith("/") ? (valueOf(word) ?? []) : []));
  const engine = isLinked && to !== undefined ? findDatabaseAt(to)?.engine : undefined;
  return engine === undefined || from === undefined ? [] : [{ engine, path: from }];
}

function readContainer(words: readonly Argument[]): DatabaseDirectory[] {
  const [action, ...rest] = words[0]?.text === "container" ? words.slice(1) : words;
  if (action?.text !== "run" && action?.text !== "create") return [];
  const { options, image, command } = splitContainerCommand(rest);
  const engine = engineOfImage(image?.text);
  if (!engine) return [];
  const volumes = options.flatMap(({ text }, index) => {
    const [, option, joined] = /^(-v|--volume|--mount)(?:=(.*))?$/.exec(text) ?? [];
    if (option === undefined) return [];
    const value = joined ?? valueOf(options[index + 1]) ?? "";
    return [
      option === "--mount" ? (/(?:^|,)(?:source|src)=([^,]+)/.exec(value)?.[1] ?? "") : (value.split(":")[0] ?? ""),
    ];
  });
  const named = engine.options.flatMap((option) => optionValue(command, option) ?? []);
  return [...volumes, ...named].flatMap((path) => (isData(path) ? nameDirectory(engine, path) : []));
}

function readCompose(content: SourceText): (DatabaseDirectory & { line: number })[] {
  const [root] = readDocuments(content) ?? [];
  return (root?.get("services").entries() ?? []).flatMap(([, service]) => {
    const engine = engineOfImage(service.get("image").text());
    return service
      .get("volumes")
      .items()
      .flatMap((volume) => {
        const path = sourceOf(volume);
        return engine && isData(path)
          ? nameDirectory(engine, path).map((found) => ({ ...found, line: volume.line }))
          : [];
      });
  });
}

function sourceOf(volume: DocumentValue): string {
  return volume.get("source").text() ?? volume.text()?.split(":")[0] ?? "";
}

/** False for what lies beside the data: configuration, scripts, certificates, sockets, backups. */
function isData(path: string): boolean {
  return !/^\/(?:etc|run|dev|proc|sys)\/|\.(?:conf|cnf|ya?ml|sql|sh|sock|pem|crt|key|env)$|\/(?:archives?|backups?|dumps?|wal[-_]?archives?)(?:\/|$)/i.test(
    path,
  );
}

function engineOfImage(image: string | undefined): Engine | undefined {
  const [path] = image?.split("@") ?? [];
  const name = path?.replace(/(?<![^/])[^/]*$/, (last) => last.split(":")[0] ?? "");
  return name === undefined ? undefined : ENGINES.find((engine) => engine.image.test(name));
}

function optionValue(words: readonly Argument[], option: string): string | undefined {
  const at = words.findIndex(({ text }) => text === option);
  if (at !== -1) return valueOf(words[at + 1]);
  const joined = words.find(({ text }) => text.startsWith(`${option}=`));
  if (joined) return valueOf(joined)?.slice(option.length + 1);
  // `-D/data`
  const short = /^-\w$/.test(option) ? words.find(({ text }) => text.startsWith(`${option}/`)) : undefined;
  return valueOf(short)?.slice(option.length);
}
