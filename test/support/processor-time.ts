/** Milliseconds of this process's own processor time: the same however busy the machine is. */
export function processorTime(run: () => void): number {
  const started = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
