import type { FromSchema, JSONSchema } from "json-schema-to-ts";

const NAMES = { type: "array", items: { type: "string", minLength: 1 } } as const;

/** A port as settings spell it; a number is TCP. */
export const PORT = {
  anyOf: [
    { type: "integer", minimum: 0, maximum: 65535 },
    { type: "string", pattern: "^\\d{1,5}/(tcp|udp)$" },
  ],
  examples: [22, "22/tcp"],
} as const;

/** The settings that several policies share, written under `pack-settings`, with their defaults. */
export const SHARED_SETTINGS = {
  type: "object",
  additionalProperties: false,
  properties: {
    region: { type: "string", minLength: 1, default: "cloudgouv-eu-west-1" },
    environment: {
      type: "object",
      additionalProperties: false,
      default: {},
      properties: {
        key: { type: "string", minLength: 1, default: "environment" },
        production: { ...NAMES, default: ["production", "prod"] },
        default: { type: "string", minLength: 1, default: "production" },
      },
    },
    applicationTagKey: { type: "string", minLength: 1, default: "application" },
    tierTagKeys: { ...NAMES, default: ["tier", "role", "component", "app.kubernetes.io/component"] },
    tierOf: { type: "object", additionalProperties: { type: "string", minLength: 1 }, default: {} },
    memberWords: {
      ...NAMES,
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
        properties: { tier: { type: "string", minLength: 1 }, reason: { type: "string", minLength: 1 } },
      },
    },
    /** The tiers whose VMs carry what others send. */
    routerTiers: { ...NAMES, default: ["nat", "router", "firewall", "vpn"] },
    /** The other tiers whose VMs are there to be reached from the Internet. */
    publicTiers: { ...NAMES, default: ["bastion"] },
    classification: {
      type: "object",
      additionalProperties: false,
      default: {},
      properties: {
        key: { type: "string", minLength: 1, default: "sensitivity" },
        values: { ...NAMES, default: ["public", "internal", "sensitive"] },
        sensitive: { ...NAMES, default: ["sensitive"] },
        default: { type: "string", minLength: 1 },
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
        },
      },
    },
    /** The volumes that a tool outside the program backs up, by name. */
    backups: { ...NAMES, default: [], examples: ["db-*"] },
    /** The tag, key and value, by which the backup tool chooses volumes or VMs. */
    backupTag: {
      type: "string",
      pattern: "^\\s*[^:\\s][^:]*:\\s*\\S.*$",
      default: "autosnapshot: Yes",
      examples: ["autosnapshot: Yes"],
    },
    sharedNets: { ...NAMES, default: [] },
    directLinks: { ...NAMES, default: [] },
    /** How sensitive Nets are reached: through a VPN only, or from the Internet too where TLS goes all the way. */
    sensitiveEntry: { type: "string", enum: ["vpn", "vpn-or-tls"], default: "vpn" },
    /** The accounts that may be given what is ours. */
    trustedAccounts: {
      type: "array",
      default: [],
      items: { type: "string", pattern: "^\\d{12}$", examples: ["012345678910"] },
    },
    /** Where copies may go beside the region: host names, or a provider and its region. */
    recoverySites: { ...NAMES, default: [], examples: ["backup.example.com", "aws:eu-west-3"] },
    /** How the convention is read where the client may choose; the first reading claims less. */
    readings: {
      type: "object",
      additionalProperties: false,
      default: {},
      properties: {
        A1: { type: "string", enum: ["all", "more-than-one"], default: "all" },
        A2: { type: "string", enum: ["starred", "unstarred"], default: "starred" },
      },
    },
    adminPorts: { type: "array", items: PORT, default: [22, 3389] },
    /** What everybody may call. */
    publicPorts: { type: "array", items: PORT, default: ["443/tcp", "80/tcp"] },
    /** The buckets that are meant for everybody, by name. */
    publicBuckets: { ...NAMES, default: [], examples: ["site-*"] },
    /** Where administrators call from. */
    adminNetworks: {
      type: "array",
      default: [],
      items: { type: "string", pattern: "^[0-9a-fA-F.:]+(/\\d{1,3})?$", examples: ["198.51.100.0/28"] },
    },
    /** This stack is one part of a system: what is not in it may be in the others. */
    part: {
      type: "object",
      additionalProperties: false,
      required: ["of", "siblings"],
      properties: {
        of: { type: "string", minLength: 1 },
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
          subregion: { type: "string", minLength: 1 },
          net: { type: "string", minLength: 1 },
          classification: { type: "string", minLength: 1 },
          environment: { type: "string", minLength: 1 },
        },
      },
    },
  },
} as const satisfies JSONSchema;

export type SharedSettings = FromSchema<typeof SHARED_SETTINGS>;
