import { requireRegionalSensitiveData } from "../../policies/locality/require-regional-sensitive-data";
import { Unknown } from "../../src/stack";
import { aws, oos, s3 } from "../support/buckets";
import { image, loadBalancer, vm, volume } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { type AnyInputs, from, resource, tags, untyped, type Written } from "../support/resources";
import { netOf } from "../support/sensitive";

const sensitive = { sensitivity: "sensitive" };
const paris = aws(undefined, "paris", { region: "eu-west-3" });
const abroad = aws([{ s3: "https://oos.eu-west-2.outscale.com" }], "abroad");
const bucket = (name: string, inputs: AnyInputs, provider = paris) => s3("bucketV2:BucketV2", name, inputs, provider);
const kept = "It holds sensitive data, outside the region.";

/** A sensitive volume, its snapshot, and an export of that to a bucket. */
function exported(to: Written) {
  const data = volume("records", { tags: tags(sensitive) });
  const copy = resource("snapshot:Snapshot", "nightly", { volumeId: from(data) });
  const task = untyped("outscale:index/snapshotExportTask:SnapshotExportTask", "export", {
    snapshotId: from(copy),
    osuExports: [{ diskImageFormat: "qcow2", osuBucket: to }],
  });
  return [data, copy, task];
}

/** A sensitive load balancer whose access log is written to a bucket. */
function logged(to: Written, isEnabled = true) {
  const entry = loadBalancer("entry", { tags: tags(sensitive) });
  const attributes = untyped("outscale:index/loadBalancerAttributes:LoadBalancerAttributes", "log", {
    loadBalancerName: from(entry),
    accessLog: { isEnabled, osuBucketName: to, publicationInterval: 60 },
  });
  return [entry, attributes];
}

