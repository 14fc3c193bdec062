import { attempt, attemptEach, type Resource, type Undecided, UnreadableValue } from "../../stack";
import type { Text } from "../../text";
import { actionsOf, SERVICES } from "./eim-actions";
import { chooseParts, Choices, eachOf, holds, type Reading } from "./eim-patterns";
import type { IamStatement, Scope } from "./iam-document";

const ACTIONS = new Choices(SERVICES.flatMap((service) => actionsOf(service).map((action) => [action])));
/** The actions of each service. */
const BITS_BY_SERVICE = SERVICES.map((service) => ACTIONS.chosenBy([`${service}:*`], "to the letter"));

/** Stands for a name that no document holds. */
const ANY = "\u{e000}";
/** Resources that nobody has named, of each service in each of its spellings: those of EIM itself lie in no Region. */
const RESOURCES = new Choices(
  SERVICES.map((service) =>
    (service === "iam" ? ["iam:", "idauth:"] : [`${service}:${ANY}`]).flatMap((place) =>
      ["orn:ows", "arn:aws"].map((scheme) => `${scheme}:${place}:${ANY.repeat(12)}:${ANY}/${ANY}`),
    ),
  ),
);

/** What is given whatever is not known, and what may be. */
interface Bounds {
  readonly certain: bigint;
  readonly possible: bigint;
}

/** One way in which a statement names actions, as it spells it. */
interface Part {
  readonly spelling: string;
  readonly chosen: bigint;
}

/** What a statement gives: to do which actions to which resources. */
export interface Grant {
  readonly actions: Bounds;
  readonly resources: Bounds;
  /** Whether it gives all actions but those that it names; nothing where that is not known. */
  readonly isAllBut: boolean | undefined;
  /** Whether it is about all resources but those that it names. */
  readonly sparesResources: boolean;
  readonly parts: readonly Part[];
  /** Why it is not known what it gives. */
  readonly why: Undecided | undefined;
}

/** What a statement takes away for certain. */
interface Denial {
  readonly actions: bigint;
  readonly resources: bigint;
  /** Whether it leaves only what it names. */
  readonly isAllBut: boolean;
}

/** What the statements of one document give and take away. */
export interface Rights {
  readonly grants: readonly Grant[];
  readonly denials: readonly Denial[];
  /** Whether some statement denies something, if only at times or in a spelling that may deny nothing. */
  readonly deniesSome: boolean;
}

/** How statements give more than anybody needs. */
export type Excess = "everything" | "all but some" | "a whole service";

/** An excess that is given, with how the statements spell it. */
export interface Given {
  readonly excess: Excess;
  /** The patterns of actions that give it, as far as they can be quoted; where it is all but some, those that name these. */
  readonly actions: readonly string[];
  /** The services of which every action is given. */
  readonly services: readonly string[];
  /** Whether some resources are named that it is not about. */
  readonly sparesResources: boolean;
  /** Whether there is something that is denied. */
  readonly deniesSome: boolean;
}

/** What the statements of a document of a resource give. */
export function rightsOf(resource: Resource, statements: readonly IamStatement[]): Rights {
  const read = statements.map((statement) => ({ statement, isAllow: attempt(() => statement.isAllow()) }));
  const denying = read.filter(({ isAllow }) => isAllow.value === false);
  return {
    grants: read
      .filter(({ isAllow }) => isAllow.value !== false)
      .map(({ statement, isAllow }) => grantOf(resource, statement, isAllow.why)),
    denials: denying.flatMap(({ statement }) => denialsOf(statement)),
    deniesSome: denying.length > 0,
  };
}

/** What several documents give to whoever has them all. */
export function uniteRights(rights: readonly Rights[]): Rights {
  return {
    grants: rights.flatMap(({ grants }) => grants),
    denials: rights.flatMap(({ denials }) => denials),
    deniesSome: rights.some(({ deniesSome }) => deniesSome),
  };
}

/**
 * How an excess is given, once for all services; `undefined` when it is not.
 * @throws {Undecided} when it is not certainly given, and may be
 */
export function findGiven(rights: Rights, excess: Excess): Given | undefined {
  switch (excess) {
    case "everything":
      return givesAll(rights, ACTIONS.all) ? describe(rights, excess, ACTIONS.all) : undefined;
    case "all but some":
      return findAllBut(rights);
    case "a whole service":
      return findServices(rights);
  }
}

/**
 * Those of several excesses that are given; everything has all the others in it.
 * @throws {Undecided} when none is certainly given, and one may be
 */
export function selectAmong<T extends Given>(
  excesses: readonly Excess[],
  find: (excess: Excess) => T | undefined,
): readonly T[] {
  const { known, why } = attemptEach(excesses.map((excess) => () => find(excess)));
  const given = known.filter((each) => each !== undefined);
  if (given.length === 0 && why) throw why;
  const whole = given.find(({ excess }) => excess === "everything");
  return whole ? [whole] : given;
}

