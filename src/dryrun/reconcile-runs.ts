import { compare, isValues, placeText, Unknown, type Resource, type Value, type Values } from "../stack";
import type { DryRunLimit } from "./limit";
import type { DryRun } from "./run";

/**
 * Reconciles two runs of one program, which got different numbers and flags in place of those that are not known: a
 * value that differs between the runs is unknown, and a resource that only one run made is a limit.
 */
export function reconcileRuns(one: DryRun, other: DryRun): DryRun {
  const [ours, theirs] = [byUrn(one), byUrn(other)];
  const apart = [
    ...one.resources.filter(({ urn }) => !theirs.has(urn)),
    ...other.resources.filter(({ urn }) => !ours.has(urn)),
  ];
  return {
    resources: one.resources.flatMap((resource) => {
      const same = theirs.get(resource.urn);
      return same ? [reconcileResource(resource, same)] : [];
    }),
    limits: mergeLimits([...one.limits, ...other.limits, ...apart.map(limitOf)]),
    unansweredCalls: [...new Set([...one.unansweredCalls, ...other.unansweredCalls])].sort(),
    lines: new Set([...one.lines, ...other.lines]),
  };
}

function byUrn({ resources }: DryRun): ReadonlyMap<string, Resource> {
  return new Map(resources.map((resource) => [resource.urn, resource]));
}

function reconcileResource(one: Resource, other: Resource): Resource {
  return {
    ...one,
    inputs: reconcileValues(one.inputs, other.inputs),
    dependencies: mergeNames(one.dependencies, other.dependencies),
    propertyDependencies: Object.fromEntries(
      mergeNames(Object.keys(one.propertyDependencies), Object.keys(other.propertyDependencies)).map((property) => [
        property,
        mergeNames(one.propertyDependencies[property], other.propertyDependencies[property]),
      ]),
    ),
    // Certain of neither, so taken for the weaker.
    protect: one.protect && other.protect,
    ...(one.retainOnDelete !== undefined && { retainOnDelete: one.retainOnDelete && other.retainOnDelete === true }),
  };
}

function reconcileValues(one: Values, other: Values): Values {
  const names = mergeNames(Object.keys(one), Object.keys(other));
  return Object.fromEntries(names.map((name) => [name, reconcileValue(one[name], other[name])]));
}

function reconcileValue(one: Value | undefined, other: Value | undefined): Value {
  if (one === undefined || other === undefined) return new Unknown();
  if (one instanceof Unknown || other instanceof Unknown) return one instanceof Unknown ? one : other;
  if (Array.isArray(one) && Array.isArray(other)) {
    const [ours, theirs] = [one as readonly Value[], other as readonly Value[]];
    if (ours.length !== theirs.length) return new Unknown();
    return ours.map((element, index) => reconcileValue(element, theirs[index]));
  }
  if (isValues(one) && isValues(other)) return reconcileValues(one, other);
  return one === other ? one : new Unknown();
}

function limitOf({ name, position }: Resource): DryRunLimit {
  return { kind: "made after deployment", name: position ? placeText(position) : name };
}

/** Each limit once, sorted by kind and name. */
export function mergeLimits(limits: readonly DryRunLimit[]): DryRunLimit[] {
  const byKey = new Map(limits.map((limit) => [`${limit.kind} ${limit.name}`, limit]));
  return [...byKey.entries()].sort(([a], [b]) => compare(a, b)).map(([, limit]) => limit);
}

function mergeNames(one: readonly string[] = [], other: readonly string[] = []): string[] {
  return [...new Set([...one, ...other])].sort();
}
