import type { FromSchema, JSONSchema } from "json-schema-to-ts";
import { type RecoverySite, recoverySiteOf } from "./recovery-site";
import { type AddressRange, addressesOf } from "./addresses";
import { type Ports, portsOf } from "./ports";
import { REGIONS } from "./region";

/** Text that is not empty. */
export const WRITTEN = { type: "string", pattern: "\\S" } as const;
const NAMES = { type: "array", items: WRITTEN } as const;

/** A port or consecutive ones as settings spell them; without a protocol they are TCP. */
export const PORT = {
  type: ["integer", "string"],
  format: "port",
  anyOf: [
    { type: "integer", minimum: 0, maximum: 65535 },
    { type: "string", pattern: "^\\d{1,5}(-\\d{1,5})?(/(tcp|udp))?$" },
  ],
  examples: [22, "22/udp", "5900-5910"],
} as const;

/** A range of addresses, or one address. */
const NETWORK = {
  type: "string",
  format: "network",
  pattern: "^[0-9a-fA-F.:]+(/\\d{1,3})?$",
  examples: ["198.51.100.0/28"],
} as const;

/** A tag, key and value. */
export const TAG = {
  type: "string",
  format: "tag",
  pattern: "^\\s*[^:\\s][^:]*:\\s*\\S.*$",
  examples: ["autosnapshot: Yes"],
} as const;

/** A day of the calendar. */
export const DAY = {
  type: "string",
  format: "day",
  pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
  examples: ["2026-12-31"],
} as const;

/** The id of an account. */
const ACCOUNT = { type: "string", pattern: "^\\d{12}$", examples: ["012345678910"] } as const;

/** A name that is the same in any case. */
const ANY_CASE = { ...WRITTEN, format: "any-case" } as const;

/** A place beside the region: by its name, or with what sensitive data ask for. */
const RECOVERY_SITE = {
  type: ["string", "object"],
  format: "recovery-site",
  anyOf: [
    WRITTEN,
    {
      type: "object",
      additionalProperties: false,
      required: ["site"],
      properties: {
        site: WRITTEN,
        owner: WRITTEN,
        until: DAY,
        attestation: WRITTEN,
      },
    },
  ],
  examples: ["backup.example.com", "aws:eu-west-3", { site: "outscale:eu-west-2", owner: "team", until: "2026-12-31" }],
} as const;

/** Who answers for a declaration, and the last day on which it holds. */
const ANSWERED = { owner: WRITTEN, until: DAY } as const;

/** A tag that a setting names. */
export interface TagSetting {
  readonly key: string;
  readonly value: string;
  /** Both, as the setting spells them. */
  readonly written: string;
}

/** What is made of a setting when it is read, by its format; `undefined` of what fits its schema and is none. */
export const READERS: Readonly<Record<string, (written: never) => unknown>> = {
  port: portsOf,
  network: addressesOf,
  tag: readTag,
  "any-case": (name: string) => name.toLowerCase(),
  day: dayOf,
  "recovery-site": readRecoverySite,
};

/** What each format of a setting is read as, for the types of settings. */
export interface ReadAs {
  deserialize: [
    { pattern: { format: "port" }; output: Ports },
    { pattern: { format: "network" }; output: AddressRange },
    { pattern: { format: "tag" }; output: TagSetting },
    { pattern: { format: "recovery-site" }; output: RecoverySite },
  ];
}

function dayOf(written: string): string | undefined {
  const time = new Date(`${written}T00:00:00Z`);
  // The calendar carries 30 February over into March.
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(written) ? written : undefined;
}

function readRecoverySite(written: string | RecoverySite): RecoverySite | undefined {
  const site = recoverySiteOf(written);
  return site.until !== undefined && dayOf(site.until) === undefined ? undefined : site;
}

function readTag(written: string): TagSetting {
  const [key = "", ...value] = written.split(":");
  return { key: key.trim(), value: value.join(":").trim(), written };
}

/** How clients call what is not production, in each language. */
const NON_PRODUCTION = {
  en: [
    ...["dev*", "test*", "qa*", "uat*", "ci", "review*", "sandbox*", "demo*", "poc*", "lab*", "training*", "trial*"],
    ...["staging*", "stage*", "preprod*", "pre-prod*", "non-prod*", "nonprod*", "integration*", "int", "perf*"],
    ...["bench*", "ephemeral*", "temp*", "tmp*"],
  ],
  fr: [
    ...["recette*", "qualif*", "homolog*", "préprod*", "pré-prod*", "hors-prod*", "hors prod*", "intégration*"],
    ...["bac à sable", "bac-a-sable", "démo*", "formation*", "essai*"],
  ],
} as const;

