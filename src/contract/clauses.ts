import type { ClauseId } from "./clause-ids";
import type { Clause } from "./clauses/clause";
import { CLIENT_OPERATION } from "./clauses/client-operation";
import { CLIENT_PROTECTION } from "./clauses/client-protection";
import { DATA } from "./clauses/data";
import { GENERAL } from "./clauses/general";
import { INTERNET } from "./clauses/internet";
import { OBJECTS } from "./clauses/objects";
import { PARTIES } from "./clauses/parties";
import { PROVIDER } from "./clauses/provider";
import { QUALIFICATION } from "./clauses/qualification";
import { REGIONS } from "./clauses/regions";
import { SUPPORT } from "./clauses/support";
import { VMS } from "./clauses/vms";
import { VOLUMES } from "./clauses/volumes";

export type { Bearer, Clause, Force, Period, Shows } from "./clauses/clause";

/** What each clause says, in the order of the ids. */
export const CLAUSES: Readonly<Record<ClauseId, Clause>> = {
  ...GENERAL,
  ...PARTIES,
  ...REGIONS,
  ...INTERNET,
  ...OBJECTS,
  ...VOLUMES,
  ...VMS,
  ...SUPPORT,
  ...CLIENT_PROTECTION,
  ...CLIENT_OPERATION,
  ...PROVIDER,
  ...DATA,
  ...QUALIFICATION,
};
