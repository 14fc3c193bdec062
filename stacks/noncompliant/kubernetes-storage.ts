import * as pulumi from "@pulumi/pulumi";

// What the Kubernetes provider's SDK makes, without its package.
class Resource extends pulumi.CustomResource {}

// In clear.
new Resource("kubernetes:storage.k8s.io/v1:StorageClass", "fast", {
  metadata: { name: "fast" },
  provisioner: "bsu.csi.outscale.com",
  parameters: { type: "gp2" },
});

// A bucket as a disk.
new Resource("kubernetes:core/v1:PersistentVolume", "media", {
  metadata: { name: "media" },
  spec: { capacity: { storage: "1Ti" }, csi: { driver: "s3.csi.aws.com", volumeHandle: "media" } },
});
