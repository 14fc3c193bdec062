const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

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
