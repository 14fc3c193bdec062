// The walls between the rooms: an import that crosses one is an error. CONTRIBUTING.md has the map.

const SOURCES = "^(index[.]ts$|src/|policies/)";
const OURS = "^(index[.]ts$|src/|policies/|scripts/|tools/|test/|bench/|fuzz/|stacks/|examples/)";
// `import type` leaves nothing behind when compiled: no load time, and no way for a value to come back.
const AT_RUN_TIME = { dependencyTypesNot: ["type-only"] };

/** A room and the only rooms it may import, beside itself and the ground that all stand on. */
function wall(room, allowed, why) {
  const rooms = [room, "text", ...allowed].map((name) => (name === "policies" ? "policies/" : `src/${name}/`));
  return {
    name: `${room}-walls`,
    comment: why,
    severity: "error",
    from: { path: `^src/${room}/` },
    to: { path: OURS, pathNot: `^(${rooms.join("|")})` },
  };
}

/** A folder of a room and the only folders of the same room it may import, itself included. */
function inner(room, folder, allowed, why) {
  return {
    name: `${room}-${folder}-walls`,
    comment: why,
    severity: "error",
    from: { path: `^src/${room}/${folder}/` },
    to: { path: `^src/${room}/`, pathNot: `^src/${room}/(${[folder, ...allowed].join("|")})/` },
  };
}

