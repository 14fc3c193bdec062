import type { System } from "../outscale/provider/system";
import { addTo, type Subject } from "../stack";
import { distinctTexts, type Text } from "../text";
import { evaluate, type Outcome } from "./evaluate";
import { daysLeft, type Exemption, exemptionFault, isForStack } from "./exemption";
import { describeExempted, describeExpiry } from "./exemption-text";
import { drawCommitmentLines } from "./ledger/commitment-lines";
import { drawDutyLines } from "./ledger/duties";
import type { CommitmentLine, Ledger, LedgerInput } from "./ledger/ledger";
import {
  commitmentsAreEnforceable,
  exemptionsAreValid,
  isNeeded,
  judgeCommitments,
  judgeExemptions,
  judgeVerdicts,
  listUnseenVerdicts,
  PACK_POLICIES,
  verdictsAreKnown,
} from "./pack-policies";
import type { Policy, PolicyMetadata } from "./policy";
import { takeWorse } from "./worse";
import { listUnread, type Unread, type Unseen } from "../outscale/inventory/unread";

/** For how many days before it expires an exemption is said to. */
const NOTICE_DAYS = 30;

/** What the user's configuration decides about a judgement, complete: validated, defaults filled in. */
export interface JudgementSettings {
  readonly exemptions: readonly Exemption[];
  /** The settings that belong to one policy, and are not shared. */
  readonly settingsOf: (policy: Policy) => Readonly<Record<string, unknown>>;
  /**
   * Whether a policy is reported. A disabled one is judged too: what it finds forfeits commitments, and what it passes
   * confirms none.
   */
  readonly isEnabled: (policy: PolicyMetadata) => boolean;
}

/** What a judgement is made from. */
export interface JudgementInput {
  readonly system: System;
  readonly policies: readonly Policy[];
  readonly settings: JudgementSettings;
  /** The evaluation date, `2026-01-31`. */
  readonly today: string;
  /** Whether the stack is deployed, as a state shows: what is planned is then still to be proved. */
  readonly isDeployed?: boolean;
  /** The same stack as the provider answers, where a state shows that to differ from what was written: the worse counts. */
  readonly drifted?: System | undefined;
  /** What of the program was not seen, beside the resources that no policy reads. */
  readonly unseen?: readonly Unseen[];
  /** Which of the enabled policies are reported; without it, all. */
  readonly isAsked?: (policy: PolicyMetadata) => boolean;
}

/**
 * All that the policies say of one stack, and what it adds up to. Each part is worked out when it is first asked for, and
 * once. Pure: the same input gives the same answer, whatever the clock, the machine or the network.
 */
export class Judgement implements LedgerInput {
  readonly system: System;
  readonly policies: readonly Policy[];
  readonly isDeployed: boolean;
  readonly #settings: JudgementSettings;
  readonly today: string;
  readonly #drifted: System | undefined;
  readonly #unseen: readonly Unseen[];
  readonly #isAsked: (policy: PolicyMetadata) => boolean;

  constructor(input: JudgementInput) {
    const { system, policies, settings, today, isDeployed = false, unseen = [], isAsked = () => true } = input;
    this.system = system;
    this.policies = policies;
    this.isDeployed = isDeployed;
    this.#settings = settings;
    this.today = today;
    this.#drifted = input.drifted;
    this.#unseen = unseen;
    this.#isAsked = isAsked;
  }

  isEnabled(policy: PolicyMetadata): boolean {
    return this.#settings.isEnabled(policy);
  }

  isEmptied(policy: Policy): boolean {
    const { settingsOf } = this.#settings;
    return policy.emptiedBy({ system: this.system, settings: settingsOf(policy), today: this.today }) !== undefined;
  }

  /** Whether what a policy says belongs into a report. */
  isReported(policy: PolicyMetadata): boolean {
    return this.isEnabled(policy) && this.#isAsked(policy);
  }

