import { noObjectStorageVolume } from "../../policies/object-storage/no-object-storage-volume";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { type AnyInputs, resource, untyped } from "../support/resources";

const kubernetes = (type: string, name: string, inputs: AnyInputs) => untyped(`kubernetes:${type}`, name, inputs);
const manifest = (text: string | Unknown) =>
  resource("oksManifest:OksManifest", "app", { clusterId: "cluster-id", manifest: text });
const chart = (name: string | Unknown, inputs: AnyInputs = {}) =>
  kubernetes("helm.sh/v4:Chart", "chart", { chart: name, ...inputs });

policySuite(noObjectStorageVolume, {
  compliant: [
    {
      name: "Outscale's driver, and others",
      resources: [
        kubernetes("storage.k8s.io/v1:StorageClass", "fast", { provisioner: "bsu.csi.outscale.com" }),
        kubernetes("core/v1:PersistentVolume", "data", { spec: { csi: { driver: "bsu.csi.outscale.com" } } }),
        kubernetes("storage.k8s.io/v1:CSIDriver", "nfs", { metadata: { name: "nfs.csi.k8s.io" } }),
        chart("osc-bsu-csi-driver"),
      ],
    },
    { name: "a chart that speaks to the API", resources: [chart("velero"), { ...chart("loki-s3"), name: "loki" }] },
  ],
  violation: [
    {
      name: "a class, a volume and a driver for buckets",
      resources: [
        kubernetes("storage.k8s.io/v1:StorageClass", "buckets", { provisioner: "ru.yandex.s3.csi" }),
        kubernetes("core/v1:PersistentVolume", "media", { spec: { csi: { driver: "s3.csi.aws.com" } } }),
        kubernetes("storage.k8s.io/v1:CSIDriver", "driver", { metadata: { name: "ch.ctrox.csi.s3-driver" } }),
        kubernetes("core/v1:PersistentVolume", "old", { spec: { flexVolume: { driver: "example.com/goofys" } } }),
        manifest("apiVersion: storage.k8s.io/v1\nkind: StorageClass\nprovisioner: csi.juicefs.com\n"),
      ],
      findings: [
        "part app manifest: The StorageClass makes volumes of buckets.",
        "resource media spec.csi.driver: The PersistentVolume is a bucket.",
        "resource old spec.flexVolume.driver: The PersistentVolume is a bucket.",
        "resource driver metadata.name: A driver that makes volumes of buckets is installed.",
        "resource buckets provisioner: The StorageClass makes volumes of buckets.",
      ],
      needs: [
        "app.manifest",
        "buckets.provisioner",
        "media.spec.csi.driver",
        "old.spec.flexVolume.driver",
        "driver.metadata.name",
      ],
    },
    {
      name: "a volume of a DaemonSet's pods, beside one that is not known",
      resources: [
        kubernetes("apps/v1:DaemonSet", "agents", {
          spec: {
            template: {
              spec: { volumes: [{ csi: { driver: new Unknown() } }, { csi: { driver: "s3.csi.scality.com" } }] },
            },
          },
        }),
      ],
      findings: ["resource agents spec.template.spec.volumes[1].csi.driver: A volume of its pods is a bucket."],
      needs: ["agents.spec.template.spec.volumes[1].csi.driver"],
    },
    {
      name: "charts of such drivers, and what a chart is told to add",
      resources: [
        chart("aws-mountpoint-s3-csi-driver", {
          values: {
            objects: [{ apiVersion: "v1", kind: "PersistentVolume", spec: { csi: { driver: "csi-rclone" } } }],
          },
        }),
        { ...chart("oci://registry.example.com/charts/csi-s3"), name: "yandex", urn: `${chart("").urn}-2` },
      ],
      findings: [
        "part chart values.objects[0].spec.csi.driver: The PersistentVolume is a bucket.",
        "resource chart chart: The chart installs a driver that makes volumes of buckets.",
        "resource yandex chart: The chart installs a driver that makes volumes of buckets.",
      ],
      needs: ["chart.chart", "chart.values.objects[0].kind", "chart.values.objects[0].spec.csi.driver", "yandex.chart"],
    },
  ],
  undetermined: [
    {
      name: "a manifest, and a chart, that are not known",
      resources: [manifest(new Unknown()), chart(new Unknown())],
      reasons: ["app: `manifest` is not known before deployment.", "chart: `chart` is not known before deployment."],
    },
    {
      name: "text that is no object",
      resources: [manifest("- a list")],
      reasons: ["app: `manifest` cannot be judged: it does not begin with one Kubernetes object in YAML."],
    },
  ],
  notApplicable: [
    { name: "a node pool", resources: [manifest("apiVersion: oks.dev/v1beta2\nkind: NodePool\n")] },
    { name: "pods without volumes", resources: [kubernetes("core/v1:Pod", "web", { spec: { containers: [] } })] },
  ],
});
