import { requireOksNodesInEverySubregion } from "../../policies/availability/require-oks-nodes-in-every-subregion";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource } from "../support/resources";

const project = resource("oksProject:OksProject", "project", { region: "cloudgouv-eu-west-1" });
const cluster = resource("oksCluster:OksCluster", "shop", { projectId: from(project) });
const other = resource("oksCluster:OksCluster", "other", { projectId: from(project) });
const trial = resource("oksCluster:OksCluster", "trial", { projectId: from(project), tags: { environment: "dev" } });

function manifest(name: string, text: string | Unknown, of: Resource = cluster) {
  return resource("oksManifest:OksManifest", name, { clusterId: from(of), manifest: text });
}

function poolText(name: string, letters: string, more = "autoHealing: true") {
  return `apiVersion: oks.dev/v1beta2
kind: NodePool
metadata:
  name: ${name}
spec:
  desiredNodes: 3
  zones: [${Array.from(letters)
    .map((letter) => `cloudgouv-eu-west-1${letter}`)
    .join(", ")}]
  ${more}
`;
}

function pool(name: string, letters: string, of = cluster) {
  return manifest(name, poolText(name, letters), of);
}

const GROWING = `spec:
  autoscaling: true
  desiredNodes: 1
  minNodes: 1
  maxNodes: 9
  autoHealing: true
  zones: [cloudgouv-eu-west-1a, cloudgouv-eu-west-1b, cloudgouv-eu-west-1c]
`;
const base = [project, cluster];
const noObject = "`manifest` cannot be judged: it does not begin with one Kubernetes object in YAML.";

