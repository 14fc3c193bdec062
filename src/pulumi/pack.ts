import type { Policies, ReportViolation, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { PACK_SETTINGS, packSettings } from "../config";
import { listLeftOut, listUnlistedEnvironments, System } from "../outscale";
import {
  exemptionsAreValid,
  type Finding,
  Judgement,
  type Outcome,
  PACK_POLICIES,
  type Policy,
  type PolicyMetadata,
  verdictsAreKnown,
} from "../policy";
import { ROOT_TYPE, type Stack } from "../stack";
import { type Language, showForeign, type Text } from "../text";
import { Configurations } from "./configurations";
import { describeLoosened } from "./loosened";
import { formatMessage } from "./message";
import { describePolicy } from "./metadata";
import { Recorder } from "./recorder";
import { advise } from "./sdk/advise";
import { reportNotJudged } from "./sdk/not-judged";
import { type Metadata, type Offer, serve, type Served } from "./sdk/served";
import { identifyFinding, isPassed, listViolations, whyNotPassed, WITH_THE_STACK } from "./verdicts";
import { withoutTrace } from "./without-trace";

/** What the pack has to know of where it runs. */
export interface PackEnvironment {
  readonly language: Language;
  /** The evaluation date, `2026-01-31`. */
  readonly today: string;
  /** In a preview nothing is created: policies then judge the whole stack only, and no resource before it. */
  readonly isPreview: boolean;
}

/** Every policy as Pulumi's SDK takes it: first the settings that policies share, last the policies that sum up. */
export interface PackPolicies {
  /** The policies that the SDK asks. */
  readonly served: Policies;
  /** The policies that Pulumi is told of, by which it counts how many a stack passes: all are stack policies there. */
  readonly described: Policies;
}

/** Makes what Pulumi asks from the policies, and from those of the pack itself. */
export function makePackPolicies(policies: readonly Policy[], around: PackEnvironment): PackPolicies {
  const pack = new Pack(policies, around);
  return { served: pack.makeServed(), described: pack.describeAll() };
}

/**
 * What Pulumi asks about at the moment: one resource after another, then the whole stack. Pulumi asks the settings policy
 * before all others, which notes it here; where the user disabled that policy, the phase stays unknown.
 */
type Phase =
  | { readonly stage: "not known" }
  | { readonly stage: "resource"; readonly type: string }
  | { readonly stage: "stack"; readonly stack: Stack };

class Pack {
  readonly #policies: readonly Policy[];
  readonly #around: PackEnvironment;
  readonly #recorder = new Recorder();
  readonly #configurations: Configurations;
  /** The findings reported before the creation of a resource, by policy and urn: they are not repeated with the stack. */
  readonly #reported = new Map<string, ReadonlySet<string>>();
  #phase: Phase = { stage: "not known" };

  constructor(policies: readonly Policy[], around: PackEnvironment) {
    this.#policies = policies;
    this.#around = around;
    this.#configurations = new Configurations(around.language);
  }

  makeServed(): Policies {
    return [
      this.#settingsPolicy(),
      ...this.#policies.map((policy) => this.#judgingPolicy(policy)),
      ...PACK_POLICIES.map((policy) => this.#summingPolicy(policy)),
    ];
  }

  describeAll(): Policies {
    const validateStack = () => undefined;
    return [
      { ...this.#metadata(packSettings, PACK_SETTINGS.properties), validateStack },
      ...this.#policies.map((policy) => ({ ...this.#metadata(policy, policy.settings), validateStack })),
      ...PACK_POLICIES.map((policy) => ({ ...this.#metadata(policy), validateStack })),
    ];
  }

  /** The policy that judges nothing: it takes the settings that the others share, and notes what Pulumi asks about. */
  #settingsPolicy(): Served {
    const stages = {
      validateResource: (args: ResourceValidationArgs, report: ReportViolation) => {
        this.#recorder.record(packSettings.name, args);
        if (this.#phase.stage === "stack") this.#configurations.startOver();
        this.#phase = { stage: "resource", type: args.type };
        this.#configurations.warn(this.#configurations.readPack(args), report);
        reportNotJudged(args, JUDGES_NOTHING);
      },
      validateStack: (args: StackValidationArgs, report: ReportViolation) => {
        this.#phase = { stage: "stack", stack: this.#recorder.whole(packSettings.name, args) };
        this.#configurations.warnLast(this.#configurations.readPack(args), report);
        reportNotJudged(args, JUDGES_NOTHING);
      },
    };
    return { ...this.#metadata(packSettings, PACK_SETTINGS.properties), ...withoutTrace(stages) };
  }

  /** One of the policies that judge resources. */
  #judgingPolicy(policy: Policy): Served {
    const types = this.#around.isPreview ? [] : policy.alone;
    const judge = (stack: Stack) => this.#judgementOf(stack).outcomesOf(policy);
    const stages = {
      validateResource: (args: ResourceValidationArgs, report: ReportViolation) => {
        this.#recorder.record(policy.name, args);
        const mistake = this.#configurations.read(policy, args);
        if (mistake !== undefined) {
          this.#configurations.warn(mistake, report);
          reportNotJudged(args, mistake);
        }
        if (!types.includes(args.type)) reportNotJudged(args, WITH_THE_STACK);
        this.#sayBeforeCreation(policy, judge(this.#recorder.alone(args.urn)), args, report);
      },
      validateStack: (args: StackValidationArgs, report: ReportViolation) => {
        const stack = this.#whole(policy, args);
        const mistake = this.#configurations.read(policy, args);
        if (mistake !== undefined) {
          this.#configurations.warnLast(mistake, report);
          reportNotJudged(args, mistake);
        }
        this.#say(policy, judge(stack), args, report);
      },
    };
    return serve(this.#metadata(policy, policy.settings), withoutTrace(stages), this.#offer(policy, types, judge));
  }

  /** One of the policies that sum up what the others say, which Pulumi asks after them. */
  #summingPolicy(policy: PolicyMetadata): Served {
    const judge = (stack: Stack) => [this.#judgementOf(stack).sumOf(policy)];
    const metadata = this.#metadata(policy);
    const listNotes = (stack: Stack) => this.#notesOf(policy, stack);
    const stages = {
      validateResource: (args: ResourceValidationArgs) => {
        this.#recorder.record(policy.name, args);
        this.#configurations.note(policy.name, args);
        reportNotJudged(args, WITH_THE_STACK);
      },
      validateStack: (args: StackValidationArgs, report: ReportViolation) => {
        const stack = this.#whole(policy, args);
        if (policy === exemptionsAreValid && !this.#recorder.wasAsked(packSettings.name)) {
          report(SETTINGS_DISABLED[this.#around.language]);
        }
        const notes = listNotes(stack);
        for (const note of notes) advise(metadata, showForeign(note[this.#around.language]), report);
        // What was said is not to be taken back as not judged.
        if (notes.length > 0 && isPassed(judge(stack))) return;
        this.#say(policy, judge(stack), args, report);
      },
    };
    return serve(metadata, withoutTrace(stages), this.#offer(policy, [], judge, listNotes));
  }

  /** What a policy that sums up says beside its findings: to be read, and stopped by never. */
  #notesOf(policy: PolicyMetadata, stack: Stack): readonly Text[] {
    const judgement = this.#judgementOf(stack);
    if (policy === exemptionsAreValid) return [...judgement.listExempted(), ...judgement.listExpiring()];
    if (policy !== verdictsAreKnown) return [];
    const { system } = judgement;
    return [
      ...judgement.listUnseen().map(({ text }) => text),
      ...judgement.listNotJudged(),
      ...listUnlistedEnvironments(system),
      ...describeLoosened({
        policies: this.#policies,
        isAsked: ({ name }) => this.#recorder.wasAsked(name),
        settings: this.#configurations.listChanged(),
        leftOut: listLeftOut(system),
      }),
    ];
  }

  /**
   * Whether a policy has something to say at the moment; while the phase is not known, it may have.
   * @param types the types of the resources that it judges one by one, each before it is created
   * @param listNotes what it says of a stack beside its findings
   */
  #offer(
    { name }: PolicyMetadata,
    types: readonly string[],
    judge: (stack: Stack) => readonly Outcome[],
    listNotes: (stack: Stack) => readonly Text[] = () => [],
  ): Offer {
    return {
      // The program itself comes first, and with it each policy's configuration.
      takesResource: () =>
        this.#phase.stage !== "resource" || this.#phase.type === ROOT_TYPE || types.includes(this.#phase.type),
      verdictOnStack: () => {
        if (this.#phase.stage !== "stack" || !this.#configurations.isRead(name)) return undefined;
        // A disabled policy is not looked at.
        this.#recorder.ask(name);
        const outcomes = judge(this.#phase.stack);
        if (outcomes.length === 0) return "not applicable";
        const isSilent = isPassed(outcomes) && listNotes(this.#phase.stack).length === 0;
        return isSilent ? "passed" : "has something to say";
      },
    };
  }

  #metadata(policy: PolicyMetadata, settings?: object): Metadata {
    return describePolicy(policy, this.#around.language, settings);
  }

  /** The judgement of a stack, made when the first policy needs it: by then the shared settings are known. */
  #judgementOf(stack: Stack): Judgement {
    return stack.memo(Judgement, stack, () => {
      const { shared, exemptions } = this.#configurations.pack;
      const settings = {
        exemptions,
        settingsOf: (policy: Policy) => this.#configurations.settingsOf(policy),
        isEnabled: ({ name }: PolicyMetadata) => this.#recorder.wasAsked(name),
      };
      const { today } = this.#around;
      return new Judgement({ system: new System(stack, shared), policies: this.#policies, settings, today });
    });
  }

  /** The whole stack, which the settings policy noted, if it is enabled. */
  #whole({ name }: PolicyMetadata, args: StackValidationArgs): Stack {
    if (this.#phase.stage !== "stack") return this.#recorder.whole(name, args);
    this.#recorder.ask(name);
    return this.#phase.stack;
  }

  /** Reports what is found in one resource before it is created, and notes it as reported. */
  #sayBeforeCreation(
    policy: Policy,
    outcomes: readonly Outcome[],
    args: ResourceValidationArgs,
    report: ReportViolation,
  ): void {
    const findings = listViolations(outcomes);
    this.#reported.set(`${policy.name} ${args.urn}`, new Set(findings.map((each) => identifyFinding(policy, each))));
    for (const finding of findings) report(this.#messageOf(policy, finding));
    const why = findings.length === 0 ? whyNotPassed(outcomes) : undefined;
    if (why !== undefined) reportNotJudged(args, why);
  }

  /** Reports what is found in the whole stack, but for what was reported before creation. */
  #say(policy: PolicyMetadata, outcomes: readonly Outcome[], args: StackValidationArgs, report: ReportViolation): void {
    const findings = listViolations(outcomes);
    const unsaid = findings.filter((finding) => !this.#wasReported(policy, finding));
    for (const finding of unsaid) report(this.#messageOf(policy, finding), finding.subject.resource.urn);
    const why = findings.length === 0 ? whyNotPassed(outcomes) : undefined;
    if (why !== undefined) reportNotJudged(args, why);
    if (unsaid.length === 0) reportNotJudged(args, SAID_BEFORE);
  }

  #messageOf(policy: PolicyMetadata, finding: Finding): string {
    return formatMessage(policy, finding, this.#around.language);
  }

  #wasReported(policy: PolicyMetadata, finding: Finding): boolean {
    const reported = this.#reported.get(`${policy.name} ${finding.subject.resource.urn}`);
    return reported?.has(identifyFinding(policy, finding)) === true;
  }
}

const SETTINGS_DISABLED: Text = {
  en: "`pack-settings` is disabled: neither the shared settings nor the exemptions are read.",
  fr: "`pack-settings` est désactivée : ni les réglages communs ni les dérogations ne sont lus.",
};
const JUDGES_NOTHING = "judges nothing";
const SAID_BEFORE = "reported before creation";
