import { expect, test } from "@jest/globals";
import { POLICIES } from "../../policies";
import { stemOf } from "../../src/outscale/grouping/names";
import type { Resource } from "../../src/stack";
import { ssh, volume, vm } from "../support/builders";
import { judgementOf } from "../support/judgement";
import { resource, stackOf } from "../support/resources";

function snapshot(name: string, id: string, inputs: Record<string, string>): Resource {
  return { ...resource("snapshot:Snapshot", name, inputs), id };
}

function image(name: string, id: string, inputs: Record<string, string>): Resource {
  return { ...resource("image:Image", name, inputs), id };
}

const open = ssh("0.0.0.0/0", "open");
const exported = resource("snapshotExportTask:SnapshotExportTask", "export", {
  snapshotId: "snap-1",
  osuExports: [{ diskImageFormat: "qcow2", osuBucket: "copies" }],
});

test.each<[name: string, resources: Resource[]]>([
  [
    "two snapshots, each a copy of the other",
    [snapshot("a", "snap-1", { sourceSnapshotId: "snap-2" }), snapshot("b", "snap-2", { sourceSnapshotId: "snap-1" })],
  ],
  [
    "a volume, and the snapshot of it that it is made from",
    [snapshot("a", "snap-1", { volumeId: "vol-1" }), { ...volume("data", { snapshotId: "snap-1" }), id: "vol-1" }],
  ],
  [
    "two images, each a copy of the other",
    [image("a", "ami-1", { sourceImageId: "ami-2" }), image("b", "ami-2", { sourceImageId: "ami-1" })],
  ],
  [
    "a VM that starts from the image of itself",
    [image("a", "ami-1", { vmId: "i-1" }), { ...vm("web", { imageId: "ami-1" }), id: "i-1" }],
  ],
])("what is made from itself is not known, and everything is judged: %s", (_name, resources) => {
  const outcomes = judgementOf(stackOf([...resources, exported, open]), POLICIES).outcomes();
  const found = outcomes.filter(({ subject, verdict }) => subject.name === "open" && verdict === "violation");
  expect(found.map(({ policy }) => policy.name)).toContain("no-public-admin-port");
});

test("a name of any length has its stem at once", () => {
  const long = `web${"-1".repeat(200_000)}`;
  expect(stemOf(long, { region: "cloudgouv-eu-west-1", memberWords: [] })).toBe("web");
});
