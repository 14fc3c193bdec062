/** Those that end a process unless it hears them; Windows knows the first alone. */
const SIGNALS: readonly NodeJS.Signals[] = [
  ...(["SIGINT", "SIGTERM", "SIGHUP"] as const),
  ...(process.platform === "win32" ? [] : (["SIGQUIT", "SIGXCPU", "SIGALRM", "SIGUSR2", "SIGABRT"] as const)),
];

/**
 * Does something before this process ends, be it by itself or by a signal, which it then obeys.
 * @returns what stops that
 */
export function beforeEnd(act: () => void): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    act();
    stop();
    process.kill(process.pid, signal);
  };
  const stop = (): void => {
    process.off("exit", act);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  process.on("exit", act);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return stop;
}
