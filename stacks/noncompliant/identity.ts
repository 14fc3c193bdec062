import * as outscale from "@pulumi/outscale";

// The account's own key, for ever, which calls the API from anywhere and alone.
new outscale.AccessKey("deployment");
new outscale.ApiAccessRule("anywhere", { ipRanges: ["0.0.0.0/1", "128.0.0.0/1"] });
new outscale.ApiAccessPolicy("keys", { requireTrustedEnv: false, maxAccessKeyExpirationSeconds: 0 });

// Whoever has it may do everything.
new outscale.Policy("operators", {
  policyName: "operators",
  document: JSON.stringify({ Statement: [{ Effect: "Allow", Action: ["*"], Resource: ["*"] }] }),
});

// A key of object storage in plain text.
const snapshot = new outscale.Snapshot("handed-over", { volumeId: "vol-12345678" });
new outscale.SnapshotExportTask("handed-over", {
  snapshotId: snapshot.snapshotId,
  osuExports: [
    {
      diskImageFormat: "qcow2",
      osuBucket: "handed-over",
      osuApiKeys: [{ apiKeyId: "EXAMPLE", secretKey: "written-here" }],
    },
  ],
});
