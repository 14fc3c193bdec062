import { requireRegionalExport } from "../../policies/locality/require-regional-export";
import { Unknown } from "../../src/stack";
import { image } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { resource } from "../support/resources";

const REGION = "https://oos.cloudgouv-eu-west-1.outscale.com";

function snapshot(fileLocation: string | Unknown) {
  return resource("snapshot:Snapshot", "copy", { fileLocation, snapshotSize: 10 });
}

const said = "Its data is at a host that is neither the region's object storage nor a recovery site.";

policySuite(requireRegionalExport, {
  compliant: [
    { name: "the region's object storage", resources: [snapshot(`${REGION}/copies/a.qcow2?X-Amz-Signature=0`)] },
    {
      name: "a bucket in the host's name",
      resources: [snapshot("https://copies.oos.cloudgouv-eu-west-1.outscale.com/a.qcow2")],
    },
    {
      name: "a recovery site",
      resources: [snapshot("https://Backup.example.com:8443/a.qcow2")],
      shared: { recoverySites: ["backup.example.com"] },
    },
  ],
  violation: [
    {
      name: "another host",
      resources: [snapshot("https://backup.example.com/a.qcow2")],
      findings: [`part copy fileLocation: ${said}`],
      needs: ["copy.fileLocation"],
    },
    {
      name: "another region, for an image and its export",
      resources: [
        image("golden", { fileLocation: "https://oos.eu-west-2.outscale.com/images/golden.xml" }),
        resource("imageExportTask:ImageExportTask", "golden", {
          osuExports: [{ osuBucket: "images", osuManifestUrl: "https://oos.eu-west-2.outscale.com/images/golden.xml" }],
        }),
      ],
      findings: [`part golden fileLocation: ${said}`, `part golden osuExports[0].osuManifestUrl: ${said}`],
      needs: [
        "golden.fileLocation",
        "golden.osuExports",
        "golden.osuExports[0]",
        "golden.osuExports[0].osuManifestUrl",
      ],
    },
    {
      name: "a host that only looks like the region's",
      resources: [snapshot("https://oos.cloudgouv-eu-west-1.outscale.com.example.com/a.qcow2")],
      findings: [`part copy fileLocation: ${said}`],
      needs: ["copy.fileLocation"],
    },
  ],
  undetermined: [
    {
      name: "a place that comes with the deployment",
      resources: [snapshot(new Unknown())],
      reasons: ["copy: `fileLocation` is not known before deployment."],
    },
    {
      name: "text that is no URL",
      resources: [snapshot("copies/a.qcow2")],
      reasons: ["copy: `fileLocation` cannot be judged: text that is no URL."],
    },
  ],
  notApplicable: [
    {
      name: "exports to a bucket by its name, which is the region's",
      resources: [resource("snapshotExportTask:SnapshotExportTask", "copy", { osuExports: [{ osuBucket: "copies" }] })],
    },
    {
      name: "a snapshot of a volume",
      resources: [resource("snapshot:Snapshot", "copy", { volumeId: "vol-12345678" })],
    },
  ],
});