/** The provider's world by subject, from the ground up: each folder imports only those that stand above it here. */
const SUBJECTS = [
  inner(
    "outscale",
    "user-data",
    [],
    "What a boot does is read from its text alone, whichever VM or node pool boots it.",
  ),
  inner(
    "outscale",
    "provider",
    [],
    "Names, types and values as the provider spells them: the ground that views stand on.",
  ),
  inner("outscale", "openings", ["provider"], "Arithmetic over ports and addresses: it knows no rule and no resource."),
  inner(
    "outscale",
    "certificates",
    ["provider"],
    "Certificates and keys are read from their text, whichever resource holds it.",
  ),
  inner(
    "outscale",
    "grouping",
    ["provider"],
    "Names, tags and Subregions group resources of every kind, so no kind is known.",
  ),
  inner(
    "outscale",
    "resources",
    ["user-data", "provider", "openings", "certificates", "grouping"],
    "One view for each resource of the provider. What several resources make together stands below.",
  ),
  inner(
    "outscale",
    "kubernetes",
    ["user-data", "provider", "grouping", "resources"],
    "Clusters and what their manifests ask for.",
  ),
  inner(
    "outscale",
    "tiers",
    ["provider", "grouping", "resources"],
    "Which VMs do one job, and which entries lead to them.",
  ),
  inner(
    "outscale",
    "vpn",
    ["provider", "openings", "grouping", "resources", "tiers"],
    "Which ways lead through a VPN, from the gateway to the routes of the Subnets.",
  ),
  inner(
    "outscale",
    "programs",
    ["user-data", "provider", "resources", "kubernetes"],
    "What instructions are written anywhere: in user data, commands and manifests.",
  ),
  inner(
    "outscale",
    "firewall",
    ["provider", "openings", "grouping", "resources", "kubernetes", "tiers", "vpn"],
    "What security groups open to whom, over all their rules.",
  ),
  inner(
    "outscale",
    "reach",
    ["provider", "openings", "resources", "tiers", "vpn", "firewall"],
    "The ways from an address to a VM or a load balancer, through all that filters on the way.",
  ),
  inner(
    "outscale",
    "sensitivity",
    ["provider", "grouping", "resources", "tiers", "firewall"],
    "Which Nets and data are sensitive, and what leads to them.",
  ),
  inner(
    "outscale",
    "storage",
    ["user-data", "provider", "grouping", "resources", "tiers", "sensitivity"],
    "Where data lie, what encrypts them and what copies them.",
  ),
  inner(
    "outscale",
    "inventory",
    ["provider", "grouping", "resources", "kubernetes", "tiers", "firewall", "sensitivity", "storage"],
    "What stands in a stack, drawn up for a proof or for another stack: nothing of the provider's world builds on it.",
  ),
  inner(
    "outscale",
    "assets",
    ["provider", "grouping", "resources", "kubernetes", "tiers", "programs", "storage"],
    "What a commitment can be claimed for: the ledger asks, and nothing of the provider's world builds on it.",
  ),
];

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Files that need each other can only be read, tested and loaded together.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-folder-cycles",
      comment: "Folders that need each other are one folder in two places: imports run downwards only.",
      severity: "error",
      scope: "folder",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A source file that neither imports nor is imported is a leftover.",
      severity: "error",
      from: { orphan: true, path: SOURCES, pathNot: ["^index[.]ts$", "^src/cli/main[.]ts$"] },
      to: {},
    },
    {
      name: "everything-resolves",
      comment: "An import that leads nowhere here fails at the user's.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "index-is-never-imported",
      comment: "Importing index.ts starts the pack and its gRPC server.",
      severity: "error",
      from: {},
      to: { path: "^index[.]ts$" },
    },
    {
      name: "index-walls",
      comment: "Every preview loads what the pack imports: no command, report, gRPC or parser code starts with it.",
      severity: "error",
      from: { path: "^index[.]ts$" },
      to: { path: OURS, pathNot: "^(src/(pulumi|policy|stack|outscale|config|text)/|policies/)" },
    },

    {
      name: "text-imports-nothing",
      comment: "Sentences in each language are the ground that every room stands on.",
      severity: "error",
      from: { path: "^src/text/" },
      to: { pathNot: "^src/text/" },
    },
    wall("contract", [], "The convention's clauses and commitments are data, true whatever reads them."),
    wall("stack", [], "A graph of resources that knows no provider and no policy, so that every door can fill it."),
    wall(
      "outscale",
      ["stack"],
      "The provider's world stands on the graph alone; a System brings the settings with it.",
    ),
    ...SUBJECTS,
    {
      name: "policy-walls",
      comment: "What a policy is must not depend on the provider, or on how settings and reports are written.",
      severity: "error",
      from: { path: "^src/policy/", pathNot: "^src/policy/ledger/" },
      to: {
        path: OURS,
        pathNot:
          "^src/((policy|contract|stack|text)/|outscale/(provider/(settings|system|accounts-apart)|grouping/names|inventory/(unread|left-out))[.]ts$)",
      },
    },
    {
      name: "ledger-walls",
      comment: "The ledger has a line for each asset that a stack has: it asks the provider's world which these are.",
      severity: "error",
      from: { path: "^src/policy/ledger/" },
      to: {
        path: OURS,
        pathNot: "^src/((policy|contract|stack|text)/|outscale/(index|provider/(settings|system))[.]ts$)",
      },
    },
    {
      name: "policy-takes-the-type-of-the-settings",
      comment:
        "A policy's context carries the shared settings, whose type is derived from their schema; that schema speaks " +
        "of tiers, images and Nets, so it lives with the provider's world. The type crosses the wall, the schema not. " +
        "How a name matches a glob is the provider's nowhere: an exemption names its stacks so. What no policy reads is " +
        "known when all have judged, and only the provider's world can say what it is.",
      severity: "error",
      from: { path: "^src/policy/", pathNot: "^src/policy/ledger/" },
      to: { path: "^src/outscale/", pathNot: "^src/outscale/(grouping/names|inventory/unread)[.]ts$", ...AT_RUN_TIME },
    },
    {
      name: "policies-walls",
      comment: "A policy reads like its clause: judged on the provider's views, never on another policy's verdict.",
      severity: "error",
      from: { path: "^policies/", pathNot: "^policies/index[.]ts$" },
      to: { path: OURS, pathNot: "^src/(policy|outscale|contract|stack|text)/" },
    },
    {
      name: "policies-take-the-types-of-the-graph",
      comment: "Resources reach a policy through the provider's views, which know its oddities.",
      severity: "error",
      from: { path: "^policies/" },
      to: { path: "^src/stack/", ...AT_RUN_TIME },
    },
    {
      name: "policies-index-walls",
      comment: "The list of policies is a list of policies.",
      severity: "error",
      from: { path: "^policies/index[.]ts$" },
      to: { path: OURS, pathNot: "^(policies/|src/policy/)" },
    },
    wall(
      "config",
      ["contract", "policy", "outscale"],
      "Settings are read by what policies declare, for every door alike.",
    ),
    {
      name: "config-takes-the-types-of-the-provider",
      comment:
        "Configuration is checked against schemas, the shared settings' among them, and for itself; views are not its business.",
      severity: "error",
      from: { path: "^src/config/" },
      to: {
        path: "^src/outscale/",
        pathNot: "^src/outscale/provider/(settings|system|accounts-apart)[.]ts$",
        ...AT_RUN_TIME,
      },
    },
    wall("dryrun", ["stack"], "The engine runs any provider's program: schema and data sources are parameters."),
    wall("sources", ["stack", "dryrun", "outscale"], "A source makes a graph; judging it is the next step's, one way."),
    wall(
      "resilience",
      ["contract", "outscale", "policy", "stack"],
      "An estimate counts with the contract's figures over the provider's graph, and judges nothing.",
    ),
    wall(
      "proof",
      ["contract", "outscale", "policy", "stack"],
      "A proof concludes what the verdicts say about what was deployed, and judges nothing itself.",
    ),
    wall("claim", ["contract"], "Incidents are counted against the contract's figures, whatever was deployed."),
    wall(
      "report",
      ["policy", "resilience", "claim", "proof", "contract", "stack", "outscale"],
      "A report shows verdicts and never makes one.",
    ),
    {
      name: "report-takes-the-types-of-the-provider",
      comment: "A proof shows the inventory that it is given; what the provider means by it is not its business.",
      severity: "error",
      from: { path: "^src/report/" },
      to: { path: "^src/outscale/", ...AT_RUN_TIME },
    },
    wall(
      "pulumi",
      ["policies", "policy", "contract", "stack", "outscale", "config"],
      "The adapter is loaded by every preview, so it brings nothing of the command with it.",
    ),
    {
      name: "pulumi-sdk-knows-no-policy",
      comment: "What is done to Pulumi's SDK is fenced in: it works on the SDK alone, so that it can be switched off.",
      severity: "error",
      from: { path: "^src/pulumi/sdk/" },
      to: { path: OURS, pathNot: "^src/pulumi/sdk/" },
    },
    wall(
      "cli",
      [
        "policies",
        "claim",
        "config",
        "contract",
        "dryrun",
        "outscale",
        "policy",
        "proof",
        "report",
        "resilience",
        "sources",
        "stack",
      ],
      "The command has doors of its own; the pack's adapter would load Pulumi's policy SDK for nothing.",
    ),
    {
      name: "tools-walls",
      comment: "The engine is built before anything of ours is, and knows the rest by its files alone.",
      severity: "error",
      from: { path: "^tools/" },
      to: { path: OURS, pathNot: "^tools/" },
    },

    {
      name: "pulumi-at-run-time",
      comment: "Loading Pulumi's SDK costs every start and every test suite 350 ms: elsewhere its types are enough.",
      severity: "error",
      from: { path: ["^src/", "^policies/", "^scripts/", "^bench/"], pathNot: "^src/(pulumi|dryrun)/" },
      to: { path: "(^|/)node_modules/@pulumi/|^sdks/", ...AT_RUN_TIME },
    },
    {
      name: "dryrun-takes-the-protocol",
      comment: "The program runs with its own SDK: of ours the dry run needs the protocol's messages, no more.",
      severity: "error",
      from: { path: "^src/dryrun/" },
      to: { path: "(^|/)node_modules/@pulumi/|^sdks/", pathNot: "node_modules/@pulumi/pulumi/proto/", ...AT_RUN_TIME },
    },
    {
      name: "surroundings",
      comment:
        "Files, processes and the network belong to the doors and to the configuration's loader: what judges is the " +
        "same whatever machine it runs on. Allowed elsewhere is what computes from its arguments alone.",
      severity: "error",
      from: { path: SOURCES, pathNot: ["^src/(cli|sources|dryrun)/", "^src/config/load[^/]*[.]ts$"] },
      to: {
        dependencyTypes: ["core"],
        pathNot: "^(node:)?(buffer|crypto|path|string_decoder|url|util|zlib)$",
      },
    },
    {
      name: "shipped-with-what-it-needs",
      comment: "Whoever installs the package gets no dev dependencies.",
      severity: "error",
      from: { path: SOURCES },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], ...AT_RUN_TIME },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    // Type-only imports cross walls too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["(^|/)node_modules/", "^sdks/"] },
    exclude: { path: ["^(dist|coverage)/", "^test/.*/programs/"] },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["require", "node", "types", "default"] },
  },
};
