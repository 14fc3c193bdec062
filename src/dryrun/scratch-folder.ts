import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEnd } from "./before-end";

/** A folder that is gone when this process is. */
export interface ScratchFolder {
  readonly path: string;
  readonly discard: () => void;
}

/**
 * Makes one.
 * @param prefix what its name begins with
 * @param parent where it stands: among the system's temporary folders unless given
 */
export function makeScratchFolder(prefix: string, parent = tmpdir()): ScratchFolder {
  const path = mkdtempSync(join(parent, prefix));
  const remove = (): void => {
    rmSync(path, { recursive: true, force: true });
  };
  const stop = beforeEnd(remove);
  return {
    path,
    discard: () => {
      remove();
      stop();
    },
  };
}
