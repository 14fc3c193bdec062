import { listKnownAccounts, refuseAccountsApart } from "../outscale/provider/accounts-apart";
import type { SharedSettings } from "../outscale/provider/settings";
import type { Exemption, JudgementSettings, Level, Policy, PolicyMetadata } from "../policy";
import { UserError } from "../text";
import { type Change, listChangedLevels, listChangedSettings } from "./changes";
import { LEVELS, PACK_SETTINGS, settingsSchema } from "./schema";
import { findClosest, formatUnknownKey, readBySchema } from "./validate";

/** The shared settings and the exemptions, complete. */
export interface PackSettings {
  readonly shared: SharedSettings;
  readonly exemptions: readonly Exemption[];
}

/** Everything a user decides about the policies, complete: validated, defaults filled in. */
export interface Configuration extends PackSettings, JudgementSettings {
  readonly levelOf: (policy: PolicyMetadata) => Level;
  /** The levels and settings that the user changes, exemptions apart, in the order: levels, shared settings, those of policies. */
  readonly changes: readonly Change[];
}

/** The policies a configuration may name: those with settings, and those of the pack itself. */
export interface Configurable {
  readonly policies: readonly Policy[];
  readonly packPolicies: readonly PolicyMetadata[];
}

/** Holds the settings that policies share, and the exemptions; judges nothing itself. */
export const packSettings: PolicyMetadata = {
  name: "pack-settings",
  clauses: [],
  ground: "good practice",
  severity: "low",
  level: "mandatory",
  title: { en: "Settings that policies share", fr: "Réglages communs aux politiques" },
  why: { en: "Policies read them.", fr: "Les politiques les lisent." },
  remediation: { en: "Correct the configuration.", fr: "Corrigez la configuration." },
};

/**
 * Reads the configuration that is also given to `pulumi --policy-pack-config`.
 * @throws {UserError} when a key or a value is not accepted
 */
export function readConfiguration(written: unknown, { policies, packPolicies }: Configurable): Configuration {
  if (!isRecord(written)) throw notAnObject("", written);
  const names = [...policies, ...packPolicies].map(({ name }) => name);
  const accepted = ["all", packSettings.name, ...names];
  for (const key of Object.keys(written)) {
    if (!accepted.includes(key)) throw new UserError(formatUnknownKey(key, accepted));
  }
  const entries = new Map(Object.entries(written).map(([name, entry]) => [name, readEntry(name, entry)]));
  const levelOf = ({ name, level }: PolicyMetadata) => entries.get(name)?.level ?? entries.get("all")?.level ?? level;
  // Pulumi does not hand over the settings of what is disabled.
  const isRead = levelOf(packSettings) !== "disabled";
  const settingsIn = (name: string): object => entries.get(name)?.settings ?? {};
  const settings = new Map(policies.map((policy) => [policy.name, readSettings(policy, settingsIn(policy.name))]));
  for (const { name } of packPolicies) rejectSettings(name, settingsIn(name));
  const packWritten = readPackSettings(settingsIn(packSettings.name));
  const pack = isRead ? packWritten : readPackSettings({});
  for (const [index, { policy }] of packWritten.exemptions.entries()) {
    if (!names.includes(policy))
      throw unknownPolicy(`${packSettings.name}.exemptions[${String(index)}].policy`, policy, names);
  }
  return {
    ...pack,
    levelOf,
    isEnabled: (policy) => levelOf(policy) !== "disabled",
    settingsOf: ({ name }) => settings.get(name) ?? {},
    changes: listChanges({ policies, packPolicies }, entries, isRead),
  };
}

function listChanges(
  { policies, packPolicies }: Configurable,
  entries: ReadonlyMap<string, PolicyEntry>,
  isRead: boolean,
): readonly Change[] {
  const settingsIn = (name: string): object => entries.get(name)?.settings ?? {};
  return [
    ...listChangedLevels([...policies, ...packPolicies], entries),
    ...(isRead ? [] : [describeUnread(policies)]),
    ...listChangedSettings(PACK_SETTINGS, isRead ? settingsIn(packSettings.name) : {})
      .filter(({ path }) => path !== "exemptions")
      .map(({ path, ...change }) => ({ name: `${packSettings.name}.${path}`, ...change, of: { shared: path } })),
    ...policies.flatMap(({ name, settings }) =>
      listChangedSettings(settingsSchema(settings), settingsIn(name)).map(({ path, ...change }) => ({
        ...{ name: `${name}.${path}`, ...change, of: { policies: [name] } },
      })),
    ),
  ];
}