/** Whether every action that is wanted is given on every resource, by what is certain or by what is possible. */
function gives(rights: Rights, wanted: bigint, bound: keyof Bounds): boolean {
  const kept = leftBy(rights);
  const isGiven = eachOf(RESOURCES.all).every((kind) => {
    const here = rights.grants.filter(({ resources }) => holds(resources[bound], kind));
    return holds(here.reduce((given, { actions }) => given | actions[bound], 0n) & kept, wanted);
  });
  return isGiven && !takesAll(rights, wanted);
}

/** @throws {Undecided} when it is not certain, and may be */
function givesAll(rights: Rights, wanted: bigint): boolean {
  if (gives(rights, wanted, "certain")) return true;
  if (!gives(rights, wanted, "possible")) return false;
  return refuse(rights.grants);
}

/** What denials of all but some leave, on every resource. */
function leftBy({ denials }: Rights): bigint {
  const limits = denials.filter(({ isAllBut, resources }) => isAllBut && resources === RESOURCES.all);
  return limits.reduce((left, { actions }) => left & ~actions, ACTIONS.all);
}

/** Whether denials name every action that is wanted, on every resource: one that takes away a part leaves an excess one. */
function takesAll({ denials }: Rights, wanted: bigint): boolean {
  return eachOf(RESOURCES.all).every((kind) => {
    const here = denials.filter(({ isAllBut, resources }) => !isAllBut && holds(resources, kind));
    return holds(
      here.reduce((taken, { actions }) => taken | actions, 0n),
      wanted,
    );
  });
}

/** @throws {Undecided} when some statement may give all but some, and none certainly does */
function findAllBut(rights: Rights): Given | undefined {
  if (leftBy(rights) !== ACTIONS.all || takesAll(rights, ACTIONS.all)) return undefined;
  const certain = rights.grants.find(({ isAllBut, actions }) => isAllBut === true && actions.certain !== 0n);
  if (certain) {
    const { deniesSome } = rights;
    return {
      excess: "all but some",
      actions: quotable(certain.parts),
      services: [],
      sparesResources: false,
      deniesSome,
    };
  }
  const possible = rights.grants.filter(({ isAllBut, actions }) => isAllBut !== false && actions.possible !== 0n);
  return possible.length === 0 ? undefined : refuse(possible);
}

/** @throws {Undecided} when every action of a service may be given, and of none it certainly is */
function findServices(rights: Rights): Given | undefined {
  const readings = SERVICES.map((service, index) => {
    const wanted = BITS_BY_SERVICE[index] ?? 0n;
    return { service, wanted, isGiven: attempt(() => givesAll(rights, wanted)) };
  });
  const given = readings.filter(({ isGiven }) => isGiven.value === true);
  const others = listOtherServices(rights);
  if (given.length > 0 || others.length > 0) {
    const wanted = given.reduce((all, each) => all | each.wanted, 0n);
    const { actions, ...rest } = describe(rights, "a whole service", wanted);
    return {
      ...rest,
      services: [...given.map(({ service }) => service), ...others.map(({ service }) => service)],
      actions: [...(given.length > 0 ? actions : []), ...quotable(others)],
    };
  }
  const why = readings.find(({ isGiven }) => isGiven.why !== undefined)?.isGiven.why;
  if (why) throw why;
  return undefined;
}

/** Services that EIM is not known to have, of which a pattern names every action on every resource. */
function listOtherServices({ grants }: Rights): { readonly service: string; readonly spelling: string }[] {
  const parts = grants.filter(({ isAllBut, resources }) => isAllBut === false && resources.certain === RESOURCES.all);
  return parts
    .flatMap((grant) => (grant.why === undefined ? grant.parts : []))
    .flatMap(({ spelling }) => {
      const service = /^([\w-]+):[*?]*\*[*?]*$/.exec(spelling)?.[1];
      return service === undefined || SERVICES.includes(service.toLowerCase()) ? [] : [{ service, spelling }];
    });
}

/** How statements spell what they certainly give. */
function describe(rights: Rights, excess: Excess, wanted: bigint): Given {
  const grants = rights.grants.filter(({ actions, resources }) => actions.certain !== 0n && resources.certain !== 0n);
  const whole = { ...rights, grants: grants.filter(({ sparesResources }) => !sparesResources) };
  const sparesResources = !gives(whole, wanted, "certain");
  const parts = (sparesResources ? grants : whole.grants).flatMap(partsOf);
  const actions = quotable(chooseParts(parts, wanted));
  return { excess, actions, services: [], sparesResources, deniesSome: rights.deniesSome };
}

/** What a grant gives by each of its patterns; all but some of them as a whole. */
function partsOf({ isAllBut, parts, actions }: Grant): readonly Part[] {
  if (isAllBut !== true) return parts;
  return [
    { spelling: `NotAction ${parts.map(({ spelling }) => spelling).join(", ")}`.trim(), chosen: actions.certain },
  ];
}