  /** What one policy says of each of its subjects; nothing means that it is not applicable. */
  outcomesOf(policy: Policy): readonly Outcome[] {
    return this.system.memo(policy, this, () => {
      const settings = this.#settings.settingsOf(policy);
      const judge = (system: System) => evaluate(policy, { system, settings, today: this.today }, this.#exemptions());
      const outcomes = judge(this.system);
      return this.#drifted ? takeWorse(outcomes, judge(this.#drifted)) : outcomes;
    });
  }

  /** What one policy says of one subject. */
  outcomesAbout(policy: Policy, subject: Subject): readonly Outcome[] {
    const bySubject = this.system.memo("outcomes by subject", this.outcomesOf(policy), () => {
      const outcomes = new Map<Subject, Outcome[]>();
      for (const outcome of this.outcomesOf(policy)) addTo(outcomes, outcome.subject, outcome);
      return outcomes;
    });
    return bySubject.get(subject) ?? [];
  }

  /** What every policy says, whatever its level. */
  outcomes(): Outcome[] {
    return this.policies.flatMap((policy) => this.outcomesOf(policy));
  }

  /** Whether no enabled policy has anything to look at: nothing that is said is then said of the stack. */
  judgesNothing(): boolean {
    return this.policies.every((policy) => !this.isEnabled(policy) || this.outcomesOf(policy).length === 0);
  }

  /** What one of the policies about the judgement itself says. */
  sumOf(policy: PolicyMetadata): Outcome {
    return this.system.memo(policy, this, () => this.#summedUp(policy));
  }

  /** The outcomes of the policies that are reported, then those of the policies that sum up. */
  listReported(): Outcome[] {
    const sums = PACK_POLICIES.filter((policy) => this.isReported(policy)).map((policy) => this.sumOf(policy));
    const unseen = this.isReported(verdictsAreKnown) ? listUnseenVerdicts(this.system, this.listUnseen()) : [];
    return [...this.#reportedOutcomes(), ...unseen, ...sums];
  }

  /** What of this program was not seen, or is read by no policy though it may deploy anything. */
  listUnseen(): readonly Unseen[] {
    return [...this.#unseen, ...this.#unread().unseen];
  }

  /** The resources that no policy reads and that ask for nothing, and what only looks like a resource, as sentences. */
  listNotJudged(): readonly Text[] {
    return this.#unread().named;
  }

  /** What exemptions accept of what is reported, a line for each finding. */
  listExempted(): readonly Text[] {
    return this.#reportedOutcomes().flatMap((outcome) =>
      "exempted" in outcome ? outcome.exempted.map((each) => describeExempted(outcome.policy, each)) : [],
    );
  }

  /** Which exemptions from what is reported still hold, are needed, and expire soon, a sentence each. */
  listExpiring(): readonly Text[] {
    const reported = this.policies.filter((policy) => this.isReported(policy)).map(({ name }) => name);
    const texts = this.#exemptions()
      .filter((exemption) => reported.includes(exemption.policy))
      .filter((exemption) => exemptionFault(exemption, this.today) === undefined)
      .map((exemption) => ({ exemption, left: daysLeft(exemption, this.today) }))
      .filter(({ exemption, left }) => left <= NOTICE_DAYS && isNeeded(exemption, this.outcomes()))
      .map(({ exemption, left }) => describeExpiry(exemption, left));
    // Several for one subject may differ by nothing but the fingerprint.
    return distinctTexts(texts);
  }

  /** Which commitments stay enforceable, system by system. */
  commitments(): readonly CommitmentLine[] {
    return this.system.memo(drawCommitmentLines, this, () => drawCommitmentLines(this));
  }

  ledger(): Ledger {
    const commitments = this.commitments();
    return { isDeployed: this.isDeployed, commitments, duties: drawDutyLines(this, commitments) };
  }

  #summedUp(policy: PolicyMetadata): Outcome {
    switch (policy) {
      case exemptionsAreValid:
        return judgeExemptions(this.system, this.outcomes(), this.#settings.exemptions, this.today);
      case verdictsAreKnown:
        return judgeVerdicts(this.system, this.#reportedOutcomes(), this.listUnseen());
      case commitmentsAreEnforceable:
        return judgeCommitments(this.system, this.commitments());
      default:
        throw new Error(`${policy.name} does not sum up what others say.`);
    }
  }

  /** The exemptions that are for this stack. */
  #exemptions(): readonly Exemption[] {
    return this.#settings.exemptions.filter((exemption) => isForStack(exemption, this.system.facts));
  }

  #unread(): Unread {
    return this.system.memo(listUnread, this, () => {
      // Every policy has to have asked for what it reads.
      this.outcomes();
      return listUnread(this.system);
    });
  }

  #reportedOutcomes(): Outcome[] {
    return this.policies.filter((policy) => this.isReported(policy)).flatMap((policy) => this.outcomesOf(policy));
  }
}
