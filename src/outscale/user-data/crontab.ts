import { splitLines, type SourceText, toSourceText } from "./source-text";

/** Where the lines given to the `crontab` command end up. */
export const USER_CRONTAB = "/var/spool/cron/root";

/** True for a file of which each line is a time and a command. */
export function isCrontab(path: string): boolean {
  return path === "/etc/crontab" || path.startsWith("/etc/cron.d/") || path.startsWith("/var/spool/cron/");
}

/** The commands of a crontab; the system's name the user who runs them, a user's own does not. */
export function readCrontab(path: string, content: SourceText): SourceText[] {
  const entry = path.startsWith("/etc/")
    ? /^\s*(?:@\w+|(?:[\d*][^\s]*\s+){4}[\d*]\S*)\s+\S+\s+(.+)$/
    : /^\s*(?:@\w+|(?:[\d*][^\s]*\s+){4}[\d*]\S*)\s+(.+)$/;
  return splitLines(content).flatMap(({ text, line }) => {
    const command = entry.exec(text)?.[1];
    return command === undefined ? [] : [toSourceText(command, line, line)];
  });
}
