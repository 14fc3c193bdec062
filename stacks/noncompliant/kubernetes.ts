import * as outscale from "@pulumi/outscale";

const project = new outscale.OksProject("legacy", { region: "cloudgouv-eu-west-1", cidr: "10.50.0.0/18" });

// One master, in one Subregion, and an API for everybody.
const cluster = new outscale.OksCluster("legacy", {
  projectId: project.id,
  adminWhitelists: ["0.0.0.0/0"],
  cidrPods: "10.91.0.0/16",
  cidrService: "10.92.0.0/16",
  version: "1.32",
  controlPlanes: "cp.mono.master",
});

// Nodes for two Subregions of three, which nothing replaces. The second document is never read.
new outscale.OksManifest("workers", {
  clusterId: cluster.id,
  manifest: `apiVersion: oks.dev/v1beta2
kind: NodePool
metadata:
  name: workers-ab
spec:
  desiredNodes: 2
  nodeType: tinav6.c4r8p2
  zones: [cloudgouv-eu-west-1a, cloudgouv-eu-west-1b]
---
apiVersion: oks.dev/v1beta2
kind: NodePool
metadata:
  name: workers-c
spec:
  desiredNodes: 1
  nodeType: tinav6.c4r8p2
  zones: [cloudgouv-eu-west-1c]
`,
});