policySuite(requireRegionalSensitiveData, {
  compliant: [
    {
      name: "sensitive data, exports and access logs in the region",
      resources: [
        oos,
        bucket("files", { tags: sensitive }, oos),
        bucket("backups", {}, oos),
        bucket("logs", {}, oos),
        ...exported(from(bucket("backups", {}, oos))),
        ...logged(from(bucket("logs", {}, oos))),
        image("golden", {
          fileLocation: "https://oos.cloudgouv-eu-west-1.outscale.com/images/golden.xml",
          tags: tags(sensitive),
        }),
        vm("db", { tags: tags(sensitive), placementSubregionName: "cloudgouv-eu-west-1b" }),
      ],
    },
  ],
  violation: [
    {
      name: "buckets of AWS and of another region of Outscale's, whatever the recovery sites",
      resources: [paris, abroad, bucket("files", { tags: sensitive }), bucket("copies", { tags: sensitive }, abroad)],
      shared: { recoverySites: ["aws:eu-west-3", "outscale:eu-west-2"] },
      findings: [`resource copies provider: ${kept}`, `resource files provider: ${kept}`],
      needs: ["paris.region", "abroad.endpoints[0].s3", "files.tags.sensitivity", "copies.tags.sensitivity"],
    },
    {
      name: "exports and access logs of sensitive systems in buckets abroad, of whatever class",
      resources: [
        paris,
        bucket("backups", { tags: { sensitivity: "public" } }),
        bucket("logs", {}),
        ...exported(from(bucket("backups", {}))),
        ...logged(from(bucket("logs", {}))),
      ],
      findings: [
        "resource backups provider: Sensitive data are written to it, outside the region, by export.",
        "resource logs provider: Sensitive data are written to it, outside the region, by log.",
      ],
      needs: [
        ...["paris.region", "records.tags[0].key", "records.tags[0].value", "nightly.volumeId", "export.snapshotId"],
        ...["entry.tags[0].key", "entry.tags[0].value", "log.loadBalancerName"],
        ...["log.accessLog.isEnabled", "log.accessLog.osuBucketName"],
      ],
    },
    {
      name: "an image, a snapshot and the export of an image at other hosts",
      resources: [
        image("golden", { fileLocation: "https://images.example.com/golden.xml", tags: tags(sensitive) }),
        resource("snapshot:Snapshot", "copy", {
          fileLocation: "https://backup.example.com/a.qcow2",
          snapshotSize: 10,
          tags: tags(sensitive),
        }),
        resource("imageExportTask:ImageExportTask", "export", {
          imageId: from(image("golden")),
          osuExports: [{ osuBucket: "images", osuManifestUrl: "https://oos.eu-west-2.outscale.com/golden.xml" }],
        }),
      ],
      shared: { recoverySites: ["backup.example.com"] },
      findings: [
        `part golden fileLocation: ${kept}`,
        `part export osuExports[0].osuManifestUrl: ${kept}`,
        `part copy fileLocation: ${kept}`,
      ],
      needs: [
        ...["golden.fileLocation", "golden.tags[0].key", "golden.tags[0].value"],
        ...["copy.fileLocation", "copy.tags[0].key", "copy.tags[0].value"],
        ...["export.imageId", "export.osuExports[0].osuManifestUrl"],
      ],
    },
    {
      name: "a disk and a database of other clouds, and a volume in another region",
      resources: [
        untyped("aws:ebs/volume:Volume", "disk", { tags: sensitive }, { provider: paris.urn }),
        untyped("gcp:sql/databaseInstance:DatabaseInstance", "records", { labels: sensitive }),
        volume("away", { subregionName: "eu-west-2a", tags: tags(sensitive) }),
      ],
      shared: { recoverySites: ["aws:eu-west-3"] },
      findings: [`resource away : ${kept}`, `resource disk : ${kept}`, `resource records : ${kept}`],
      needs: [
        "disk.tags.sensitivity",
        "records.labels.sensitivity",
        "away.subregionName",
        "away.tags[0].key",
        "away.tags[0].value",
      ],
    },
  ],
  undetermined: [
    {
      name: "a bucket abroad that nothing classifies, beside sensitive data",
      resources: [netOf("records", "sensitive"), paris, bucket("copies", {})],
      reasons: ["copies: `tags` cannot be judged: something without a `sensitivity` tag, beside sensitive data."],
    },
    {
      name: "a sensitive bucket of a provider that names neither endpoint nor region",
      resources: [aws(undefined, "lone"), bucket("files", { tags: sensitive }, aws(undefined, "lone"))],
      reasons: ["files: `provider` cannot be judged: a bucket whose provider names no S3 endpoint."],
    },
    {
      name: "a class that comes with the deployment",
      resources: [paris, bucket("files", { tags: { sensitivity: new Unknown() } })],
      reasons: ['files: `tags["sensitivity"]` is not known before deployment.'],
    },
    {
      name: "an export of sensitive data to a place that is not known, beside a bucket abroad",
      resources: [paris, bucket("backups", { tags: { sensitivity: "public" } }), ...exported(new Unknown())],
      reasons: ['backups: `osuExports[0].osuBucket` of "export" is not known before deployment.'],
    },
    {
      name: "an export, to a bucket abroad, of a snapshot of another stack",
      resources: [
        paris,
        bucket("backups", { tags: { sensitivity: "internal" } }),
        resource("snapshotExportTask:SnapshotExportTask", "export", {
          snapshotId: "snap-12345678",
          osuExports: [{ diskImageFormat: "qcow2", osuBucket: from(bucket("backups", {})) }],
        }),
      ],
      reasons: ['backups: `snapshotId` of "export" leads out of this stack.'],
    },
  ],
  notApplicable: [
    {
      name: "data of another class abroad, and an access log that is turned off",
      resources: [
        netOf("shop", "internal"),
        paris,
        bucket("files", { tags: { sensitivity: "internal" } }),
        ...logged(from(bucket("files", {})), false).slice(1),
      ],
    },
    {
      name: "what nothing classifies, where nothing is sensitive",
      resources: [netOf("shop", "internal"), untyped("gcp:sql/databaseInstance:DatabaseInstance", "copies", {})],
    },
    {
      name: "what nothing classifies, where the setting speaks for it",
      resources: [netOf("records", "sensitive"), untyped("gcp:sql/databaseInstance:DatabaseInstance", "copies", {})],
      shared: { classification: { default: "internal" } },
    },
  ],
});
