import { isBlocking, type Report } from "../report";

/** The weakest level whose violation makes the command fail. */
export const FAIL_ON = ["mandatory", "advisory", "never"] as const;

/** Which results make the command fail; wrong input always does. */
export interface ExitOptions {
  readonly failOn: (typeof FAIL_ON)[number];
  readonly strict?: boolean;
  readonly allowEmpty?: boolean;
}

/** The exit code: 1 for a violation that fails, 4 when nothing was judged, 3 for an undetermined verdict that fails. */
export function chooseExitCode({ findings, summary, isEmpty }: Report, options: ExitOptions): number {
  const { failOn, strict, allowEmpty } = options;
  const failing = findings.some(
    ({ verdict, level }) =>
      verdict === "violation" && failOn !== "never" && (failOn === "advisory" || isBlocking(level)),
  );
  if (failing) return 1;
  if (isEmpty && allowEmpty !== true) return 4;
  return strict === true && summary.undetermined > 0 ? 3 : 0;
}
