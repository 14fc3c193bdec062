import { limitToQualifiedServices } from "../../policies/operations/limit-to-qualified-services";
import { aws, oos, s3 } from "../support/buckets";
import { policySuite } from "../support/policy-suite";
import { untyped } from "../support/resources";

const of = (...names: string[]) =>
  names.map((name) => untyped(`${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`, name));
const ONLY = { settings: { qualified: ["compute"] } };
const said = (name: string, service: string) =>
  `resource ${name} : The service ${service} is used, and is not listed as qualified.` as const;

policySuite(limitToQualifiedServices, {
  compliant: [
    {
      name: "Kubernetes, where the attestation in force names it",
      resources: of("OksProject"),
      shared: {
        attestation: {
          reference: "ANSSI",
          validUntil: "2999-12-31",
          services: ["IaaS", "OUTSCALE Kubernetes as a Service"],
        },
      },
    },
    {
      name: "every service but Kubernetes",
      resources: [
        ...of("Vm", "Volume", "Subnet", "LoadBalancer", "User", "SnapshotExportTask"),
        oos,
        s3("bucketV2:BucketV2", "files"),
      ],
    },
    {
      name: "Kubernetes, where the attestation names it",
      resources: of("OksProject"),
      settings: { qualified: ["kubernetes"] },
    },
  ],
  violation: [
    {
      name: "Kubernetes, once however much of it",
      resources: of("OksProject", "OksCluster", "OksManifest"),
      findings: [said("OksCluster", "kubernetes")],
      needs: [],
    },
    {
      name: "each service that is not named",
      resources: [
        ...of("Vm", "Snapshot", "Net", "LoadBalancerVms", "ApiAccessRule"),
        oos,
        s3("bucketV2:BucketV2", "files"),
      ],
      ...ONLY,
      findings: [
        said("files", "object-storage"),
        said("ApiAccessRule", "identity"),
        said("LoadBalancerVms", "load-balancing"),
        said("Net", "network"),
        said("Snapshot", "storage"),
      ],
      needs: ["oos.endpoints", "oos.endpoints[0]", "oos.endpoints[0].s3"],
    },
  ],
  undetermined: [
    {
      name: "a bucket that may be another cloud's",
      resources: [s3("bucketV2:BucketV2", "files", {}, aws())],
      ...ONLY,
      reasons: ["files: `provider` cannot be judged: a bucket whose provider names no S3 endpoint."],
    },
  ],
  notApplicable: [{ name: "tags alone", resources: of("Tag") }],
});