/** That neither the shared settings nor the exemptions are read: every policy may depend on them. */
function describeUnread(policies: readonly Policy[]): Change {
  const touched = policies.map(({ name }) => name);
  return { name: packSettings.name, value: "disabled", default: packSettings.level, of: { policies: touched } };
}

/**
 * The shared settings and exemptions as `pack-settings` has them.
 * @throws {UserError} when a key or a value is not accepted, or facts are known of accounts whose Subregions are not added up
 */
export function readPackSettings(written: object): PackSettings {
  const { exemptions, ...shared } = readBySchema(PACK_SETTINGS, written, packSettings.name) as SharedSettings & {
    exemptions: readonly Exemption[];
  };
  refuseAccountsApart(listKnownAccounts(shared.known), shared.sameSubregions);
  refuseTwoSingletons(shared.singletons);
  return { shared, exemptions };
}

/** @throws {UserError} when a tier is named twice: which of the two holds would hang on their order */
function refuseTwoSingletons(singletons: SharedSettings["singletons"]): void {
  for (const [index, { tier }] of singletons.entries()) {
    const first = singletons.findIndex((each) => each.tier === tier);
    if (first === index) continue;
    const [place, other] = [index, first].map((each) => `${packSettings.name}.singletons[${String(each)}]`);
    throw new UserError({
      en: `\`${place ?? ""}\` names the tier "${tier}", as \`${other ?? ""}\` does.`,
      fr: `\`${place ?? ""}\` nomme le tier "${tier}", comme \`${other ?? ""}\`.`,
    });
  }
}

/**
 * The settings of one policy, defaults filled in.
 * @throws {UserError} when a key or a value is not accepted
 */
export function readSettings(
  policy: Pick<Policy, "name" | "settings">,
  written: object,
): Readonly<Record<string, unknown>> {
  return readBySchema(settingsSchema(policy.settings), written, policy.name) as Readonly<Record<string, unknown>>;
}

interface PolicyEntry {
  readonly level?: Level;
  readonly settings: object;
}

/** A policy's entry is its level, or an object that may hold the level beside the settings. */
function readEntry(name: string, entry: unknown): PolicyEntry {
  if (typeof entry === "string") return { level: readLevel(name, entry), settings: {} };
  if (!isRecord(entry) || name === "all") throw notALevel(name, entry);
  const { enforcementLevel, ...settings } = entry;
  if (enforcementLevel === undefined) return { settings };
  return { level: readLevel(`${name}.enforcementLevel`, enforcementLevel), settings };
}

function readLevel(key: string, value: unknown): Level {
  const level = LEVELS.find((each) => each === value);
  if (level === undefined) throw notALevel(key, value);
  return level;
}

function notALevel(key: string, value: unknown): UserError {
  const levels = LEVELS.map((level) => `"${level}"`).join(", ");
  return new UserError({
    en: `\`${key}\` is ${JSON.stringify(value)}. Accepted: ${levels}.`,
    fr: `\`${key}\` vaut ${JSON.stringify(value)}. Accepté : ${levels}.`,
  });
}

function notAnObject(key: string, value: unknown): UserError {
  const found = Array.isArray(value) ? "[...]" : JSON.stringify(value);
  return new UserError({
    en: `The configuration${key} is ${found}. Accepted: an object with policy names as keys.`,
    fr: `La configuration${key} vaut ${found}. Accepté : un objet dont les clés sont des noms de politiques.`,
  });
}

function rejectSettings(name: string, settings: object): void {
  const [key] = Object.keys(settings);
  if (key !== undefined) throw new UserError(formatUnknownKey(`${name}.${key}`, ["enforcementLevel"]));
}

function unknownPolicy(key: string, name: string, names: readonly string[]): UserError {
  const closest = findClosest(name, names);
  return new UserError({
    en: `\`${key}\` is "${name}", which is no policy. The closest name is "${closest}".`,
    fr: `\`${key}\` vaut "${name}", qui n'est pas une politique. Le nom le plus proche est "${closest}".`,
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
