import type { FromSchema, JSONSchema } from "json-schema-to-ts";
import type { ClauseId } from "../contract";
import type { ReadAs } from "../outscale/provider/settings";
import type { System } from "../outscale/provider/system";
import { attempt, type Subject, type Undecided } from "../stack";
import type { Text } from "../text";
import type { Statement } from "./finding";
import { fillMessages, type Message, type Messages, type MessageTable } from "./message";

/** How grave a breach would be. */
export type Severity = "critical" | "high" | "medium" | "low";

/**
 * What a policy rests on in the convention. An obligation is the client's. A condition is what a claim hangs on, or what
 * costs a commitment or excludes it. Where the convention asks for nothing, or only warns, it is good practice.
 */
export type Ground = "obligation" | "condition" | "recommendation" | "good practice";

/** Pulumi's enforcement levels, as a user's configuration spells them. */
export type Level = "mandatory" | "advisory" | "disabled" | "remediate";

/** The JSON Schema of each setting of a policy, by name. */
export type SettingSchemas = Readonly<Record<string, JSONSchema & object>>;

type SettingsOf<S extends SettingSchemas> = {
  readonly [Name in WithDefault<S>]: FromSchema<S[Name], ReadAs>;
} & { readonly [Name in Exclude<keyof S, WithDefault<S>>]?: FromSchema<S[Name], ReadAs> };

/** The settings that are always there. */
type WithDefault<S extends SettingSchemas> = {
  [Name in keyof S]: S[Name] extends { readonly default: unknown } ? Name : never;
}[keyof S];

/** What a policy may know beside its subject. */
export interface Context<Settings = Readonly<Record<string, unknown>>> {
  readonly settings: Settings;
  readonly system: System;
  /** The evaluation date, `2026-01-31`. */
  readonly today: string;
}

/** A grade of evidence that something must be shown for (docs/evidence.md). */
export type ShownGrade = "proven" | "key at hand" | "declared";

/** What a policy says of itself. */
export interface PolicyMetadata {
  /** Permanent, and the name of the file. */
  readonly name: string;
  readonly clauses: readonly ClauseId[];
  /** What its main clause is to the client; the others may bind less. */
  readonly ground: Ground;
  readonly severity: Severity;
  /** The enforcement level where the user's configuration names none. */
  readonly level: Level;
  readonly title: Text;
  /** What is lost when the policy is broken. */
  readonly why: Text;
  readonly remediation: Text;
}

/** What an accepted loss makes of a commitment: by default it is not claimed. */
export type AcceptedStatus = "accepted" | "forfeited" | "undetermined" | "outside";

/** What a violation costs, beside what the client owes. */
export interface Stake<S extends Subject> {
  /** The commitments that cannot be claimed. */
  readonly forfeits: readonly ClauseId[];
  /** For what they cannot; without it, for the subject, and for what it is a part of. */
  readonly of?: (subject: S, system: System) => Iterable<Subject>;
  /** For what and in which case, where that is not every subject of a violation: to follow the ids. */
  readonly extent?: Text;
  /** Whether they hang on this subject; without it, on every one. */
  readonly when?: (subject: S, system: System) => boolean;
  /** Whether they are lost, be the policy content or not: by another reading, or where it asks for less. */
  readonly isLost?: (subject: S, system: System) => boolean;
  /** What is missing, and in which Subregions, where findings do not say just that. */
  readonly missing?: (subject: S, system: System) => Lack;
  /** Whether a certain `isLost` settles it, though the verdict is open for another reason. */
  readonly isSettledInDoubt?: (subject: S) => boolean;
  /** What becomes of them where the loss is accepted. */
  readonly onAcceptance?: (why: Message, system: System) => AcceptedStatus;
}

/** What is not where it has to be. */
export interface Lack {
  /** With its negation, as a fact begins: `no VM of this tier`. */
  readonly what: Text;
  readonly subregions: readonly string[];
}

/** A view, or another reader, of the resources of certain types. */
interface Typed {
  readonly types: readonly string[];
}

/** What a check may know: its context, and the messages that it may state. */
type CheckContext<Settings, Table extends MessageTable> = Context<Settings> & { readonly messages: Messages<Table> };

interface PolicyDefinition<
  S extends Subject,
  Schemas extends SettingSchemas,
  Table extends MessageTable,
