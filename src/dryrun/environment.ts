/** What a program on Windows cannot start without, or find its user's folders: HOME of the other systems. */
const WINDOWS = ["SystemRoot", "SystemDrive", "ComSpec", "PATHEXT", "TEMP", "TMP", "USERPROFILE", "LOCALAPPDATA"];
const NEEDED = ["PATH", "HOME", ...(process.platform === "win32" ? WINDOWS : [])];

/**
 * What a program gets of our own environment, beside what its run sets.
 * @param names the variables that it gets beyond those every program needs; all of them unless given
 */
export function inheritEnvironment(names: readonly string[] | undefined): NodeJS.ProcessEnv {
  if (names === undefined) return { ...process.env };
  return Object.fromEntries([...NEEDED, ...names].map((name) => [name, process.env[name]]));
}
