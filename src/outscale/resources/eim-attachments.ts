import {
  addTo,
  all,
  attempt,
  ifKnown,
  possibly,
  reference,
  references,
  type Resource,
  type Target,
  Unknown,
  UnknownValue,
  valueAt,
  refuse,
  some,
} from "../../stack";
import type { System } from "../provider/system";
import { elementPaths } from "../provider/view";
import { selectElements } from "./eim-elements";
import { EimUser, EimUserGroup } from "./eim-user";

const POLICY = "outscale:index/policy:Policy";
const VERSION = "outscale:index/policyVersion:PolicyVersion";
/** What follows the account in a policy's orn: its path and its name. */
const PATH_OF_ORN = /^orn:[^:]*:[^:]*:[^:]*:[^:]*:policy(\/.+)$/;
/** The id of the version that comes with a policy. */
const FIRST = "v1";

/** A policy of which there may be several versions: the stack's, or the orn of another. */
type PolicyReference = Resource | string;

/** To whom a policy can be given. */
export type PolicyHolder = EimUser | EimUserGroup;

interface Holders {
  readonly certain: ReadonlyMap<PolicyReference, readonly PolicyHolder[]>;
  readonly possible: readonly { readonly holder: PolicyHolder; readonly why: UnknownValue }[];
}

/**
 * The policy that a `Policy` or `PolicyVersion` is a version of.
 * @throws {UnknownValue} when it is not known
 */
export function policyOf(system: System, version: Resource): PolicyReference {
  return version.type === POLICY ? version : requireKnown(targetAt(system, version, "policyOrn"));
}

/** The users and groups that a policy is certainly given to, and whether there may be more in the stack. */
export function holdersOf(
  system: System,
  policy: PolicyReference,
): { readonly certain: readonly PolicyHolder[]; readonly mayBeMore: boolean } {
  const { certain, possible } = system.memo("holders of EIM policies", system, () => findHolders(system));
  return { certain: certain.get(policy) ?? [], mayBeMore: possible.some(({ why }) => mayBe(why, policy)) };
}

/**
 * Whether a user or a group is given a policy.
 * @throws {UnknownValue} when that is not known
 */
export function isGiven(system: System, holder: Resource, policy: PolicyReference): boolean {
  return some(policiesGiven(system, holder), (target) => {
    if ("unknown" in target && !mayBe(target.unknown, policy)) return false;
    return requireKnown(target) === policy;
  });
}

/**
 * What makes one version of a policy its default: the version itself, or one of those it is given to. Each throws
 * when it is read and not known; `undefined` stands for a version that is not the stack's.
 */
export function defaultsOf(system: System, policy: PolicyReference): (() => Resource | undefined)[] {
  const own = versionsOf(system, policy).filter((version) => possibly(() => isSetAsDefault(system, version, policy)));
  return [
    ...own.map((version) => () => (isSetAsDefault(system, version, policy) ? version : undefined)),
    ...holdersIn(system).flatMap(({ resource }) => findChosenVersions(system, resource, policy)),
  ];
}

function holdersIn(system: System): PolicyHolder[] {
  return [EimUser, EimUserGroup].flatMap((view): PolicyHolder[] =>
    system.ofTypes(view.types).map((resource) => system.view<PolicyHolder>(resource, view)),
  );
}

function findHolders(system: System): Holders {
  const certain = new Map<PolicyReference, PolicyHolder[]>();
  const possible: { holder: PolicyHolder; why: UnknownValue }[] = [];
  for (const holder of holdersIn(system)) {
    for (const target of policiesGiven(system, holder.resource)) {
      if ("unknown" in target) possible.push({ holder, why: target.unknown });
      else addTo(certain, requireKnown(target), holder);
    }
  }
  return { certain, possible };
}

/** The policies that a user or a group is given. */
function policiesGiven(system: System, holder: Resource): Target[] {
  return system.memo("policies that it is given", holder, () => listGivenPolicies(system, holder));
}

function listGivenPolicies(system: System, holder: Resource): Target[] {
  const { inputs } = holder;
  const texts = elementPaths(inputs, "policies").map((at) => valueAt(inputs, `${at}.policyOrn`));
  const named = texts.flatMap((text) => (typeof text === "string" ? [targetOf(system, holder, text)] : []));
  const found = named.flatMap((target) => ("resource" in target ? [target.resource.urn] : []));
  const others = selectElements(holder, "policies", "policyOrn", (value) => value instanceof Unknown);
  const policyOrn = (others.propertyDependencies["policyOrn"] ?? []).filter((urn) => !found.includes(urn));
  const rest = references(
    system,
    { ...others, propertyDependencies: { policyOrn } },
    { path: "policyOrn", types: [POLICY] },
  );
  return [...named, ...rest];
}