/** The settings that several policies share, written under `pack-settings`, with their defaults. */
export const SHARED_SETTINGS = {
  type: "object",
  additionalProperties: false,
  properties: {
    region: { type: "string", enum: [...REGIONS], default: "cloudgouv-eu-west-1" },
    environment: {
      type: "object",
      additionalProperties: false,
      default: {},
      properties: {
        key: { ...WRITTEN, default: "environment" },
        production: { type: "array", items: ANY_CASE, default: ["production", "prod"] },
        /** Those that certainly are not, by names and globs; what is in neither list counts as production. */
        nonProduction: { type: "array", items: ANY_CASE, default: [...NON_PRODUCTION.en, ...NON_PRODUCTION.fr] },
        default: { ...WRITTEN, default: "production" },
      },
    },
    applicationTagKey: { ...WRITTEN, default: "application" },
    tierTagKeys: { ...NAMES, default: ["tier", "role", "component", "app.kubernetes.io/component"] },
    tierOf: { type: "object", additionalProperties: WRITTEN, default: {} },
    memberWords: {
      type: "array",
      items: ANY_CASE,
      default: [
        ...["primary", "replica", "standby", "master", "arbiter", "witness"],
        ...["active", "passive", "blue", "green", "canary"],
      ],
    },
    singletons: {
      type: "array",
      default: [],
      items: {
        type: "object",
        additionalProperties: false,
        required: ["tier", "reason"],
        properties: {
          tier: ANY_CASE,
          reason: WRITTEN,
          /** That what it needs cannot be had in another Subregion, such as a model of GPU. */
          impossibleElsewhere: { type: "boolean", default: false },
        },
      },
    },
    /** The tiers that stand alone by their nature: their loss is accepted, and theirs only. */
    standaloneTiers: {
      type: "array",
      items: ANY_CASE,
      default: ["bastion", "nat", "router", "vpn", "firewall", "ci"],
    },
    /** The tiers that go on only while more than half of their VMs are left. */
    majorityTiers: { type: "array", items: ANY_CASE, default: [] },
    /** The tiers whose VMs carry what others send. */
    routerTiers: { type: "array", items: ANY_CASE, default: ["nat", "router", "firewall", "vpn"] },
    /** The other tiers whose VMs are there to be reached from the Internet. */
    publicTiers: { type: "array", items: ANY_CASE, default: ["bastion"] },
    classification: {
      type: "object",
      additionalProperties: false,
      default: {},
      properties: {
        key: { ...WRITTEN, default: "sensitivity" },
        values: { ...NAMES, default: ["public", "internal", "sensitive"] },
        sensitive: { ...NAMES, default: ["sensitive"] },
        default: WRITTEN,
      },
    },
    images: {
      type: "array",
      default: [],
      items: {
        type: "object",
        additionalProperties: false,
        required: ["match", "encrypted"],
        properties: {
          match: {
            type: "string",
            pattern: "^((name|owner):.+|tag:[^=]+=.*|[^:]+)$",
            examples: ["ami-00000012", "name:hardened-*", "owner:123456789012", "tag:hardened=yes"],
          },
          encrypted: { type: "string", enum: ["root", "all"] },
          ...ANSWERED,
        },
      },
    },
    /** The volumes that something outside the program encrypts, by name or id. */
    volumes: {
      type: "array",
      default: [],
      items: {
        type: "object",
        additionalProperties: false,
        required: ["match", "owner", "until"],
        properties: {
          match: { ...WRITTEN, examples: ["data-*", "vol-12345678"] },
          encrypted: { type: "string", enum: ["all"], default: "all" },
          ...ANSWERED,
        },
      },
    },
    /** The volumes that a tool outside the program backs up, by name. */
    backups: { ...NAMES, default: [], examples: ["db-*"] },
    /** The tag, key and value, by which the backup tool chooses volumes or VMs. */
    backupTag: { ...TAG, default: "autosnapshot: Yes" },
    sharedNets: { ...NAMES, default: [] },
    directLinks: { ...NAMES, default: [] },
    /** How sensitive Nets are reached: through a VPN only, or from the Internet too where TLS goes all the way. */
    sensitiveEntry: { type: "string", enum: ["vpn", "vpn-or-tls"], default: "vpn" },
    /** The accounts that may be given what is ours. */
    trustedAccounts: { type: "array", default: [], items: ACCOUNT },
    /** The accounts whose Subregions of the same letter are one place, as Outscale confirmed: a list for each such place. */
    sameSubregions: {
      type: "array",
      default: [],
      items: {
        type: "array",
        minItems: 2,
        uniqueItems: true,
        items: ACCOUNT,
        examples: [["012345678910", "109876543210"]],
      },
    },
    /** Where copies may go beside the region: host names, or a provider and its region. */
    recoverySites: { type: "array", default: [], items: RECOVERY_SITE },
    /** How the convention is read where the client may choose; the first reading is ours. */
    readings: {
      type: "object",
      additionalProperties: false,
      default: {},
      properties: {
        A1: { type: "string", enum: ["all", "more-than-one"], default: "all" },
        A2: { type: "string", enum: ["starred", "unstarred"], default: "starred" },
        A3: { type: "string", enum: ["support-times", "every-commitment"], default: "support-times" },
        A12: { type: "string", enum: ["provider-spreads", "unconfirmed"], default: "provider-spreads" },
        A26: { type: "string", enum: ["covered", "unconfirmed"], default: "covered" },
        A30: { type: "string", enum: ["undetermined", "accepted"], default: "undetermined" },
        A31: { type: "string", enum: ["unconfirmed", "not-bound"], default: "unconfirmed" },
        A33: { type: "string", enum: ["present", "absent"], default: "present" },
      },
    },
    /** The attestation of qualification in force, in place of the one annexed to the convention. */
    attestation: {
      type: "object",
      additionalProperties: false,
      required: ["reference", "validUntil"],
      properties: {
        reference: WRITTEN,
        validUntil: DAY,
        services: { ...NAMES, examples: ["OKS"] },
      },
    },
    /** How machines are administered; the two that the convention names come first. */
    adminPorts: {
      type: "array",
      items: PORT,
      default: [
        ...[22, 3389, 23, "2375-2376", "2379-2380", "5900-5910", "5985-5986"],
        ...[6443, 8006, 9090, 10_250, 10_255],
      ],
    },
    /** What services say among themselves; those that the convention names come first. */
    internalPorts: {
      type: "array",
      items: PORT,
      default: [
        ...["445/tcp", "445/udp", "2049/tcp", "2049/udp"],
        ...[
          ...["111", "135-139", "161", "389", "873", "1433-1434", "1521", "3306", "5432", "5672", "6379"],
          ...["9042", "9092", "9200", "9300", "11211", "27017-27019"],
        ].flatMap((numbers) => [`${numbers}/tcp`, `${numbers}/udp`]),
      ],
    },
    /** What everybody may call. */
    publicPorts: { type: "array", items: PORT, default: ["443/tcp", "80/tcp"] },
    /** The buckets that are meant for everybody, by name. */
    publicBuckets: { ...NAMES, default: [], examples: ["site-*"] },
    /** Where administrators call from. */
    adminNetworks: { type: "array", items: NETWORK, default: [] },
    /** This stack is one part of a system: what is not in it may be in the others. */
    part: {
      type: "object",
      additionalProperties: false,
      required: ["of", "siblings"],
      properties: {
        of: WRITTEN,
        siblings: { ...NAMES, minItems: 1, examples: ["network/prod"] },
      },
    },
    /** Facts about the resources of other stacks, by id, as `facts` writes them. */
    known: {
      type: "object",
      default: {},
      additionalProperties: {
        type: "object",
        additionalProperties: false,
        required: ["type"],
        properties: {
          type: { type: "string", pattern: "^[^:]+:[^:]*:[^:]+$", examples: ["outscale:index/subnet:Subnet"] },
          account: ACCOUNT,
          subregion: { type: "string", pattern: "^[a-z][a-z-]*-\\d+[a-z]$", examples: ["cloudgouv-eu-west-1a"] },
          net: WRITTEN,
          classification: WRITTEN,
          environment: WRITTEN,
        },
      },
    },
  },
} as const satisfies JSONSchema;

/** Whether what stands under a name is several settings, each with a default of its own, and not one. */
export function isGroupOfSettings(property: JSONSchema): boolean {
  return typeof property === "object" && property.properties !== undefined && property.default !== undefined;
}

/** The settings as policies read them. */
export type SharedSettings = FromSchema<typeof SHARED_SETTINGS, ReadAs>;
