import * as outscale from "@pulumi/outscale";
import { archiveBucket } from "./settings";
import { tags } from "./tags";

/**
 * Copies a replica's volume to object storage, away from where volumes live: a new label makes a new copy, and the
 * former ones stay in the bucket. The scheduled backups are not made here: a program that takes a snapshot takes it once.
 */
export function makeArchive(label: string, volume: outscale.Volume): void {
  const name = `archive-${label}`;
  const snapshot = new outscale.Snapshot(name, { volumeId: volume.volumeId, tags: tags(name) });
  new outscale.SnapshotExportTask(name, {
    snapshotId: snapshot.snapshotId,
    osuExports: [{ diskImageFormat: "qcow2", osuBucket: archiveBucket, osuPrefix: `${name}/` }],
    tags: tags(name),
  });
}