> extends PolicyMetadata {
  readonly clauses: readonly [ClauseId, ...ClauseId[]];
  /** The commitments a violation forfeits. */
  readonly stakes?: readonly Stake<S>[];
  /** The commitments a violation leaves, with less to prove them by. */
  readonly weakens?: readonly ClauseId[];
  /** The commitments a violation leaves, but for the incidents of the use that it is about. */
  readonly excludes?: readonly ClauseId[];
  /** What is judged one by one, before it is created, as far as one resource decides. The stack stage judges all. */
  readonly alone?: readonly Typed[];
  readonly settings?: Schemas;
  /**
   * The setting that keeps from being judged what its clauses name, as a user finds it: `pack-settings.adminPorts`. Such a
   * policy finds nothing, which shows nothing.
   */
  readonly emptiedBy?: (context: Context<SettingsOf<Schemas>>) => string | undefined;
  /** Whether evidence of a grade, or of a better one, shows that a subject is as it must be, where no attribute does. */
  readonly hasEvidence?: (subject: S, grade: ShownGrade, context: Context<SettingsOf<Schemas>>) => boolean;
  /** Every sentence that the check may state, by id: a text, or a function from what it is made of. */
  readonly messages: Table;
  /** What the verdicts may be about. No subject that the policy applies to: it is not applicable. */
  readonly subjects: (system: System, context: Context<SettingsOf<Schemas>>) => Iterable<S>;
  /**
   * Whether a subject is judged; without it, every one is. Where that is not known, what the check finds is undetermined.
   */
  readonly applies?: (subject: S, context: Context<SettingsOf<Schemas>>) => boolean;
  /** Nothing yielded means compliant. Reading an unknown ends the subject as undetermined. */
  readonly check: (subject: S, context: CheckContext<SettingsOf<Schemas>, Table>) => Iterable<Statement>;
}

/** A policy with the type of its subjects closed over, so that all can stand in one list. */
export interface Policy extends Omit<
  PolicyDefinition<Subject, SettingSchemas, MessageTable>,
  | "stakes"
  | "weakens"
  | "excludes"
  | "alone"
  | "emptiedBy"
  | "hasEvidence"
  | "subjects"
  | "applies"
  | "check"
  | "settings"
> {
  readonly stakes: readonly Stake<Subject>[];
  readonly weakens: readonly ClauseId[];
  readonly excludes: readonly ClauseId[];
  /** The types of the resources that are judged one by one; none for a policy of the stack stage only. */
  readonly alone: readonly string[];
  readonly settings: SettingSchemas;
  /** The setting that keeps from being judged what its clauses name. */
  emptiedBy(context: Context): string | undefined;
  /** Each subject with the check that judges it. */
  listJudged(context: Context): Iterable<Judged>;
}

/** A subject with what judges it. */
export interface Judged {
  readonly subject: Subject;
  readonly judge: () => Iterable<Statement>;
  /** What hides whether the policy applies to the subject; absent where it does. */
  readonly hidden?: Undecided;
  /** Whether there is evidence of a grade, or of a better one; absent in a policy that does not judge by evidence. */
  readonly hasEvidence?: (grade: ShownGrade) => boolean;
}

type NoSettings = Readonly<Record<string, never>>;

/** Makes a policy from its definition: the types of its subjects, settings and messages end here. */
export function definePolicy<
  S extends Subject,
  const Table extends MessageTable,
  const Schemas extends SettingSchemas = NoSettings,
>(definition: PolicyDefinition<S, Schemas, Table>): Policy {
  const { stakes, weakens, excludes, alone, emptiedBy, hasEvidence, subjects, applies, check, settings, ...metadata } =
    definition;
  const messages = fillMessages(definition.messages);
  return {
    ...metadata,
    // The ledger asks about the policy's own subjects only.
    stakes: (stakes ?? []) as readonly Stake<Subject>[],
    weakens: weakens ?? [],
    excludes: excludes ?? [],
    alone: (alone ?? []).flatMap(({ types }) => types),
    settings: settings ?? {},
    emptiedBy: (context) => emptiedBy?.(context as Context<never>),
    *listJudged(context) {
      // The configuration was validated against `settings` before it came here.
      const typed = context as Context<never>;
      const checked = { ...typed, messages };
      for (const subject of subjects(context.system, typed)) {
        const concerned = attempt(() => applies?.(subject, typed) ?? true);
        if (!concerned.why && !concerned.value) continue;
        yield {
          subject,
          judge: () => check(subject, checked),
          ...(concerned.why && { hidden: concerned.why }),
          ...(hasEvidence && { hasEvidence: (grade) => hasEvidence(subject, grade, typed) }),
        };
      }
    },
  };
}
