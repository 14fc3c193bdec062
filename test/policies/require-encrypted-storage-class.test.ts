import { requireEncryptedStorageClass } from "../../policies/encryption/require-encrypted-storage-class";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { type AnyInputs, resource } from "../support/resources";

const encrypting = {
  encrypted: "true",
  "csi.storage.k8s.io/node-stage-secret-name": "luks",
  "csi.storage.k8s.io/node-stage-secret-namespace": "kube-system",
};

const typed = (parameters: AnyInputs[string], provisioner = "bsu.csi.outscale.com") =>
  resource("kubernetes:storage.k8s.io/v1:StorageClass", "fast", { provisioner, parameters });

function text(parameters: object, provisioner = "bsu.csi.outscale.com"): string {
  return JSON.stringify({ apiVersion: "storage.k8s.io/v1", kind: "StorageClass", provisioner, parameters });
}

const manifest = (written: string | Unknown) =>
  resource("oksManifest:OksManifest", "classes", { clusterId: "cluster-id", manifest: written });
const group = (inputs: AnyInputs) => resource("kubernetes:yaml/v2:ConfigGroup", "group", inputs);

const clear = 'Volumes of this StorageClass are not encrypted: it does not say `encrypted: "true"`.';
const noKey = "This StorageClass encrypts its volumes, and names no secret that holds the key.";

policySuite(requireEncryptedStorageClass, {
  compliant: [
    {
      name: "one that encrypts, as a resource, as text, in any case",
      resources: [typed(encrypting), manifest(text({ ...encrypting, encrypted: undefined, Encrypted: "true" }))],
    },
    {
      name: "several documents of a group, and objects",
      resources: [
        group({
          yaml: `${text(encrypting)}\n---\n${text(encrypting)}`,
          objs: [
            {
              apiVersion: "storage.k8s.io/v1",
              kind: "StorageClass",
              provisioner: "bsu.csi.outscale.com",
              parameters: encrypting,
            },
          ],
        }),
      ],
    },
  ],
  violation: [
    {
      name: "one in clear, as a resource and as text",
      resources: [typed({ type: "gp2", encrypted: "false" }), manifest(text({ type: "gp2" }))],
      findings: [`part classes manifest: ${clear}`, `resource fast parameters: ${clear}`],
      needs: ["classes.manifest", "fast.provisioner", "fast.parameters", "fast.parameters.encrypted"],
    },
    {
      name: "no key, and a key of a key service",
      resources: [typed({ encrypted: "true", kmsKeyId: "key" })],
      findings: [
        "resource fast parameters: This StorageClass names a `kmsKeyId`, with which the driver makes no volume.",
        `resource fast parameters: ${noKey}`,
      ],
      needs: ["fast.provisioner", "fast.parameters", "fast.parameters.kmsKeyId"],
    },
    {
      name: "the second document of a group, and what a chart adds",
      resources: [
        group({ yaml: `${text(encrypting)}\n---\n${text({})}` }),
        resource("kubernetes:helm.sh/v3:Release", "platform", {
          chart: "platform",
          values: {
            extraObjects: [
              { apiVersion: "storage.k8s.io/v1", kind: "StorageClass", provisioner: "bsu.csi.outscale.com" },
            ],
          },
        }),
      ],
      findings: [`part group yaml: ${clear}`, `part platform values.extraObjects[0].parameters: ${clear}`],
      needs: [
        "group.yaml",
        "platform.values",
        "platform.values.extraObjects[0].kind",
        "platform.values.extraObjects[0].provisioner",
      ],
    },
  ],
  undetermined: [
    {
      name: "manifests that are not known, or no objects",
      resources: [manifest(new Unknown()), group({ yaml: ["- a list"], files: "manifests/*.yaml" })],
      reasons: [
        "classes: `manifest` is not known before deployment.",
        "group: `yaml[0]` cannot be judged: text that is no Kubernetes object in YAML.",
        "group: `files` cannot be judged: manifests in files.",
      ],
    },
    {
      name: "a parameter that is not known",
      resources: [typed({ ...encrypting, encrypted: new Unknown() })],
      reasons: ["fast: `parameters.encrypted` is not known before deployment."],
    },
  ],
  notApplicable: [
    { name: "another driver's class", resources: [typed({}, "cephfs.csi.ceph.com")] },
    {
      name: "the second document of a manifest, which nobody reads",
      resources: [manifest(`kind: Namespace\n---\n${text({})}`)],
    },
    {
      name: "a group whose objects are the stack's",
      resources: [group({ files: "manifests/*.yaml" }), { ...typed({}, "cephfs.csi.ceph.com"), parent: group({}).urn }],
    },
  ],
});
