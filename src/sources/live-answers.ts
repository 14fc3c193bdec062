import type { Seen, SeenKind } from "../outscale";
import { type Text, UserError } from "../text";
import type { JsonInput } from "./json-input";
import { isRecord } from "./record";

/** What the API answers of an account, by the calls whose answers were given. */
export interface LiveAnswers {
  readonly kinds: readonly SeenKind[];
  readonly seen: readonly Seen[];
  /** The accounts that the answers name. */
  readonly accounts: readonly string[];
}

/** The list that each call answers, by what each of its elements is known by. */
const CALLS = [
  { call: "ReadVms", list: "Vms", id: "VmId", kind: "vm" },
  { call: "ReadLoadBalancers", list: "LoadBalancers", id: "LoadBalancerName", kind: "load balancer" },
  { call: "ReadVolumes", list: "Volumes", id: "VolumeId", kind: "volume" },
  { call: "ReadSubnets", list: "Subnets", id: "SubnetId", kind: "subnet" },
] as const;

/**
 * Reads what the API answered, as `osc-cli` and `octl` print it: the whole answer, or its list alone.
 * @throws {UserError} when it is no such answer, an error of the API, or one page of several
 */
export async function readLiveAnswers(input: JsonInput): Promise<LiveAnswers> {
  const answer = parse(await readText(input), input.name);
  if (isRecord(answer) && Array.isArray(answer["Errors"])) throw refuse(input.name, AN_ERROR);
  if (isRecord(answer) && typeof answer["NextPageToken"] === "string" && answer["NextPageToken"] !== "") {
    throw refuse(input.name, ONE_PAGE);
  }
  const found = CALLS.flatMap(({ list, id, kind }) => {
    const elements = isRecord(answer) ? answer[list] : answer;
    if (!Array.isArray(elements)) return [];
    const records = (elements as unknown[]).filter(isRecord).filter((element) => typeof element[id] === "string");
    const isList = records.length === elements.length && (isRecord(answer) || records.length > 0);
    return isList ? [{ kind, records, id }] : [];
  });
  if (found.length === 0) throw refuse(input.name, NO_ANSWER);
  return {
    kinds: found.map(({ kind }) => kind),
    seen: found.flatMap(({ kind, records, id }) => records.map((element) => see(kind, String(element[id]), element))),
    accounts: [...new Set(found.flatMap(({ records }) => records.flatMap(accountsIn)))],
  };
}

function see(kind: SeenKind, id: string, element: Readonly<Record<string, unknown>>): Seen {
  const placement = element["Placement"];
  const names = element["SubregionNames"];
  const subregion = isRecord(placement)
    ? placement["SubregionName"]
    : Array.isArray(names)
      ? (names as unknown[])[0]
      : element["SubregionName"];
  return {
    ...{ kind, id, name: undefined },
    // Of a volume and a Subnet, the state of the program's inventory says nothing to compare with.
    state: kind === "vm" || kind === "load balancer" ? text(element["State"]) : undefined,
    subregion: text(subregion),
  };
}

/** Whose NICs, or whose default group, an element has. */
function accountsIn(element: Readonly<Record<string, unknown>>): string[] {
  const nics = Array.isArray(element["Nics"]) ? (element["Nics"] as unknown[]).filter(isRecord) : [];
  const group = element["SourceSecurityGroup"];
  const named = [
    element["AccountId"],
    ...nics.map((nic) => nic["AccountId"]),
    isRecord(group) ? group["SecurityGroupAccountId"] : undefined,
  ];
  return named.filter((account) => typeof account === "string" && /^\d{12}$/.test(account)) as string[];
}

async function readText({ name, chunks }: JsonInput): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let read = "";
  try {
    for await (const chunk of chunks) read += decoder.decode(chunk, { stream: true });
    return read + decoder.decode();
  } catch (error) {
    const { code = "UTF-8" } = error as NodeJS.ErrnoException;
    throw refuse(name, { en: `cannot be read (${code})`, fr: `est illisible (${code})` });
  }
}

function parse(written: string, name: Text): unknown {
  try {
    return JSON.parse(written);
  } catch {
    throw refuse(name, BROKEN_OFF);
  }
}

function refuse(name: Text, why: Text): UserError {
  return new UserError({ en: `${name.en} ${why.en}.`, fr: `${name.fr} ${why.fr}.` });
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

const CALL_NAMES = CALLS.map(({ call }) => call).join(", ");
const BROKEN_OFF: Text = { en: "is not JSON, or breaks off", fr: "n'est pas du JSON, ou s'interrompt" };
const AN_ERROR: Text = { en: "is an error of the API", fr: "est une erreur de l'API" };
const ONE_PAGE: Text = {
  en: "is one page of several (`NextPageToken`): give the answer whole",
  fr: "est une page parmi plusieurs (`NextPageToken`) : donnez la réponse entière",
};
const NO_ANSWER: Text = {
  en: `is no answer of the API. Accepted: those of ${CALL_NAMES}`,
  fr: `n'est pas une réponse de l'API. Acceptées : celles de ${CALL_NAMES}`,
};