policySuite(requireOksNodesInEverySubregion, {
  compliant: [
    { name: "one pool in all Subregions", resources: [...base, pool("workers", "abc")] },
    {
      name: "one pool for each Subregion, beside a pool that is complete by itself",
      resources: [...base, pool("workers-a", "a"), pool("workers-b", "b"), pool("workers-c", "c"), pool("gpu", "abc")],
    },
    {
      name: "JSON, YAML 1.1, and a pool without nodes",
      resources: [
        ...base,
        manifest("yes", poolText("workers", "abc", "autoHealing: yes")),
        manifest(
          "json",
          JSON.stringify({
            apiVersion: "oks.dev/v1beta2",
            kind: "NodePool",
            spec: { autoHealing: true, zones: ["a", "b", "c"].map((letter) => `cloudgouv-eu-west-1${letter}`) },
          }),
        ),
        manifest("idle", poolText("idle", "a").replace("desiredNodes: 3", "desiredNodes: 0")),
      ],
    },
    {
      name: "a pool that grows from few nodes",
      resources: [...base, manifest("workers", poolText("workers", "abc").replace(/spec:[^]*/, GROWING))],
    },
  ],
  violation: [
    {
      name: "two Subregions of three",
      resources: [...base, pool("workers-a", "a"), pool("workers-b", "b"), pool("gpu", "abc")],
      findings: [
        "tier workers : This node pool has no node in cloudgouv-eu-west-1c. It consists of workers-a and workers-b.",
      ],
      needs: ["workers-a.manifest", "workers-b.manifest", "gpu.manifest"],
    },
    {
      name: "the same name in two clusters",
      resources: [...base, other, pool("workers-a", "ab"), pool("workers-c", "abc", other)],
      findings: ["tier workers : This node pool has no node in cloudgouv-eu-west-1c. It consists of workers-a."],
      needs: ["workers-a.manifest", "workers-c.manifest"],
    },
    {
      name: "documents after the first, which nobody reads",
      resources: [...base, manifest("all", `${poolText("workers-a", "a")}---\n${poolText("workers-b", "bc")}`)],
      findings: [
        "tier workers : This node pool has no node in cloudgouv-eu-west-1b and cloudgouv-eu-west-1c. It consists of workers-a.",
      ],
      needs: ["all.manifest"],
    },
    {
      name: "a pool that names no Subregion, and does not heal",
      resources: [...base, manifest("bare", "apiVersion: oks.dev/v1beta2\nkind: NodePool\n")],
      findings: [
        "resource bare manifest: This node pool does not replace broken nodes: `autoHealing` is not true.",
        "tier bare : This node pool has no node in cloudgouv-eu-west-1a, cloudgouv-eu-west-1b and cloudgouv-eu-west-1c. It consists of bare.",
      ],
      needs: ["bare.manifest"],
    },
    {
      name: "fewer nodes than Subregions",
      resources: [...base, manifest("few", poolText("few", "abc").replace("desiredNodes: 3", "desiredNodes: 2"))],
      findings: ["resource few manifest: This node pool has 2 of the 3 nodes that its Subregions need."],
      needs: ["few.manifest"],
    },
    {
      name: "a pool that does not heal, beside a manifest that is not known",
      resources: [
        ...base,
        manifest("sick", poolText("sick", "a", "autoHealing: false")),
        { ...manifest("later", new Unknown()), propertyDependencies: {} },
      ],
      findings: ["resource sick manifest: This node pool does not replace broken nodes: `autoHealing` is not true."],
      needs: ["sick.manifest"],
    },
    {
      name: "a cluster for production in a project for development",
      resources: [
        resource("oksProject:OksProject", "project", { tags: { environment: "dev" } }),
        resource("oksCluster:OksCluster", "shop", { projectId: from(project), tags: { environment: "prod" } }),
        pool("workers", "ab"),
      ],
      findings: ["tier workers : This node pool has no node in cloudgouv-eu-west-1c. It consists of workers."],
      needs: ["shop.tags.environment", "workers.manifest"],
    },
  ],
  undetermined: [
    {
      name: "a manifest that is not known, and a pool that it may complete",
      resources: [...base, pool("workers-a", "a"), manifest("later", new Unknown())],
      reasons: [
        "later: `manifest` is not known before deployment.",
        'workers: `manifest` of "later" is not known before deployment.',
      ],
    },
    {
      name: "what is no Kubernetes object",
      resources: [
        ...base,
        manifest("broken", "kind: [NodePool"),
        manifest("empty", ""),
        manifest("list", "apiVersion: v1\nkind: List\nitems: []\n"),
        manifest("text", "NodePool"),
        manifest("bomb", `l0: &l0 [x]\n${bomb()}`),
      ],
      reasons: [
        `bomb: ${noObject}`,
        `broken: ${noObject}`,
        `empty: ${noObject}`,
        `list: ${noObject}`,
        `text: ${noObject}`,
      ],
    },
    {
      name: "a pool of a cluster that is not in the stack",
      resources: [
        resource("oksManifest:OksManifest", "workers", { clusterId: "id", manifest: poolText("workers", "ab") }),
      ],
      reasons: ["workers: `clusterId` leads out of this stack."],
    },
    {
      name: "a pool of one of two clusters, which may complete the other's",
      resources: [
        ...base,
        other,
        pool("workers-a", "ab"),
        resource("oksManifest:OksManifest", "workers-c", {
          clusterId: from(cluster, other),
          manifest: poolText("workers-c", "c"),
        }),
      ],
      reasons: [
        'workers: `clusterId` of "workers-c" is not known before deployment; possible: "other", "shop".',
        'workers: `clusterId` is not known before deployment; possible: "other", "shop".',
      ],
    },
    {
      name: "a part of a system whose other part was not given",
      resources: [...base, pool("workers-a", "a")],
      shared: { part: { of: "shop", siblings: ["nodes/prod"] } },
      reasons: ["workers: Another part of shop (nodes/prod) may have other pools of these nodes, and was not given."],
    },
  ],
  notApplicable: [
    {
      name: "another kind of object, and another maker's node pool",
      resources: [
        ...base,
        manifest("app", "apiVersion: apps/v1\nkind: Deployment\n"),
        manifest("karpenter", "apiVersion: karpenter.sh/v1\nkind: NodePool\n"),
      ],
    },
    { name: "a cluster for development", resources: [project, trial, pool("workers", "a", trial)] },
  ],
});

/** Aliases that multiply. */
function bomb() {
  const lines = [1, 2, 3, 4, 5, 6, 7, 8].map(
    (level) => `l${String(level)}: &l${String(level)} [${`*l${String(level - 1)},`.repeat(9)}]`,
  );
  return lines.join("\n");
}
