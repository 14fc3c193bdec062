import type {
  Policies,
  PolicyConfigSchema,
  ReportViolation,
  ResourceValidation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import {
  ConfigurationError,
  PACK_SETTINGS,
  packSettings,
  type PackSettings,
  readPackSettings,
  readSettings,
} from "../config";
import type { Language, Text } from "../contract";
import { withKnown } from "../outscale";
import {
  commitmentsAreEnforceable,
  commitmentsOf,
  evaluate,
  exemptionsAreValid,
  type Finding,
  fingerprint,
  judgeCommitments,
  judgeExemptions,
  judgeVerdicts,
  type Outcome,
  type Policy,
  type PolicyMetadata,
  policyPage,
  verdictsAreKnown,
} from "../policy";
import { ROOT_TYPE, type Stack } from "../stack";
import { messageOf } from "./message";
import { Recorder } from "./recorder";

/** What the pack is told by where it runs. */
export interface Surroundings {
  readonly language: Language;
  /** The evaluation date, `2026-01-31`. */
  readonly today: string;
}

type Args = Pick<ResourceValidationArgs | StackValidationArgs, "getConfig" | "notApplicable">;
type Metadata = Omit<Registered, "validateResource" | "validateStack">;
type Registered = ResourceValidationPolicy & StackValidationPolicy;

/** Every policy as Pulumi's SDK takes it, the settings that others share first, what sums up last. */
export function packPolicies(policies: readonly Policy[], around: Surroundings): Policies {
  return new Pack(policies, around).registered();
}

class Pack {
  readonly #policies: readonly Policy[];
  readonly #around: Surroundings;
  readonly #recorder = new Recorder();
  /** What the resource stage reported, by policy and urn: the stack stage does not say it again. */
  readonly #reported = new Map<string, ReadonlySet<string>>();
  readonly #settings = new Map<string, Readonly<Record<string, unknown>>>();
  /** The configuration that was last accepted, by policy. */
  readonly #configured = new Map<string, string>();
  readonly #warned = new Set<string | undefined>();
  /** The type of the resource that the settings policy was shown, which is shown each one before the others are. */
  #shown: string | undefined;
  #shared: PackSettings | undefined;

  constructor(policies: readonly Policy[], around: Surroundings) {
    this.#policies = policies;
    this.#around = around;
  }

  registered(): Policies {
    return [
      this.#settingsPolicy(),
      ...this.#policies.map((policy) => this.#policy(policy)),
      this.#stackPolicy(exemptionsAreValid, (stack, report) => {
        if (!this.#recorder.wasAsked(packSettings.name)) report(SETTINGS_DISABLED[this.#around.language]);
        return this.#judgedExemptions(stack);
      }),
      this.#stackPolicy(verdictsAreKnown, (stack) => this.#judgedVerdicts(stack)),
      this.#stackPolicy(commitmentsAreEnforceable, (stack) => this.#judgedCommitments(stack)),
    ];
  }

  /** Judges nothing: takes the settings that the others share. */
  #settingsPolicy(): Registered {
    const mistakeIn = (args: Args) =>
      this.#mistakeIn(packSettings.name, args, (config) => (this.#shared = readPackSettings(config)));
    return {
      ...this.#metadata(packSettings, PACK_SETTINGS.properties),
      validateResource: (args, report) => {
        this.#recorder.record(packSettings.name, args);
        this.#shown = args.type;
        this.#warn(mistakeIn(args), report);
        notJudged(args, JUDGES_NOTHING);
      },
      validateStack: (args, report) => {
        this.#shown = undefined;
        this.#recorder.whole(packSettings.name, args);
        const mistake = mistakeIn(args);
        this.#warn(mistake, report);
        this.#warned.delete(mistake);
        notJudged(args, JUDGES_NOTHING);
      },
    };
  }

  #policy(policy: Policy): Registered {
    const mistakeIn = (args: Args) =>
      this.#mistakeIn(policy.name, args, (config) => this.#settings.set(policy.name, readSettings(policy, config)));
    const validateAlone: ResourceValidation = (args, report) => {
      const mistake = mistakeIn(args);
      if (mistake !== undefined) {
        this.#warn(mistake, report);
        notJudged(args, mistake);
      }
      const outcomes = this.#evaluated(policy, this.#recorder.alone(args.urn));
      const findings = findingsOf(outcomes);
      this.#reported.set(`${policy.name} ${args.urn}`, new Set(findings.map((each) => markOf(policy, each))));
      for (const { message } of findings) report(messageOf(policy, message, this.#around.language));
      if (findings.length === 0) sayWhyNot(outcomes, args);
    };
    return {
      ...this.#metadata(policy, policy.settings),
      validateResource: this.#alone(policy, policy.alone, validateAlone),
      validateStack: (args, report) => {
        const stack = this.#recorder.whole(policy.name, args);
        const mistake = mistakeIn(args);
        if (mistake === undefined) {
          this.#say(policy, this.#evaluated(policy, stack), args, report);
          return;
        }
        this.#warn(mistake, report);
        this.#warned.delete(mistake);
        notJudged(args, mistake);
      },
    };
  }

  #stackPolicy(policy: PolicyMetadata, judge: (stack: Stack, report: ReportViolation) => Outcome[]): Registered {
    return {
      ...this.#metadata(policy),
      validateResource: this.#alone(policy),
      validateStack: (args, report) => {
        const stack = this.#recorder.whole(policy.name, args);
        this.#say(policy, judge(stack, report), args, report);
      },
    };
  }

  /** Judges the resources of certain types one by one, and keeps what each writes for the stack stage. */
  #alone({ name }: PolicyMetadata, types: readonly string[] = [], judge?: ResourceValidation): ResourceValidation {
    const validate: ResourceValidation = (args, report) => {
      this.#recorder.record(name, args);
      if (!types.includes(args.type)) notJudged(args, WITH_THE_STACK);
      return judge?.(args, report);
    };
    // Pulumi neither decodes nor shows a resource to a policy about another type. Where the settings policy, which is
    // shown each resource first, is disabled, every policy keeps them.
    const about = types.length > 0 ? types.join("' or '") : ROOT_TYPE;
    const isShown = () => this.#shown === undefined || types.includes(this.#shown);
    return Object.defineProperty(validate, "__pulumiType", { get: () => (isShown() ? undefined : about) });
  }

  #metadata(policy: PolicyMetadata, settings: object = {}): Metadata {
    const { language } = this.#around;
    return {
      name: policy.name,
      description: policy.title[language],
      enforcementLevel: policy.level,
      severity: policy.severity,
      remediationSteps: policy.remediation[language],
      ...(policy.clauses.length > 0 && {
        url: policyPage(policy.name),
        framework: { ...CONVENTION, reference: policy.clauses.join(" "), specification: policy.title[language] },
      }),
      // A copy, because the SDK's type asks for what it may change.
      ...(Object.keys(settings).length > 0 && {
        configSchema: { properties: JSON.parse(JSON.stringify(settings)) as PolicyConfigSchema["properties"] },
      }),
    };
  }

  #evaluated(policy: Policy, stack: Stack): Outcome[] {
    const { shared, exemptions } = this.#packSettings();
    const settingsOf = ({ name, settings }: Policy) => this.#settings.get(name) ?? readSettings({ name, settings }, {});
    // The policies that sum up ask again for what the others have found.
    return stack.derive(policy, () =>
      evaluate(withKnown(stack, shared), [policy], { shared, exemptions, settingsOf, today: this.#around.today }),
    );
  }

  #packSettings(): PackSettings {
    return (this.#shared ??= readPackSettings({}));
  }

  /** The verdicts of every policy, whatever its level: what is disabled is not shown, and still costs what it costs. */
  #everyOutcome(stack: Stack): Outcome[] {
    return this.#policies.flatMap((policy) => this.#evaluated(policy, stack));
  }

  #judgedCommitments(stack: Stack): Outcome[] {
    const lines = commitmentsOf({
      stack,
      policies: this.#policies,
      outcomes: this.#everyOutcome(stack),
      shared: this.#packSettings().shared,
      isEnabled: ({ name }) => this.#recorder.wasAsked(name),
    });
    return [judgeCommitments(stack, lines)];
  }

  #judgedExemptions(stack: Stack): Outcome[] {
    return [judgeExemptions(stack, this.#everyOutcome(stack), this.#packSettings().exemptions, this.#around.today)];
  }

  #judgedVerdicts(stack: Stack): Outcome[] {
    const asked = this.#policies.filter(({ name }) => this.#recorder.wasAsked(name));
    return [
      judgeVerdicts(
        stack,
        asked.flatMap((policy) => this.#evaluated(policy, stack)),
      ),
    ];
  }

  #say(policy: PolicyMetadata, outcomes: readonly Outcome[], args: StackValidationArgs, report: ReportViolation): void {
    const findings = findingsOf(outcomes);
    for (const finding of findings) {
      const { urn } = finding.subject.resource;
      if (this.#reported.get(`${policy.name} ${urn}`)?.has(markOf(policy, finding)) === true) continue;
      report(messageOf(policy, finding.message, this.#around.language), urn);
    }
    if (findings.length === 0) sayWhyNot(outcomes, args);
  }

  /**
   * Reads a policy's configuration, which comes with every resource, when it is another than before.
   * @returns what is wrong with it, in one line
   */
  #mistakeIn(name: string, args: Args, read: (config: object) => unknown): string | undefined {
    const config: object = args.getConfig();
    const text = Object.keys(config).length > 0 ? JSON.stringify(config) : "";
    if (this.#configured.get(name) === text) return undefined;
    try {
      read(config);
    } catch (error) {
      if (error instanceof ConfigurationError) return error.text[this.#around.language];
      throw error;
    }
    this.#configured.set(name, text);
    return undefined;
  }

  /** Reports a mistake once a deployment, not once a resource; the stack stage ends the deployment. */
  #warn(mistake: string | undefined, report: ReportViolation): void {
    if (mistake === undefined || this.#warned.has(mistake)) return;
    this.#warned.add(mistake);
    report(mistake);
  }
}

const CONVENTION = { name: "Outscale SecNumCloud service convention", version: "1" };
const SETTINGS_DISABLED: Text = {
  en: "`pack-settings` is disabled: neither the shared settings nor the exemptions are read.",
  fr: "`pack-settings` est désactivée : ni les réglages communs ni les dérogations ne sont lus.",
};
const JUDGES_NOTHING = "judges nothing";
const WITH_THE_STACK = "decided with the stack";

function findingsOf(outcomes: readonly Outcome[]): Finding[] {
  return outcomes.flatMap((outcome) => (outcome.verdict === "violation" ? outcome.findings : []));
}

function markOf({ name }: PolicyMetadata, { subject, path, message }: Finding): string {
  return `${fingerprint(name, subject, path)} ${message.en}`;
}

/** Tells Pulumi why a policy that reported nothing must not be counted as passed. */
function sayWhyNot(outcomes: readonly Outcome[], args: Args): void {
  const undetermined = outcomes.find((outcome) => outcome.verdict === "undetermined");
  if (undetermined?.verdict === "undetermined") notJudged(args, `undetermined: ${undetermined.reasons[0]?.path ?? ""}`);
  if (outcomes.some(({ verdict }) => verdict === "deferred")) notJudged(args, WITH_THE_STACK);
  if (outcomes.every(({ verdict }) => verdict === "accepted")) notJudged(args, "nothing to judge");
}

function notJudged(args: Args, reason: string): never {
  // Pulumi says it with an error for each policy and resource, of which nobody reads the trace.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return args.notApplicable(reason);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
