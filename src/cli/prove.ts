import { name as tool, version } from "../../package.json";
import { POLICIES } from "../../policies";
import { findConfiguration, loadConfiguration } from "../config";
import {
  compareSeen,
  isEverything,
  listAccounts,
  listSecrets,
  refuseTwoAccounts,
  SEEN_KINDS,
  type System,
} from "../outscale";
import { PACK_POLICIES } from "../policy";
import { type EarlierState, formatJsonProof, formatTextProof, type Proof, type ProvenStack } from "../report";
import type { Limit, ReadStack } from "../sources";
import type { Language } from "../text";
import { type AskedOptions, listInputs, readAsked } from "./asked";
import type { CommandEnvironment, FORMATS } from "./check";
import { refuseInputTwice } from "./inputs";
import { withoutSecrets } from "./masked";
import { openOutput } from "./output";
import {
  type BesideOptions,
  compareWithLive,
  HIDDEN_ON_LIMITED_PAGES,
  readEarlier,
  refuseBesidePlan,
  refuseOtherAccountBefore,
} from "./prove-beside";
import { concludeScene, describeLimits, type Judging, readScene, type Scene, showScene, sightOf } from "./prove-scene";
import { readSelection, type SelectionOptions } from "./prove-selection";

/** The options of `prove`, as the command line has them. */
export interface ProveOptions extends AskedOptions, BesideOptions, SelectionOptions {
  readonly config?: string;
  readonly format: (typeof FORMATS)[number];
  readonly output?: string;
}

/**
 * Writes what stands in each Subregion, for a ticket to Outscale's support.
 * @throws {UserError} when something given cannot be used
 */
export async function prove(
  program: string | undefined,
  options: ProveOptions,
  { language, today, standardInput, print }: Pick<CommandEnvironment, "language" | "today" | "standardInput" | "print">,
): Promise<void> {
  const config = options.config ?? findConfiguration(program);
  const configuration = loadConfiguration(config, { policies: POLICIES, packPolicies: PACK_POLICIES });
  const write = openOutput(options.output, print);
  refuseInputTwice([...listInputs(options), options.before, ...(options.live ?? [])]);
  const proof = await makeProof(program, options, { configuration, today }, standardInput);
  write(
    options.format === "json"
      ? formatJsonProof(proof)
      : formatTextProof(
          proof,
          language,
          formatVerification({ ...options, ...(config !== undefined && { config }) }, language),
        ),
  );
}

async function makeProof(
  program: string | undefined,
  options: ProveOptions,
  judging: Judging,
  standardInput: AsyncIterable<Uint8Array>,
): Promise<Proof> {
  const asked = await readAsked(program, options, standardInput);
  const isDeployed = asked.source === "state";
  refuseBesidePlan(options, isDeployed);
  const now = readScene(asked, isDeployed, judging);
  const { system } = now;
  refuseTwoAccounts(system);
  const before = options.before === undefined ? undefined : await readEarlier(options.before, asked, standardInput);
  const then = before && readScene(before, isDeployed, judging);
  if (then) refuseOtherAccountBefore(then.system, system);

  const systems = [now, ...(then ? [then] : [])].map((scene) => scene.system);
  const selection = await withoutSecrets(systems, judging.configuration.shared, () => readSelection(options, systems));
  const isLimited = !isEverything(selection);
  const shown = showScene(now, selection);
  const see = () => sightOf(now, shown);
  return {
    tool: { name: tool, version },
    source: asked.source,
    stack: describeStack(asked, system),
    others: asked.others.map((other) => describeStack(other, system)),
    limitedTo: isLimited ? selection : undefined,
    secrets: systems.flatMap(listSecrets),
    conclusions: concludeScene(now, shown, judging),
    inventory: shown.inventory,
    before: before && then && compareWithEarlier(before, then),
    live: options.live && (await compareWithLive(options.live, { system, sight: see(), isLimited }, standardInput)),
    ...describeLimits(asked.limits, shown),
  };

  /** What is not known of the other stacks is said once. */
  function isOwn(limit: Limit): boolean {
    return !asked.others.some(({ limits }) => limits.includes(limit));
  }

  function compareWithEarlier(read: ReadStack, scene: Scene): EarlierState {
    const earlier = showScene(scene, selection);
    const hidden = isLimited ? HIDDEN_ON_LIMITED_PAGES : [];
    return {
      writtenAt: read.writtenAt ?? null,
      conclusions: concludeScene(scene, earlier, judging),
      ...describeLimits(read.limits.filter(isOwn), earlier),
      ...compareSeen(see(), sightOf(scene, earlier), { kinds: SEEN_KINDS, hidden }),
    };
  }
}

function describeStack({ stack: { facts }, writtenAt }: ReadStack, system: System): ProvenStack {
  const { project, name } = facts;
  const own = listAccounts(system).filter(({ by }) => by === `${project}/${name}`);
  return { project, name, accounts: own.map(({ account }) => account), writtenAt: writtenAt ?? null };
}

/** The words between angle brackets of a command, by language. */
const PLACEHOLDERS = {
  file: { en: "<file>", fr: "<fichier>" },
  program: { en: "<program>", fr: "<programme>" },
  name: { en: "<name>", fr: "<nom>" },
} as const;

/** The command with what was given to it, but for the names of files, which differ where it is verified. */
function formatVerification(options: ProveOptions, language: Language): string {
  const { preview, state, withState = [], stack, config, before, live = [], cleanEnv, env = [] } = options;
  const file = PLACEHOLDERS.file[language];
  const door = state !== undefined ? `--state ${file}` : preview !== undefined ? `--preview ${file}` : undefined;
  const given = [
    door ?? PLACEHOLDERS.program[language],
    ...withState.map(() => `--with-state ${file}`),
    ...(before === undefined ? [] : [`--before ${file}`]),
    ...live.map(() => `--live ${file}`),
    ...(stack === undefined ? [] : [`--stack ${PLACEHOLDERS.name[language]}`]),
    ...(config === undefined ? [] : [`--config ${file}`]),
    ...(cleanEnv === true ? ["--clean-env", ...env.map((name) => `--env ${quote(name)}`)] : []),
    ...(["tier", "entry", "resource"] as const).flatMap((option) =>
      (options[option] ?? []).map((name) => `--${option} ${quote(name)}`),
    ),
  ];
  return `${tool} prove ${given.join(" ")} --format json | sha256sum`;
}

/** A name as a shell takes it. */
function quote(name: string): string {
  return /^[\w.:/-]+$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
}
