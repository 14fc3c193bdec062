import { createColors } from "picocolors";
import { POLICIES } from "../../policies";
import { findClosest, findConfiguration, loadConfiguration } from "../config";
import { PACK_POLICIES, type PolicyMetadata } from "../policy";
import { formatJsonReport, formatTextReport } from "../report";
import { type Language, UserError } from "../text";
import { type AskedOptions, readAsked } from "./asked";
import { describeOptions } from "./changed-settings";
import { reportOn } from "./check-report";
import { chooseExitCode, type ExitOptions } from "./exit-code";
import { withoutSecrets } from "./masked";
import { openOutput } from "./output";

/** The formats of a report and of a proof. */
export const FORMATS = ["text", "json"] as const;
/** The options of `check`, as the command line has them. */
export interface CheckOptions extends AskedOptions, ExitOptions {
  readonly config?: string;
  readonly policy?: readonly string[];
  readonly without?: readonly string[];
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
}

/** The language, date, terminal and streams of the process that a command runs in. */
export interface CommandEnvironment {
  readonly language: Language;
  /** The evaluation date, `2026-01-31`. */
  readonly today: string;
  /** Whether the standard output is a terminal that shows colours. */
  readonly colored: boolean;
  readonly standardInput: AsyncIterable<Uint8Array>;
  readonly print: (text: string) => void;
}

/**
 * Checks a program, a preview or a state, and reports.
 * @returns the exit code: 1 for a violation that fails, 4 when nothing was judged, 3 for an undetermined verdict under
 * `--strict`, else 0
 * @throws {UserError} when something given cannot be used
 */
export async function check(
  program: string | undefined,
  options: CheckOptions,
  around: CommandEnvironment,
): Promise<number> {
  const config = options.config ?? findConfiguration(program);
  const configuration = loadConfiguration(config, { policies: POLICIES, packPolicies: PACK_POLICIES });
  const wanted = selectPolicies(options.policy);
  const write = openOutput(options.output, around.print);
  const read = await readAsked(program, options, around.standardInput);
  return withoutSecrets([read.stack], configuration.shared, (mask) => {
    const judged = reportOn({ ...read, config, without: options.without }, configuration, wanted, around.today);
    const report = { ...judged, settings: [...judged.settings, ...describeOptions(options)] };
    const colors = createColors(around.colored && options.output === undefined);
    const format = {
      text: () => formatTextReport(report, around.language, colors),
      json: () => formatJsonReport(report, around.language),
    };
    write(mask[options.format](format[options.format]()));
    return chooseExitCode(report, options);
  });
}

function selectPolicies(names: readonly string[] = []): readonly PolicyMetadata[] {
  const known: readonly PolicyMetadata[] = [...POLICIES, ...PACK_POLICIES];
  for (const name of names) {
    if (known.some((policy) => policy.name === name)) continue;
    const closest = findClosest(
      name,
      known.map((policy) => policy.name),
    );
    throw new UserError({
      en: `--policy ${name} is no policy. The closest name is ${closest}; \`list\` shows them all.`,
      fr: `--policy ${name} n'est pas une politique. Le nom le plus proche est ${closest} ; \`list\` les montre toutes.`,
    });
  }
  return names.length === 0 ? known : known.filter(({ name }) => names.includes(name));
}