/** The versions that a user or a group makes the default of a policy: it may be given the policy. */
function findChosenVersions(system: System, holder: Resource, policy: PolicyReference): (() => Resource | undefined)[] {
  return elementPaths(holder.inputs, "policies").flatMap((at) => {
    const path = `${at}.defaultVersionId`;
    const chosen = valueAt(holder.inputs, path);
    if (chosen === undefined || chosen === "") return [];
    const given = targetAt(system, holder, `${at}.policyOrn`);
    if ("unknown" in given ? !mayBe(given.unknown, policy) : requireKnown(given) !== policy) return [];
    if (typeof chosen === "string") {
      const readChosen = () => {
        requireKnown(given);
        return versionWith(system, policy, chosen, { holder, path });
      };
      return [readChosen];
    }
    const versions = candidatesAt(system, holder, path);
    const own = versions.filter((version) => versionsOf(system, policy).includes(version));
    if (versions.length > 0 && own.length === 0) return [];
    const [only, ...others] = own;
    if (only && others.length === 0) return [() => (policyOf(system, only) === policy ? only : undefined)];
    return [refuse(new UnknownValue(holder, path, { candidates: own }))];
  });
}

/** The version with an id; those of the stack often have none before they are deployed. */
function versionWith(
  system: System,
  policy: PolicyReference,
  id: string,
  { holder, path }: { readonly holder: Resource; readonly path: string },
): Resource | undefined {
  if (id === FIRST) return typeof policy === "string" ? undefined : policy;
  const versions = versionsOf(system, policy);
  const found = versions.find(({ outputs }) => outputs?.["versionId"] === id);
  const candidates = versions.filter(({ outputs }) => typeof outputs?.["versionId"] !== "string");
  if (found || candidates.length === 0) return found;
  throw new UnknownValue(holder, path, { candidates });
}

function candidatesAt(system: System, from: Resource, path: string): readonly Resource[] {
  const found = attempt(() => reference(system, from, { path, types: [VERSION] }));
  if (found.why) return found.why.candidates;
  return found.value && "resource" in found.value ? [found.value.resource] : [];
}

/** What is written beside a policy's own document as a version of it, or may be. */
function versionsOf(system: System, policy: PolicyReference): Resource[] {
  return system.ofTypes([VERSION]).filter((version) => {
    const target = targetAt(system, version, "policyOrn");
    return "unknown" in target ? mayBe(target.unknown, policy) : requireKnown(target) === policy;
  });
}

function isSetAsDefault(system: System, version: Resource, policy: PolicyReference): boolean {
  return all(
    () => {
      const value = valueAt(version.inputs, "setAsDefault");
      if (value instanceof Unknown) throw new UnknownValue(version, "setAsDefault", { value });
      return value === true || value === "true";
    },
    () => policyOf(system, version) === policy,
  );
}

/** What an orn at a path is that of. */
function targetAt(system: System, from: Resource, path: string): Target {
  return system.memo(`policy at ${path}`, from, () => followReference(system, from, path));
}

function followReference(system: System, from: Resource, path: string): Target {
  const value = valueAt(from.inputs, path);
  if (typeof value === "string") return targetOf(system, from, value);
  const found = attempt(() => reference(system, from, { path, types: [POLICY] }));
  if (!found.why) return found.value ?? { outside: "" };
  if (found.why instanceof UnknownValue) return { unknown: found.why };
  throw found.why;
}

/** The policy that an orn is that of: it ends with the path and the name of the policy, which a program writes. */
function targetOf(system: System, from: Resource, orn: string): Target {
  const policies = system.ofTypes([POLICY]);
  const deployed = policies.find(({ outputs }) => outputs?.["orn"] === orn);
  if (deployed) return { resource: deployed };
  const end = PATH_OF_ORN.exec(orn)?.[1];
  const others = policies.filter(({ outputs }) => typeof outputs?.["orn"] !== "string");
  const named = others.find((policy) => end !== undefined && ifKnown(() => pathOf(policy)) === end);
  if (named) return { resource: named };
  const candidates = others.filter((policy) => ifKnown(() => pathOf(policy)) === undefined);
  return candidates.length === 0 ? { outside: orn } : { unknown: new UnknownValue(from, "policyOrn", { candidates }) };
}

/** @throws {UnknownValue} when it is not known */
function pathOf(policy: Resource): string {
  const [path = "/", name = ""] = ["path", "policyName"].map((property) => {
    const value = valueAt(policy.inputs, property);
    if (value instanceof Unknown) throw new UnknownValue(policy, property, { value });
    return typeof value === "string" && value !== "" ? value : undefined;
  });
  return path + name;
}

function requireKnown(target: Target): PolicyReference {
  if ("unknown" in target) throw target.unknown;
  return "resource" in target ? target.resource : target.outside;
}

function mayBe(why: UnknownValue, policy: PolicyReference): boolean {
  return why.mayLeadTo(typeof policy === "string" ? undefined : policy);
}
