import { isDeepStrictEqual } from "node:util";
import { isGroupOfSettings } from "../outscale/provider/settings";
import type { Level, PolicyMetadata } from "../policy";
import { readDefaults } from "./defaults";
import type { SettingsSchema } from "./schema";
import { readBySchema } from "./validate";

/** A level or a setting that the user's configuration changes from its default. */
export interface Change {
  /** As a user finds it: `all`, `no-public-admin-port.enforcementLevel`, `pack-settings.readings.A1`. */
  readonly name: string;
  /** As it is written. */
  readonly value: unknown;
  /** Absent where there is none. */
  readonly default?: unknown;
  /** The policies whose own it is, or where it stands among the settings that policies share: `readings.A1`. */
  readonly of: { readonly policies: readonly string[] } | { readonly shared: string };
}

/** A setting that differs from its default, by where it stands in its schema. */
export interface ChangedSetting {
  readonly path: string;
  readonly value: unknown;
  readonly default?: unknown;
}

/** The levels that are not those of the policies themselves. @param written the levels as they are written, by name */
export function listChangedLevels(
  policies: readonly PolicyMetadata[],
  written: ReadonlyMap<string, { readonly level?: Level }>,
): Change[] {
  const all = written.get("all")?.level;
  const ofAll = policies.filter(({ name, level }) => written.get(name)?.level === undefined && all !== level);
  const changes: Change[] = policies.flatMap(({ name, level }) => {
    const own = written.get(name)?.level;
    if (own === undefined || own === level) return [];
    return [{ name: `${name}.enforcementLevel`, value: own, default: level, of: { policies: [name] } }];
  });
  if (all === undefined || ofAll.length === 0) return changes;
  return [{ name: "all", value: all, of: { policies: ofAll.map(({ name }) => name) } }, ...changes];
}

/**
 * The settings that mean something else than their defaults, in the order of their schema: `22` means what `"22/tcp"` does.
 * @param written what fits the schema
 */
export function listChangedSettings(schema: SettingsSchema, written: object): ChangedSetting[] {
  if (Object.keys(written).length === 0) return [];
  const compared = {
    written,
    read: readBySchema(schema, written, "") as object,
    defaults: readDefaults(schema),
    readDefaults: readBySchema(schema, {}, "") as object,
  };
  return [...compareSettings(schema, compared)];
}

/** The same settings as they are written and as they are read, with their defaults in both forms. */
interface Compared {
  readonly written: object;
  readonly read: object;
  readonly defaults: object;
  readonly readDefaults: object;
}

function* compareSettings({ properties }: SettingsSchema, all: Compared, prefix = ""): Iterable<ChangedSetting> {
  for (const [name, property] of Object.entries(properties)) {
    if (!Object.hasOwn(all.written, name)) continue;
    const path = prefix + name;
    const own = {
      written: valueOf(all.written, name),
      read: valueOf(all.read, name),
      defaults: valueOf(all.defaults, name),
      readDefaults: valueOf(all.readDefaults, name),
    };
    if (isGroupOfSettings(property)) {
      yield* compareSettings(property as SettingsSchema, own as Compared, `${path}.`);
    } else if (!isDeepStrictEqual(own.read, own.readDefaults)) {
      yield { path, value: own.written, ...(own.defaults !== undefined && { default: own.defaults }) };
    }
  }
}

function valueOf(settings: object, name: string): unknown {
  return (settings as Readonly<Record<string, unknown>>)[name];
}
