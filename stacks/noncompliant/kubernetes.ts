import * as outscale from "@pulumi/outscale";

const project = new outscale.OksProject("legacy", { region: "cloudgouv-eu-west-1", cidr: "10.50.0.0/18" });

// One master, in one Subregion.
new outscale.OksCluster("legacy", {
  projectId: project.id,
  adminWhitelists: ["203.0.113.7/32"],
  cidrPods: "10.91.0.0/16",
  cidrService: "10.92.0.0/16",
  version: "1.32",
  controlPlanes: "cp.mono.master",
});