function refuse(grants: readonly Grant[]): never {
  const why = grants.find((grant) => grant.why !== undefined)?.why;
  throw why ?? new Error("What is possible and not certain has no reason.");
}

function grantOf(resource: Resource, statement: IamStatement, isEffectHidden: Undecided | undefined): Grant {
  const actions = readScope(() => statement.actions(), ACTIONS, { resource, path: statement.path });
  const places = readScope(() => statement.resources(), RESOURCES, { resource, path: statement.path }, anyAccount);
  const isSparing = places.isAllBut === true;
  return {
    actions: isEffectHidden ? { ...actions.bounds, certain: 0n } : actions.bounds,
    // All resources but some are as good as all, unless the ones that are spared are all.
    resources: isSparing
      ? { certain: wholeOr(places.bounds.certain), possible: wholeOr(places.bounds.possible) }
      : places.bounds,
    isAllBut: actions.isAllBut,
    sparesResources: isSparing,
    parts: actions.parts,
    why: isEffectHidden ?? actions.why ?? places.why,
  };
}

function wholeOr(left: bigint): bigint {
  return left === 0n ? 0n : RESOURCES.all;
}

/** What a statement that denies takes away, to the letter alone. */
function denialsOf(statement: IamStatement): Denial[] {
  const { value } = attempt(() => {
    if (!statement.isDeny()) return [];
    const { isAllBut, patterns } = statement.actions();
    const { isAllBut: isSparing, patterns: places } = statement.resources();
    if (isSparing) return [];
    const named = patterns.map((read) => read());
    const actions = isAllBut
      ? ACTIONS.all & ~ACTIONS.chosenBy(named, "loosely")
      : ACTIONS.chosenBy(named, "to the letter");
    const resources = RESOURCES.chosenBy(
      places.map((read) => anyAccount(read())),
      "to the letter",
    );
    return [{ actions, resources, isAllBut }];
  });
  return value ?? [];
}

interface ReadScope {
  readonly bounds: Bounds;
  readonly isAllBut: boolean | undefined;
  readonly parts: readonly Part[];
  readonly why: Undecided | undefined;
}

/** What an element of a statement names of what there is, as far as it is known. */
function readScope(
  read: () => Scope,
  choices: Choices,
  place: { readonly resource: Resource; readonly path: string },
  prepare = (pattern: string) => pattern,
): ReadScope {
  const scope = attempt(read);
  if (scope.why)
    return { bounds: { certain: 0n, possible: choices.all }, isAllBut: undefined, parts: [], why: scope.why };
  const { isAllBut, patterns } = scope.value;
  const { known, why } = attemptEach(patterns);
  const chosenBy = (pattern: string, reading: Reading) =>
    choices.chosenBy([prepare(reading === "loosely" ? pattern.trim() : pattern)], reading);
  const parts = known.map((spelling) => ({
    spelling,
    // What is excluded may be no more than its letters say.
    chosen: chosenBy(spelling, isAllBut ? "to the letter" : "as a glob"),
    loose: chosenBy(spelling, "loosely"),
  }));
  const certain = parts.reduce((all, { chosen }) => all | chosen, 0n);
  const possible = why ? choices.all : parts.reduce((all, { loose }) => all | loose, 0n);
  const open = parts.find(({ chosen, loose }) => !holds(chosen, loose));
  return {
    bounds: isAllBut ? { certain: choices.all & ~possible, possible: choices.all & ~certain } : { certain, possible },
    isAllBut,
    parts,
    why: why ?? (open && new UnreadableValue(place.resource, place.path, openSpelling(open.spelling))),
  };
}

const PARTITIONS: Readonly<Record<string, string>> = { arn: "aws", orn: "ows" };
/** Where the partition and the account stand in an ORN. */
const [PARTITION, ACCOUNT] = [1, 4];

/** A pattern of resources whatever partition and account it names: EIM gives rights in its own account alone. */
function anyAccount(pattern: string): string {
  const parts = pattern.split(":");
  const partition = PARTITIONS[parts[0]?.toLowerCase() ?? ""];
  if (partition === undefined || parts.length <= PARTITION + 1) return pattern;
  return parts
    .map((part, index) => {
      if (index === PARTITION && !/[*?]/.test(part)) return partition;
      return index === ACCOUNT && /^\d{12}$/.test(part) ? "*" : part;
    })
    .join(":");
}

/** What can be quoted: a pattern of actions, and nothing that may be a secret or break a sentence. */
const QUOTABLE = /^[\w*?:, -]{1,80}$/;

function quotable(parts: readonly { readonly spelling: string }[]): string[] {
  return [...new Set(parts.map(({ spelling }) => spelling))].filter((spelling) => QUOTABLE.test(spelling));
}

function openSpelling(spelling: string): Text {
  const quoted = QUOTABLE.test(spelling) ? ` \`${spelling}\`` : "";
  return {
    en: `the spelling${quoted}, which may stand for more than its letters`,
    fr: `la graphie${quoted}, qui peut désigner plus que ses lettres`,
  };
}
