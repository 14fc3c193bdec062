import {
  namesOks,
  BOUND_TO_DEPLOYMENT,
  type ClauseId,
  type Commitment,
  type ReadingId,
  SUPPORT_TIMES,
} from "../../contract";
import type { Asset } from "../../outscale";
import { attempt } from "../../stack";
import type { Text } from "../../text";
import { type Draft, findWorst } from "./draft";
import type { CommitmentStatus, LedgerInput } from "./ledger";

/** How a line stands, the readings beside its commitment's own that decide it, and what has to be known of it. */
export interface Standing {
  readonly status: CommitmentStatus;
  readonly readings: readonly ReadingId[];
  readonly notes: readonly Text[];
}

/** Decides how a line stands, by what policies say of its asset, and by how the convention is read. */
export function decideStatus(line: Draft, { clause }: Commitment, input: LedgerInput): Standing {
  const { asset } = line;
  const readings = readingsOf(asset, clause);
  const stand = (status: CommitmentStatus, ...notes: readonly Text[]): Standing => ({ status, readings, notes });
  const worst = findWorst(line);
  if (worst === "outside") return stand("not applicable", OUTSIDE);
  if (BOUND_TO_DEPLOYMENT.includes(clause) && !asset.isProduction) return stand("not applicable", NON_PRODUCTION);
  if (worst === "lost" || worst === "forfeited") return stand(line.isCertain ? "forfeited" : "undetermined");
  if (worst === "accepted") return stand("accepted");
  const alone = costOfStandingAlone(asset, clause, input);
  if (alone) return { status: alone, readings: [...readings, "A3"], notes: [asset.isLoose ? LOOSE : ALONE] };
  if (worst === "undetermined") return { status: "undetermined", readings: [...readings, "A30"], notes: [IMPOSSIBLE] };
  if (worst === "open") return stand("undetermined");
  if (!line.isCertain) return stand("undetermined", UNCERTAIN);
  return { ...stand(keptStatus(asset, clause, input)), notes: notesOf(asset, clause, input) };
}

/** What becomes of an asset that is in a single Subregion, where that is read to cost every commitment. */
function costOfStandingAlone(
  { isLoose, standsAlone, mayStandAlone }: Asset,
  clause: ClauseId,
  { system }: LedgerInput,
): CommitmentStatus | undefined {
  if (system.settings.readings.A3 !== "every-commitment" || BOUND_TO_DEPLOYMENT.includes(clause)) return undefined;
  if (isLoose) return "undetermined";
  const alone = attempt(() => standsAlone?.() === true);
  if (alone.why) return "undetermined";
  if (!alone.value) return undefined;
  return mayStandAlone?.() === true ? "accepted" : "forfeited";
}

/** How a line stands that nothing costs anything. */
function keptStatus(asset: Asset, clause: ClauseId, input: LedgerInput): CommitmentStatus {
  const { readings } = input.system.settings;
  if (asset.kind === "backup") return "undetermined";
  if (asset.isOks && !isAttested(input)) return "undetermined";
  if (clause === "SLA6.durability" && readings.A12 === "unconfirmed") return "undetermined";
  if (!BOUND_TO_DEPLOYMENT.includes(clause)) return "enforceable";
  if (clause === "SLA4.firewall" && readings.A2 === "unstarred") return "enforceable";
  if (asset.isLoose || asset.isGuessed) return "undetermined";
  if (asset.isRegional) return readings.A31 === "not-bound" ? "enforceable" : "undetermined";
  return input.isDeployed ? "to be proved" : "planned";
}

function notesOf(asset: Asset, clause: ClauseId, input: LedgerInput): Text[] {
  const notes: Text[] = [];
  if (asset.kind === "backup") notes.push(MADE_ELSEWHERE);
  if (asset.isLoose && BOUND_TO_DEPLOYMENT.includes(clause)) notes.push(LOOSE);
  if (asset.isGuessed && BOUND_TO_DEPLOYMENT.includes(clause)) notes.push(GUESSED);
  if (asset.isOks && !isAttested(input)) notes.push(UNNAMED);
  if (asset.kind === "tier" && SUPPORT_TIMES.includes(clause) && asset.holdsData?.() === true) notes.push(REPLICATION);
  return notes;
}

/** The readings that decide a line of this asset, beside those of the commitment itself. */
function readingsOf(asset: Asset, clause: ClauseId): ReadingId[] {
  const readings: ReadingId[] = [];
  if (asset.isRegional && SUPPORT_TIMES.includes(clause)) readings.push("A31");
  if (asset.hasWitness?.() === true && BOUND_TO_DEPLOYMENT.includes(clause)) readings.push("A33");
  if (asset.isOks) readings.push("A35");
  return readings;
}

function isAttested({ system, today }: LedgerInput): boolean {
  return namesOks(system.settings.attestation, today);
}

const OUTSIDE: Text = { en: "outside the convention: nothing claimed", fr: "hors convention : rien n'est réclamé" };
const NON_PRODUCTION: Text = {
  en: "declared non-production: not claimed",
  fr: "déclaré hors production : non réclamé",
};
const ALONE: Text = {
  en: "in a single Subregion, as far as is known",
  fr: "dans une seule Sous-région, pour autant qu'on le sache",
};
const UNCERTAIN: Text = {
  en: "whether the commitment is about it is not known",
  fr: "rien ne dit si l'engagement le concerne",
};
const IMPOSSIBLE: Text = {
  en: "impossibility declared, to be confirmed by Outscale",
  fr: "impossibilité déclarée, à faire confirmer par Outscale",
};
const MADE_ELSEWHERE: Text = {
  en: "snapshots made elsewhere: nothing here shows them",
  fr: "snapshots faits ailleurs : rien ici ne les montre",
};
const LOOSE: Text = {
  en: "attached to the VM of no tier: nothing says which volumes are equivalent to it",
  fr: "attaché à aucune VM d'un tier : rien ne dit quels volumes lui sont équivalents",
};
const GUESSED: Text = {
  en: "what its VMs do is guessed: tag them `tier`",
  fr: "le rôle de ses VM est deviné : donnez-leur le tag `tier`",
};
const UNNAMED: Text = {
  en: "the convention names no OKS: name it in `attestation.services` where the attestation in force does",
  fr: "la convention ne nomme pas OKS : nommez-le dans `attestation.services` si l'attestation en vigueur le nomme",
};
const REPLICATION: Text = {
  en: "whether its VMs replicate their data is not visible",
  fr: "la réplication des données entre ses VM n'est pas visible",
};
