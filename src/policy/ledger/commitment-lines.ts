import { COMMITMENTS, type ClauseId, type Commitment } from "../../contract";
import { type Asset, assetsOf, makeAsset } from "../../outscale";
import { addTo, type Maybe, type Subject } from "../../stack";
import { type CommitmentLine, isClaimable, type LedgerInput, type LedgerReason } from "./ledger";
import { scopeOf } from "./scope";
import { type Draft, draft } from "./draft";
import { listReservations, listStances, type Stance } from "./stances";
import { decideStatus } from "./status";
import { formatReading } from "./reading-text";

/** A line of every commitment for each thing that it is about, in the order of the convention. */
export function drawCommitmentLines(input: LedgerInput): CommitmentLine[] {
  const lines = COMMITMENTS.flatMap((commitment) => drawLines(commitment, input));
  // Where nothing stands there is nothing to say.
  return lines.some(({ asset }) => asset !== undefined) ? lines : [];
}

function drawLines(commitment: Commitment, input: LedgerInput): CommitmentLine[] {
  const { clause } = commitment;
  const stances = listStances(clause, input);
  const assets = assetsOf(input.system, scopeOf(clause));
  const lines = [...assets, ...listLosersApart(stances)].map(draft);
  if (lines.length === 0) return [drawNothing(commitment, input)];
  gather(lines, clause, stances, input);
  return lines.map((line) => {
    const { status, readings, notes } = decideStatus(line, commitment, input);
    const reasons = isClaimable(status) ? line.weakening : listDeciding(line, status);
    return {
      ...{ commitment, asset: line.asset, status, notes },
      reading: formatReading(commitment, readings, input.system.settings),
      reasons: reasons.map(pickReason),
      excluded: line.excluded.map(pickReason),
    };
  });
}

/** What decides a line: nothing that a policy says, where all of it is kept or nothing is claimed. */
function listDeciding(line: Draft, status: CommitmentLine["status"]): readonly LedgerReason[] {
  const worst = line.worst();
  if (worst === "kept" || (status === "not applicable" && worst !== "outside")) return [];
  return line.stances.filter(({ effect }) => effect === worst);
}

function pickReason({ policy, subject }: LedgerReason): LedgerReason {
  return { policy, subject };
}

/** The one line of a commitment that the stack has nothing to claim for. */
function drawNothing(commitment: Commitment, { system }: LedgerInput): CommitmentLine {
  const reading = formatReading(commitment, [], system.settings);
  return { commitment, asset: undefined, status: "not applicable", reading, reasons: [], excluded: [], notes: [] };
}

/** The machines that lose a commitment by themselves, while what they belong to keeps it. */
function listLosersApart(stances: readonly Stance[]): Maybe<Asset>[] {
  const apart = stances.flatMap(({ subject, about }) =>
    isGroup(subject) ? about.filter((each) => !isGroup(each) && subject.related.includes(each.resource)) : [],
  );
  const byUrn = new Map(apart.map((each) => [each.resource.urn, each]));
  return [...byUrn.values()].map((each) => ({ value: makeAsset(each.resource, { subject: each }) }));
}

/** Finds for each line what policies say of its asset. */
function gather(lines: readonly Draft[], clause: ClauseId, stances: readonly Stance[], input: LedgerInput): void {
  const find = indexLines(lines);
  const touched = new Map<Draft, Set<string>>();
  for (const stance of stances) {
    for (const { line, urns } of find(stance.about)) {
      if (!line.asset.isWhole || stance.effect === "kept") line.stances.push(stance);
      else if (covers(touched, line, urns)) line.stances.push(stance);
    }
  }
  for (const reason of listReservations(clause, input, ({ weakens }) => weakens)) {
    for (const line of findOrAll(find, lines, reason.subject)) line.weakening.push(reason);
  }
  for (const reason of listReservations(clause, input, ({ excludes }) => excludes)) {
    for (const line of findOrAll(find, lines, reason.subject)) line.excluded.push(reason);
  }
}

/** What belongs to no asset in particular bears on all. */
function findOrAll(find: FindLines, lines: readonly Draft[], subject: Subject): readonly Draft[] {
  const found = find([
    subject,
    ...subject.related.map((resource) => ({ ...subject, kind: "resource" as const, resource })),
  ]);
  return found.length > 0 ? found.map(({ line }) => line) : lines;
}

/** Whether what is lost adds up to all that an asset consists of. */
function covers(touched: Map<Draft, Set<string>>, line: Draft, urns: readonly string[]): boolean {
  const known = touched.get(line) ?? new Set();
  touched.set(line, known);
  for (const urn of urns) known.add(urn);
  return line.asset.parts.every(({ urn }) => known.has(urn));
}

/** A line, and which of its asset's parts a subject bears on. */
interface Found {
  readonly line: Draft;
  readonly urns: readonly string[];
}
type FindLines = (about: readonly Subject[]) => readonly Found[];

/**
 * Prepares to find the lines that a verdict bears on: that of the very asset it is about, else those whose asset has a
 * part that it is about, or that it is the provider of.
 */
function indexLines(lines: readonly Draft[]): FindLines {
  const bySubject = new Map<string, Draft[]>();
  const byUrn = new Map<string, Found[]>();
  for (const line of lines) {
    const { subject, parts } = line.asset;
    if (subject) addTo(bySubject, subjectKey(subject), line);
    for (const { urn, provider } of new Set(parts)) {
      addTo(byUrn, urn, { line, urns: [urn] });
      if (provider !== undefined) addTo(byUrn, provider, { line, urns: [urn] });
    }
  }
  return (about) => {
    const found = about.flatMap((subject): Found[] => {
      const own = bySubject.get(subjectKey(subject)) ?? [];
      if (isGroup(subject) || own.length > 0) return own.map((line) => ({ line, urns: [] }));
      // Of a part of a resource, another part of it says nothing.
      const found = byUrn.get(subject.resource.urn) ?? [];
      return subject.kind === "part" ? found.filter(({ line }) => line.asset.subject?.kind !== "part") : found;
    });
    return mergeFound(found);
  };
}

function mergeFound(found: readonly Found[]): Found[] {
  const byLine = new Map<Draft, string[]>();
  for (const { line, urns } of found) byLine.set(line, [...(byLine.get(line) ?? []), ...urns]);
  return [...byLine].map(([line, urns]) => ({ line, urns }));
}

/** Several resources that are judged as one. */
function isGroup({ kind }: Subject): boolean {
  return kind === "tier" || kind === "entry" || kind === "net";
}

function subjectKey({ kind, resource, name, path }: Subject): string {
  return JSON.stringify([kind, resource.urn, name, path]);
}
