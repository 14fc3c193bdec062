const LOOKED_AT_EVERY_MS = 500;

/**
 * Ends the pack's process once the engine that started it is gone.
 *
 * Gains: an engine that is killed leaves each pack behind, with its port open, for as long as the machine runs.
 * What is used: a process whose parent has ended gets another one, on Linux and macOS. On Windows it keeps the number.
 * Breaks: `test/pulumi/pack.test.ts`.
 * Off: leave its call out of the `index.ts` at the root.
 */
export function endWithEngine(): void {
  const engine = process.ppid;
  setInterval(() => {
    if (process.ppid !== engine) process.exit();
  }, LOOKED_AT_EVERY_MS).unref();
}
