import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEnd } from "./before-end";

/** A folder among the system's temporary ones, which is gone when this process is. */
export interface ScratchFolder {
  readonly path: string;
  readonly discard: () => void;
}

export function makeScratchFolder(prefix: string): ScratchFolder {
  const path = mkdtempSync(join(tmpdir(), prefix));
  const remove = (): void => {
    rmSync(path, { recursive: true, force: true });
  };
  const stop = beforeEnd(remove);
  return {
    path,
    discard: () => {
      stop();
      remove();
    },
  };
}
