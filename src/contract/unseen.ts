import type { Text } from "../text";
import type { ClauseId } from "./clause-ids";
import { CLAUSES, type Force } from "./clauses";

/** Why no policy looks at a clause. */
const WHY = {
  paper: {
    en: "It is fulfilled by a document, a notice or a contract, of which a program holds no trace.",
    fr: "Elle passe par un document, une notification ou un contrat, dont un programme ne garde aucune trace.",
  },
  act: {
    en: "It is fulfilled by what people do, again and again; a program shows what exists, not what is done.",
    fr: "Elle passe par ce que font des personnes, jour après jour ; un programme montre ce qui existe, pas ce qui se fait.",
  },
  reserve: {
    en: "It limits what can be claimed, and asks for nothing that could be deployed.",
    fr: "Elle limite ce qui peut être réclamé, et ne demande rien qui puisse être déployé.",
  },
  provider: {
    en: "It binds Outscale: nothing that the client deploys fulfils it.",
    fr: "Elle engage Outscale : rien de ce que déploie le client n'y répond.",
  },
  information: {
    en: "It says how things are, and asks for nothing that could be deployed.",
    fr: "Elle dit ce qui est, et ne demande rien qui puisse être déployé.",
  },
} as const satisfies Readonly<Record<string, Text>>;

/** The clauses that ask something of the client and that no policy looks at. */
const UNSEEN: Partial<Readonly<Record<ClauseId, "paper" | "act">>> = {
  "SLA8.restart": "act",
  "SLA10.ticket": "act",
  "R5.legal": "paper",
  "R5.risk": "paper",
  "R5.policy": "paper",
  "R6.organisation": "paper",
  "R8.analysis": "paper",
  "R9.access": "act",
  "R9.review": "act",
  "R9.certcode": "act",
  "R9.passwords": "act",
  "R12.risk": "act",
  "R12.training": "act",
  "R13.risk": "act",
  "R14.change": "act",
  "R16.notify": "act",
  "R17.degraded": "act",
  "R18.regulated": "paper",
  "R18.ownclients": "paper",
  "REV.report": "act",
  "REV.billing": "act",
  "DATA.inform": "act",
  "QUAL.browser": "act",
  "QUAL.annex2": "paper",
  "AUD.security": "paper",
  "CON.change": "paper",
  "CON.list": "paper",
  "CON.update": "paper",
};

/** What binds Outscale, takes something out of a claim, or only informs asks nothing of the client. */
const ASKS_NOTHING: Partial<Readonly<Record<Force, keyof typeof WHY>>> = {
  commitment: "provider",
  undertaking: "provider",
  exclusion: "reserve",
  information: "information",
};

/**
 * The clauses of which a program shows no more than a sign, such as a tag, a setting or what usually goes with them: no
 * policy can tell that they are not kept, and what it finds is filed under the clause that it really touches.
 */
const SEEN_BY_SIGNS: readonly ClauseId[] = [
  ...(["R8.sensitive", "R9.policies", "R9.mfa", "R12.audit", "R16.monitoring"] as const),
  ...(["R17.continuity", "R17.restart", "R17.degraded", "R18.transfer"] as const),
  ...(["SLA4.waf", "SLA6.usage", "SLA7.nodurability", "SLA9.supervise", "QUAL.workstation"] as const),
];

/** Whether a program shows no more of a clause than a sign of it: the clause may be kept without, and broken with it. */
export function isSeenBySigns(clause: ClauseId): boolean {
  const { force } = CLAUSES[clause];
  // What informs, and what Outscale undertakes, is no less so for what the client deploys.
  return SEEN_BY_SIGNS.includes(clause) || force === "information" || force === "undertaking";
}

/** Why a program does not show how things stand with a clause, for one that no policy looks at. */
export function whyUnseen(clause: ClauseId): Text | undefined {
  const why = UNSEEN[clause] ?? ASKS_NOTHING[CLAUSES[clause].force];
  return why && WHY[why];
}

/** Whether a clause is named as one that no policy looks at. */
export function isUnseen(clause: ClauseId): boolean {
  return UNSEEN[clause] !== undefined;
}
