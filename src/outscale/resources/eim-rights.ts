import { all, attempt, Candidates, certainly, type Maybe, possibly, type Resource, SubjectOf, when } from "../../stack";
import type { System } from "../provider/system";
import { isGiven, policyOf, type PolicyHolder } from "./eim-attachments";
import { type Excess, findGiven, type Given, type Rights, selectAmong, uniteRights } from "./eim-grants";
import { EimUser, EimUserGroup } from "./eim-user";

/** A version of a policy, with what it gives by itself. */
interface Version {
  readonly resource: Resource;
  readonly name: string;
  rights(): Rights;
  given(excess: Excess): Given | undefined;
  isDefault(): boolean;
}

/** An excess that several policies give together, by their names. */
interface GivenTogether extends Given {
  readonly policies: readonly string[];
}

/** What a user or a group may do by several policies together, where no one of them gives it. */
export class EimRights extends SubjectOf {
  readonly #versions: Candidates<Version>;
  /** What the groups may do in which a user certainly is: what is found there is not found again. */
  readonly #groups: readonly EimRights[];

  constructor(holder: PolicyHolder, versions: Candidates<Version>, groups: readonly EimRights[] = []) {
    super("resource", holder.resource, "");
    this.#versions = versions;
    this.#groups = groups;
  }

  /** Whether there are several policies that it may have together. */
  get isOfSeveral(): boolean {
    return this.#versions.all.length > 1;
  }

  /**
   * Which of these the policies give together, and no one of them alone.
   * @throws {Undecided} when none is certainly given, and one may be
   */
  selectGiven(excesses: readonly Excess[]): readonly GivenTogether[] {
    // All but some is what one statement gives.
    return selectAmong(
      excesses.filter((excess) => excess !== "all but some"),
      (excess) => this.#given(excess),
    );
  }

  #given(excess: Excess): GivenTogether | undefined {
    const { certain } = this.#versions;
    if (this.#hasAlone("everything") || this.#hasAlone(excess)) return undefined;
    const found = attempt(() => findGiven(unite(certain), excess));
    if (found.value) return { ...found.value, policies: findNeeded(certain, excess).map(({ name }) => name) };
    this.#refuseWhatMayBe(excess);
    return undefined;
  }

  /** Whether one policy, or a group, certainly gives an excess already. */
  #hasAlone(excess: Excess): boolean {
    return (
      this.#versions.certain.some((version) => certainly(() => version.given(excess) !== undefined)) ||
      this.#groups.some((group) => certainly(() => group.#given(excess) !== undefined))
    );
  }

  /** @throws {Undecided} when all that may be given may make an excess, and no one of it can: that is told of it by itself */
  #refuseWhatMayBe(excess: Excess): void {
    const maybe = this.#versions.all;
    if (maybe.some(({ value }) => possibly(() => value.given(excess) !== undefined))) return;
    // What only may be given takes nothing away for certain.
    const possible = this.#versions.possible.map(({ value }) => ({ ...value.rights(), denials: [] }));
    const found = attempt(() => findGiven(uniteRights([unite(this.#versions.certain), ...possible]), excess));
    const why = found.why ?? (found.value && this.#versions.possible[0]?.why);
    if (why) throw why;
  }
}

/** What users and groups of the stack may do by several policies together. */
export function rightsByHolder(system: System, versions: readonly Version[]): EimRights[] {
  const groups = system.all(EimUserGroup).map((group): Group => {
    const given = versionsOf(system, group, versions);
    return { group, given, rights: new EimRights(group, given) };
  });
  const users = system.all(EimUser).map((user) => {
    const joined = groups.flatMap((each) => when(() => each.group.has(user), each));
    const given = uniteCandidates([versionsOf(system, user, versions), ...joined.map(givenByGroup)]);
    return new EimRights(
      user,
      given,
      joined.flatMap(({ value, why }) => (why ? [] : value.rights)),
    );
  });
  return [...groups.map(({ rights }) => rights), ...users].filter(({ isOfSeveral }) => isOfSeveral);
}

interface Group {
  readonly group: EimUserGroup;
  readonly given: Candidates<Version>;
  readonly rights: EimRights;
}

/** What a user has by a group: where it may not be in it, nothing for certain. */
function givenByGroup({ value: { given }, why }: Maybe<Group>): Candidates<Version> {
  return why
    ? new Candidates<Version>(
        [],
        given.all.map(({ value }) => ({ value, why })),
      )
    : given;
}

/** The versions that are the default of a policy that a user or a group is given. */
function versionsOf(system: System, holder: PolicyHolder, versions: readonly Version[]): Candidates<Version> {
  const given = versions.flatMap((version) =>
    when(
      () =>
        all(
          () => isGiven(system, holder.resource, policyOf(system, version.resource)),
          () => system.memo("is had by those who are given it", version, () => isHad(system, version, versions)),
        ),
      version,
    ),
  );
  return new Candidates(
    given.flatMap(({ value, why }) => (why ? [] : value)),
    given.flatMap(({ value, why }) => (why ? { value, why } : [])),
  );
}

/**
 * Whether a version is the one that those have who are given its policy. The only one that there is need not be known to be.
 * @throws {Undecided} when one of several may be
 */
function isHad(system: System, version: Version, versions: readonly Version[]): boolean {
  const policy = policyOf(system, version.resource);
  const isAlone = versions.every(
    (other) => other === version || !possibly(() => policyOf(system, other.resource) === policy),
  );
  return isAlone ? possibly(() => version.isDefault()) : version.isDefault();
}

/** Each once: what is certainly given one way is certainly given. */
function uniteCandidates(several: readonly Candidates<Version>[]): Candidates<Version> {
  const certain = new Set(several.flatMap((each) => each.certain));
  const possible = several.flatMap((each) => each.possible).filter(({ value }) => !certain.has(value));
  return new Candidates([...certain], possible);
}

/** What versions give together; one whose document cannot be read is told of by itself. */
function unite(versions: readonly Version[]): Rights {
  return uniteRights(versions.flatMap((version) => attempt(() => version.rights()).value ?? []));
}

/** The versions without which an excess is not given. */
function findNeeded(versions: readonly Version[], excess: Excess): readonly Version[] {
  let needed = versions;
  for (const version of versions) {
    const others = needed.filter((other) => other !== version);
    if (certainly(() => findGiven(unite(others), excess) !== undefined)) needed = others;
  }
  return needed;
}
