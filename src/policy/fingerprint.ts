import { createHash } from "node:crypto";
import { isValues, type Resource, type Subject, type Value, valueAt } from "../stack";
import type { Finding } from "./finding";
import type { Datum } from "./message";
import type { Reason } from "./reason";

/**
 * Names a finding for good: by its policy, its subject, what is said of it and the property that it is said of. It stays
 * when lists are reordered, lines move, files are renamed or sentences are reworded. Another port, range, protocol, device
 * or account is another finding. Findings of one subject that say the same share it.
 */
export function fingerprint(
  policy: string,
  { subject, message, path, facts }: Pick<Finding, "subject" | "message" | "path" | "facts">,
): string {
  const fact = [message.id, factsOf(message.data), factsOf(facts)];
  return hash([policy, ...identify(subject), ...fact, stablePath(subject.resource, path)]);
}

/** Names an undetermined verdict: by its policy, its subject and the property that hides it. */
export function undeterminedFingerprint(policy: string, subject: Subject, reason: Reason): string {
  const of = "doubt" in reason ? subject.resource : reason.resource;
  return hash([policy, ...identify(subject), stablePath(subject.resource, subject.path), stablePath(of, reason.path)]);
}

function identify({ kind, name, identity }: Subject): readonly string[] {
  return identity === undefined ? [kind, name] : [kind, name, identity];
}

function hash(identity: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 16);
}

/** Data that move or run out while the fact stays: a line, a place in a list, the days left, what a deployment assigns. */
const PASSING: readonly string[] = ["line", "place", "left", "publicIp"];

/** The data of a message without what passes, whatever order they come in. */
function factsOf(data: Datum): unknown {
  if (isList(data)) return data.map((each) => JSON.stringify(factsOf(each))).sort();
  if (typeof data !== "object" || data === null) return data ?? null;
  const entries = Object.entries(data).filter(([name, each]) => each !== undefined && !PASSING.includes(name));
  return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, factsOf(each)]);
}

function isList(data: Datum): data is readonly Datum[] {
  return Array.isArray(data);
}

/**
 * A property path without places in lists. An element goes by the name or the number that it has itself:
 * `blockDeviceMappings[0].bsu` becomes `blockDeviceMappings[deviceName=/dev/xvdb].bsu`.
 */
function stablePath({ inputs }: Resource, path: string): string {
  return path.replaceAll(/\[\d+\]/g, (place, start: number) => {
    const names = ownNames(valueAt(inputs, path.slice(0, start + place.length)));
    return names.length === 0 ? "" : `[${names.join()}]`;
  });
}

/** The names and the numbers by which an element of a list calls itself. */
function ownNames(element: Value | undefined): string[] {
  if (!isValues(element)) return [];
  return Object.entries(element)
    .filter(([property, value]) => /name$|number$/i.test(property) && ["string", "number"].includes(typeof value))
    .map(([property, value]) => `${property}=${String(value as string | number)}`)
    .sort();
}
