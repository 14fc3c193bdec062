import * as outscale from "@pulumi/outscale";
import { archiveBucket } from "./settings";
import { tags } from "./tags";

/** Copies a replica's volume, which its own encryption covers, to object storage: a new label makes a new copy. */
export function makeArchive(label: string, volume: outscale.Volume): void {
  const name = `archive-${label}`;
  const snapshot = new outscale.Snapshot(name, { volumeId: volume.volumeId, tags: tags(name) });
  new outscale.SnapshotExportTask(name, {
    snapshotId: snapshot.snapshotId,
    osuExports: [{ diskImageFormat: "qcow2", osuBucket: archiveBucket, osuPrefix: `${name}/` }],
    tags: tags(name),
  });
}
