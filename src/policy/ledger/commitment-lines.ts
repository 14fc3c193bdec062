import { COMMITMENTS, type Commitment } from "../../contract";
import { type Asset, assetsOf, makeAsset } from "../../outscale";
import { addTo, type Maybe, type Subject } from "../../stack";
import { AssetIndex, isGroup } from "./asset-index";
import { type CommitmentLine, isClaimable, type LedgerInput, type LedgerReason } from "./ledger";
import { findRemedy } from "./remedy";
import { scopeOf } from "./scope";
import { type Draft, draft, findWorst } from "./draft";
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
  const apart = listLosersApart(stances);
  const lines = [...assets, ...apart].map(draft);
  if (lines.length === 0) return [drawNothing(commitment, input)];
  const gatherer = new Gatherer(lines, {
    assets: indexOf(input, assets),
    apart: new AssetIndex(apart.map(({ value }) => value)),
    everything: indexOf(input, assetsOf(input.system, "what may fail")),
  });
  gatherer.addStances(stances);
  gatherer.addReservations(
    listReservations(clause, input, ({ weakens }) => weakens),
    "weakening",
  );
  gatherer.addReservations(
    listReservations(clause, input, ({ excludes }) => excludes),
    "excluded",
  );
  return lines.map((line) => {
    const { status, readings, notes } = decideStatus(line, commitment, input);
    const reasons = isClaimable(status) ? line.weakening : listDeciding(line, status);
    const remedy = status === "forfeited" ? findRemedy(line, commitment, input) : undefined;
    return {
      ...{ commitment, asset: line.asset, status, notes },
      reading: formatReading(commitment, readings, input.system.settings),
      reasons: reasons.map(pickReason),
      excluded: line.excluded.map(pickReason),
      ...(remedy && { remedy }),
    };
  });
}

/** Several commitments are about the same assets: these are indexed once. */
function indexOf({ system }: LedgerInput, assets: readonly Maybe<Asset>[]): AssetIndex {
  return system.memo(AssetIndex, assets, () => new AssetIndex(assets.map(({ value }) => value)));
}

/** What decides a line: nothing that a policy says, where all of it is kept or nothing is claimed. */
function listDeciding(line: Draft, status: CommitmentLine["status"]): readonly LedgerReason[] {
  const worst = findWorst(line);
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

/** Where the assets are found that a verdict bears on. */
interface Indexes {
  readonly assets: AssetIndex;
  readonly apart: AssetIndex;
  readonly everything: AssetIndex;
}

/** Finds for each line what policies say of its asset. */
class Gatherer {
  readonly #lines: readonly Draft[];
  readonly #byAsset: ReadonlyMap<Asset, Draft>;
  readonly #assets: AssetIndex;
  /** What loses by itself, while what it belongs to does not. */
  readonly #apart: AssetIndex;
  /** All that may fail, whatever the commitment is about. */
  readonly #everything: AssetIndex;

  constructor(lines: readonly Draft[], { assets, apart, everything }: Indexes) {
    this.#lines = lines;
    this.#byAsset = new Map(lines.map((line) => [line.asset, line]));
    this.#assets = assets;
    this.#apart = apart;
    this.#everything = everything;
  }

  addStances(stances: readonly Stance[]): void {
    for (const stance of stances) {
      for (const [line, urns] of this.#find(stance.about)) {
        if (!line.asset.isWhole || stance.effect === "kept" || loseParts(line, urns, stance)) line.stances.push(stance);
      }
    }
  }

  /** What belongs to no asset in particular bears on all; what is another asset's, on that one. */
  addReservations(reasons: readonly LedgerReason[], to: "weakening" | "excluded"): void {
    for (const reason of reasons) {
      const { subject } = reason;
      const parts = subject.related.map((resource) => ({ ...subject, kind: "resource" as const, resource }));
      const about = [subject, ...parts];
      const found = this.#find(about);
      if (found.size === 0 && about.some((each) => this.#isOfAnAsset(each))) continue;
      for (const line of found.size > 0 ? found.keys() : this.#lines) line[to].push(reason);
    }
  }

  /** Whether a subject belongs to something that can be claimed for, be it by another commitment. */
  #isOfAnAsset(subject: Subject): boolean {
    return [...this.#everything.find(subject).keys()].some(({ isWhole }) => !isWhole);
  }

  #find(about: readonly Subject[]): ReadonlyMap<Draft, ReadonlySet<string>> {
    const found = new Map<Draft, Set<string>>();
    for (const subject of about) {
      const losers = this.#apart.find(subject);
      // What loses by itself is not what it belongs to.
      for (const [asset, urns] of losers.size > 0 ? losers : this.#assets.find(subject)) {
        const line = this.#byAsset.get(asset);
        if (line) found.set(line, new Set([...(found.get(line) ?? []), ...urns]));
      }
    }
    return found;
  }
}

/** Notes which parts of an asset are lost. Whether they add up to all that it consists of. */
function loseParts({ asset, lostParts }: Draft, urns: ReadonlySet<string>, stance: Stance): boolean {
  for (const urn of urns) addTo(lostParts, urn, stance);
  return lostParts.size === asset.parts.length;
}
