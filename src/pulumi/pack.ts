import type {
  Policies,
  PolicyConfigSchema,
  ReportViolation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import { PACK_SETTINGS, packSettings, type PackSettings, readPackSettings, readSettings } from "../config";
import { withKnown } from "../outscale";
import {
  exemptionsAreValid,
  type Finding,
  fingerprint,
  Judgement,
  type Outcome,
  PACK_POLICIES,
  type Policy,
  type PolicyMetadata,
  policyPage,
  saidOf,
} from "../policy";
import { ROOT_TYPE, type Stack } from "../stack";
import { type Language, type Text, UserError } from "../text";
import { messageOf } from "./message";
import { Recorder } from "./recorder";

/** What the pack is told by where it runs. */
export interface Surroundings {
  readonly language: Language;
  /** The evaluation date, `2026-01-31`. */
  readonly today: string;
  /** In a preview nothing is created, so nothing has to be said before the whole stack is in sight. */
  readonly isPreview: boolean;
}

type Args = Pick<ResourceValidationArgs | StackValidationArgs, "getConfig" | "notApplicable">;
type Served = ResourceValidationPolicy & StackValidationPolicy;
type Stages = Required<Pick<Served, "validateResource" | "validateStack">>;
type Metadata = Omit<Served, keyof Stages>;

/** Every policy as Pulumi's SDK takes it, the settings that others share first, what sums up last. */
export interface PackPolicies {
  /** As they are asked. */
  readonly served: Policies;
  /** As Pulumi is told of them, which counts the policies that a stack passes: all of ours judge whole stacks. */
  readonly described: Policies;
}

export function packPolicies(policies: readonly Policy[], around: Surroundings): PackPolicies {
  const pack = new Pack(policies, around);
  return { served: pack.served(), described: pack.described() };
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
  /** The policies whose configuration was read, and accepted, since a stack was last judged. */
  readonly #read = new Set<string>();
  readonly #warned = new Set<string | undefined>();
  /** What Pulumi asks about, once the settings policy was asked, which is before the others are. */
  #sight: { readonly type: string } | { readonly stack: Stack } | undefined;
  #shared: PackSettings | undefined;

  constructor(policies: readonly Policy[], around: Surroundings) {
    this.#policies = policies;
    this.#around = around;
  }

  served(): Policies {
    return [
      this.#settingsPolicy(),
      ...this.#policies.map((policy) => this.#policy(policy)),
      ...PACK_POLICIES.map((policy) => this.#summingPolicy(policy)),
    ];
  }

  described(): Policies {
    const validateStack = () => undefined;
    return [
      { ...this.#metadata(packSettings, PACK_SETTINGS.properties), validateStack },
      ...this.#policies.map((policy) => ({ ...this.#metadata(policy, policy.settings), validateStack })),
      ...PACK_POLICIES.map((policy) => ({ ...this.#metadata(policy), validateStack })),
    ];
  }

  /** Judges nothing: takes the settings that the others share. */
  #settingsPolicy(): Served {
    const mistakeIn = (args: Args) =>
      this.#mistakeIn(packSettings.name, args, (config) => (this.#shared = readPackSettings(config)));
    return {
      ...this.#metadata(packSettings, PACK_SETTINGS.properties),
      validateResource: (args, report) => {
        this.#recorder.record(packSettings.name, args);
        if (this.#sight !== undefined && "stack" in this.#sight) this.#read.clear();
        this.#sight = { type: args.type };
        this.#warn(mistakeIn(args), report);
        notJudged(args, JUDGES_NOTHING);
      },
      validateStack: (args, report) => {
        this.#sight = { stack: this.#recorder.whole(packSettings.name, args) };
        const mistake = mistakeIn(args);
        this.#warn(mistake, report);
        this.#warned.delete(mistake);
        notJudged(args, JUDGES_NOTHING);
      },
    };
  }

  #policy(policy: Policy): Served {
    const mistakeIn = (args: Args) =>
      this.#mistakeIn(policy.name, args, (config) => this.#settings.set(policy.name, readSettings(policy, config)));
    const judge = (stack: Stack) => this.#judgementOf(stack).outcomesOf(policy);
    return this.#offered(this.#metadata(policy, policy.settings), this.#judgesAlone(policy), judge, {
      validateResource: (args, report) => {
        this.#recorder.record(policy.name, args);
        const mistake = mistakeIn(args);
        if (mistake !== undefined) {
          this.#warn(mistake, report);
          notJudged(args, mistake);
        }
        if (!this.#judgesAlone(policy).includes(args.type)) notJudged(args, WITH_THE_STACK);
        const outcomes = judge(this.#recorder.alone(args.urn));
        const findings = findingsOf(outcomes);
        this.#reported.set(`${policy.name} ${args.urn}`, new Set(findings.map((each) => markOf(policy, each))));
        for (const finding of findings) report(messageOf(policy, saidOf(finding), this.#around.language));
        if (findings.length === 0) sayWhyNot(outcomes, args);
      },
      validateStack: (args, report) => {
        const stack = this.#whole(policy, args);
        const mistake = mistakeIn(args);
        if (mistake === undefined) {
          this.#say(policy, judge(stack), args, report);
          return;
        }
        this.#warn(mistake, report);
        this.#warned.delete(mistake);
        notJudged(args, mistake);
      },
    });
  }

  /** The types whose resources a policy judges one by one, each before it is created. */
  #judgesAlone({ alone }: Policy): readonly string[] {
    return this.#around.isPreview ? [] : alone;
  }

  /** A policy about the judgement itself, which is asked when all others were. */
  #summingPolicy(policy: PolicyMetadata): Served {
    const judge = (stack: Stack) => [this.#judgementOf(stack).sumOf(policy)];
    return this.#offered(this.#metadata(policy), [], judge, {
      validateResource: (args) => {
        this.#recorder.record(policy.name, args);
        this.#mistakeIn(policy.name, args, () => undefined);
        notJudged(args, WITH_THE_STACK);
      },
      validateStack: (args, report) => {
        const stack = this.#whole(policy, args);
        if (policy === exemptionsAreValid && !this.#recorder.wasAsked(packSettings.name)) {
          report(SETTINGS_DISABLED[this.#around.language]);
        }
        this.#say(policy, judge(stack), args, report);
      },
    });
  }

  /**
   * Offers Pulumi a stage of a policy only when the policy has something to say there: the SDK answers for each policy
   * and resource, and makes a copy of the stack for each policy, which together would be most of what the pack costs.
   * Where the settings policy is disabled, what is in sight is not known, and both stages are always offered.
   *
   * @param types of the resources that are judged one by one
   */
  #offered(
    metadata: Metadata,
    types: readonly string[],
    judge: (stack: Stack) => readonly Outcome[],
    { validateResource, validateStack }: Stages,
  ): Served {
    const isShown = () => {
      if (this.#sight === undefined || !("type" in this.#sight)) return true;
      // The program itself comes first, and with it each policy's configuration.
      return this.#sight.type === ROOT_TYPE || types.includes(this.#sight.type);
    };
    const judged = () => {
      if (this.#sight === undefined || !("stack" in this.#sight) || !this.#read.has(metadata.name)) return undefined;
      // A disabled policy is not looked at.
      this.#recorder.ask(metadata.name);
      return judge(this.#sight.stack);
    };
    // Nothing in the stack is of this type, which Pulumi takes as "not applicable" at once.
    Object.defineProperty(validateStack, "__pulumiType", {
      get: () => (judged()?.length === 0 ? "(none in this stack)" : undefined),
    });
    return {
      ...metadata,
      get validateResource() {
        return isShown() ? validateResource : undefined;
      },
      // Without a finding and applicable, a policy counts as passed.
      get validateStack() {
        const outcomes = judged();
        return outcomes !== undefined && isPassed(outcomes) ? undefined : validateStack;
      },
    } as Served;
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

  /** Made for a stack when the first policy is asked about it: the settings policy has been by then. */
  #judgementOf(stack: Stack): Judgement {
    return stack.derive(Judgement, () => {
      const { shared, exemptions } = this.#packSettings();
      const settings = {
        shared,
        exemptions,
        settingsOf: (policy: Policy) => this.#settings.get(policy.name) ?? readSettings(policy, {}),
        isEnabled: ({ name }: PolicyMetadata) => this.#recorder.wasAsked(name),
      };
      const { today } = this.#around;
      return new Judgement({ stack: withKnown(stack, shared), policies: this.#policies, settings, today });
    });
  }

  #whole({ name }: PolicyMetadata, args: StackValidationArgs): Stack {
    if (this.#sight === undefined || !("stack" in this.#sight)) return this.#recorder.whole(name, args);
    this.#recorder.ask(name);
    return this.#sight.stack;
  }

  #packSettings(): PackSettings {
    return (this.#shared ??= readPackSettings({}));
  }

  #say(policy: PolicyMetadata, outcomes: readonly Outcome[], args: StackValidationArgs, report: ReportViolation): void {
    const findings = findingsOf(outcomes);
    const unsaid = findings.filter((finding) => !this.#wasReported(policy, finding));
    for (const finding of unsaid) {
      report(messageOf(policy, saidOf(finding), this.#around.language), finding.subject.resource.urn);
    }
    if (findings.length === 0) sayWhyNot(outcomes, args);
    if (unsaid.length === 0) notJudged(args, SAID_BEFORE);
  }

  #wasReported(policy: PolicyMetadata, finding: Finding): boolean {
    const reported = this.#reported.get(`${policy.name} ${finding.subject.resource.urn}`);
    return reported?.has(markOf(policy, finding)) === true;
  }

  /**
   * Reads a policy's configuration, which comes with every resource, when it is another than before.
   * @returns what is wrong with it, in one line
   */
  #mistakeIn(name: string, args: Args, read: (config: object) => unknown): string | undefined {
    const config: object = args.getConfig();
    const text = Object.keys(config).length > 0 ? JSON.stringify(config) : "";
    if (this.#configured.get(name) === text) {
      this.#read.add(name);
      return undefined;
    }
    try {
      read(config);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      this.#read.delete(name);
      return error.text[this.#around.language];
    }
    this.#configured.set(name, text);
    this.#read.add(name);
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
const SAID_BEFORE = "reported before creation";

function findingsOf(outcomes: readonly Outcome[]): Finding[] {
  return outcomes.flatMap((outcome) => (outcome.verdict === "violation" ? outcome.findings : []));
}

function markOf({ name }: PolicyMetadata, { subject, path, message }: Finding): string {
  return `${fingerprint(name, subject, path)} ${message.id} ${JSON.stringify(message.data)}`;
}

/** Whether nothing was found, and something was judged to the end. */
function isPassed(outcomes: readonly Outcome[]): boolean {
  const isGood = ({ verdict }: Outcome) => verdict === "compliant" || verdict === "exempted" || verdict === "accepted";
  return outcomes.every(isGood) && outcomes.some(({ verdict }) => verdict !== "accepted");
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
