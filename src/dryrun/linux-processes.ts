import { readdirSync, readFileSync } from "node:fs";

/** A process that has not ended, as Linux lists it. */
interface ListedProcess {
  readonly pid: number;
  readonly parent: number;
  /** The process that began its session: nobody can join a session from outside. */
  readonly session: number;
}

/** The processes of a session, the one that began it first; only this one where there is no `/proc`. */
export function* listSession(leader: number): Generator<number> {
  yield leader;
  for (const { pid, session } of listProcesses()) if (session === leader && pid !== leader) yield pid;
}

/**
 * A process and those that came of it: of its session, with its mark in their environment, or started by one of them.
 * One that left the session, took the mark away and lost its parent is not found; nothing is where there is no `/proc`.
 * @param mark as it stands in the environment, `NAME=value`
 */
export function findFamily(leader: number, mark: string): number[] {
  const rest = new Set(listProcesses().filter(({ pid }) => pid !== process.pid));
  const found = new Set<number>();
  const isOurs = ({ pid, parent, session }: ListedProcess): boolean =>
    session === leader || found.has(parent) || hasMark(pid, mark);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const each of rest) {
      if (!isOurs(each)) continue;
      found.add(each.pid);
      rest.delete(each);
    }
  }
  return [...found];
}

function listProcesses(): ListedProcess[] {
  let names: string[];
  try {
    names = readdirSync("/proc");
  } catch {
    return [];
  }
  return names.filter((name) => /^\d+$/.test(name)).flatMap((name) => readProcess(Number(name)) ?? []);
}

function readProcess(pid: number): ListedProcess | undefined {
  const stat = readOf(pid, "stat");
  // The name stands in parentheses and may hold any character; the state comes next.
  const [state, parent, , session] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (state === undefined || session === undefined || /^[ZXx]$/.test(state)) return undefined;
  return { pid, parent: Number(parent), session: Number(session) };
}

function hasMark(pid: number, mark: string): boolean {
  return readOf(pid, "environ").split("\0").includes(mark);
}

/** Empty for a process that has ended meanwhile, or is another user's. */
function readOf(pid: number, file: "stat" | "environ"): string {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, "utf8");
  } catch {
    return "";
  }
}
