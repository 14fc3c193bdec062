import {
  contradict,
  type Seen,
  type SeenFacts,
  seenKey,
  type SeenKind,
  tellFacts,
  tellIops,
  tellType,
} from "../outscale";
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

/** An element of an answer: what the API tells of one resource. */
type Element = Readonly<Record<string, unknown>>;

/** A call of the API whose answer is read. */
interface Call {
  readonly call: string;
  /** The key of its list, and that by which each element of it is known. */
  readonly list: string;
  readonly id: string;
  readonly kind: SeenKind;
  /** What elements of other lists have that bear the same id: links, snapshots, NICs. */
  readonly foreign: readonly string[];
  readonly tell: (element: Element) => SeenFacts;
}

/** The calls, the most particular id first: a VM names its Subnet too, and no Subnet a VM. */
const CALLS: readonly Call[] = [
  {
    ...{ call: "ReadVms", list: "Vms", id: "VmId", kind: "vm" },
    foreign: ["PublicIpId", "VmState", "ConsoleOutput", "MaintenanceEvents"],
    tell: tellVm,
  },
  {
    ...{ call: "ReadLoadBalancers", list: "LoadBalancers", id: "LoadBalancerName", kind: "load balancer" },
    foreign: [],
    tell: tellBalancer,
  },
  {
    ...{ call: "ReadVolumes", list: "Volumes", id: "VolumeId", kind: "volume" },
    foreign: ["VolumeSize"],
    tell: tellVolume,
  },
  {
    ...{ call: "ReadSubnets", list: "Subnets", id: "SubnetId", kind: "subnet" },
    foreign: ["NicId", "NatServiceId"],
    tell: tellSubnet,
  },
];

/**
 * Reads what the API answered, as `osc-cli` and `octl` print it: the whole answer, or its list alone.
 * @throws {UserError} when it is no such answer, an error of the API, one page of several, or contradicts itself
 */
export async function readLiveAnswers(input: JsonInput): Promise<LiveAnswers> {
  const { name } = input;
  const answer = parse(await readText(input), name);
  const lists = isRecord(answer) ? readWhole(answer, name) : readListAlone(answer, name);
  const seen = lists.flatMap(({ call, elements }) => elements.map((element) => see(call, element)));
  return {
    kinds: lists.map(({ call: { kind } }) => kind),
    seen: joinSights(seen, (twice) => {
      throw refuse(name, answeredTwice(twice));
    }),
    accounts: [...new Set(lists.flatMap(({ elements }) => elements.flatMap(accountsIn)))],
  };
}

/**
 * Joins what was seen several times of the same resource.
 * @param refuseTwice what to do about a resource of which two sights tell otherwise
 */
export function joinSights(seen: readonly Seen[], refuseTwice: (twice: Seen) => void): Seen[] {
  const joined = new Map<string, Seen>();
  for (const each of seen) {
    const known = joined.get(seenKey(each));
    if (known && contradict(known, each)) refuseTwice(each);
    joined.set(seenKey(each), known ? { ...each, facts: { ...known.facts, ...each.facts } } : each);
  }
  return [...joined.values()];
}

/** The list of a call. */
interface AnsweredList {
  readonly call: Call;
  readonly elements: readonly Element[];
}

function readWhole(answer: Element, name: Text): AnsweredList[] {
  if (isFilled(answer["Errors"])) throw refuse(name, AN_ERROR);
  const more = ["NextPageToken", "HasMoreItems"].find((key) => isFilled(answer[key]));
  if (more !== undefined) throw refuse(name, onePage(more));
  const calls = CALLS.filter(({ list }) => list in answer);
  if (calls.length === 0) throw refuse(name, NO_ANSWER);
  return calls.map((call) => ({ call, elements: readElements(answer[call.list], call, name) }));
}

/** Whether an answer says something by a key: not nothing, no, an empty text or an empty list. */
function isFilled(value: unknown): boolean {
  const isEmpty = Array.isArray(value) && value.length === 0;
  return value !== undefined && value !== null && value !== false && value !== "" && !isEmpty;
}

function readElements(list: unknown, { list: key, id }: Call, name: Text): Element[] {
  if (!Array.isArray(list)) throw refuse(name, noList(key));
  return (list as unknown[]).map((element, index) => {
    if (isRecord(element) && text(element[id]) !== undefined) return element;
    throw refuse(name, withoutId(`${key}[${String(index)}]`, id));
  });
}

/** A list alone does not name its call: what its elements have tells. */
function readListAlone(list: unknown, name: Text): AnsweredList[] {
  const elements: readonly unknown[] = Array.isArray(list) ? list : [];
  const [first] = elements;
  const call = isRecord(first) ? findCall(first) : undefined;
  if (!call) throw refuse(name, NO_ANSWER);
  return [
    {
      call,
      elements: elements.map((element, index) => {
        if (isRecord(element) && findCall(element) === call) return element;
        throw refuse(name, withoutId(`[${String(index)}]`, call.id));
      }),
    },
  ];
}

function findCall(element: Element): Call | undefined {
  const call = CALLS.find(({ id }) => text(element[id]) !== undefined);
  return call?.foreign.some((key) => key in element) === true ? undefined : call;
}

function see({ kind, id, tell }: Call, element: Element): Seen {
  return { kind, id: text(element[id]) ?? "", name: null, facts: tell(element) };
}

function tellVm(element: Element): SeenFacts {
  const nics = recordsIn(element["Nics"]);
  const subnets = [element, ...nics].map((each) => text(each["SubnetId"])).filter((subnet) => subnet !== undefined);
  const disks = listDisks(element);
  const root = text(element["RootDeviceName"]) ?? "/dev/sda1";
  return {
    ...tellType(text(element["VmType"]), text(element["Performance"])),
    ...tellFacts({
      state: text(element["State"]),
      subregion: text(recordIn(element["Placement"])["SubregionName"]),
      subnets: subnets.length > 0 ? subnets : undefined,
      volumes: disks?.filter(({ device }) => device !== root).map(({ volume }) => volume),
      rootVolume: disks?.find(({ device }) => device === root)?.volume,
    }),
  };
}

/** The volumes of a VM by the devices that they are attached as; `undefined` where the answer does not list them all. */
function listDisks(element: Element): { readonly device: string | undefined; readonly volume: string }[] | undefined {
  const mappings = element["BlockDeviceMappings"];
  if (!Array.isArray(mappings)) return undefined;
  const found = recordsIn(mappings).flatMap((mapping) => {
    const volume = text(recordIn(mapping["Bsu"])["VolumeId"]);
    return volume === undefined ? [] : [{ device: text(mapping["DeviceName"]), volume }];
  });
  return found.length === mappings.length ? found : undefined;
}

function tellBalancer(element: Element): SeenFacts {
  return tellFacts({
    state: text(element["State"]),
    subregion: textsIn(element["SubregionNames"])?.sort().join(", "),
    backends: textsIn(element["BackendVmIds"]),
  });
}

function tellVolume(element: Element): SeenFacts {
  const links = element["LinkedVolumes"];
  const type = text(element["VolumeType"]);
  return {
    ...tellFacts({
      state: text(element["State"]),
      subregion: text(element["SubregionName"]),
      type,
      size: text(element["Size"]),
      vm: Array.isArray(links) ? textsIn(recordsIn(links).map((link) => link["VmId"])) : undefined,
    }),
    ...tellIops(type, text(element["Iops"])),
  };
}

function tellSubnet(element: Element): SeenFacts {
  return tellFacts({ subregion: text(element["SubregionName"]), net: text(element["NetId"]) });
}

/** Whose NICs, or whose default group, an element has. */
function accountsIn(element: Element): string[] {
  const named = [
    element["AccountId"],
    ...recordsIn(element["Nics"]).map((nic) => nic["AccountId"]),
    recordIn(element["SourceSecurityGroup"])["SecurityGroupAccountId"],
  ];
  return named.filter((account) => typeof account === "string" && /^\d{12}$/.test(account)) as string[];
}

async function readText({ name, chunks }: JsonInput): Promise<string> {
  const read: Uint8Array[] = [];
  try {
    for await (const chunk of chunks) read.push(chunk);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    throw refuse(name, { en: `cannot be read (${code})`, fr: `est illisible (${code})` });
  }
  return decode(Buffer.concat(read), name);
}

function decode(bytes: Uint8Array, name: Text): string {
  // JSON begins with a sign of ASCII: a nought beside it is half of a wider sign.
  if (bytes.subarray(0, 4).includes(0) || isMarkedUtf16(bytes)) throw refuse(name, IN_UTF16);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refuse(name, NOT_UTF8);
  }
}

function isMarkedUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
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

/** A text or a number as text. */
function text(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The texts of a list; `undefined` where it is none, or one of its elements is none. */
function textsIn(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const found = (value as unknown[]).map(text).filter((each) => each !== undefined);
  return found.length === value.length ? found : undefined;
}

function recordsIn(value: unknown): Element[] {
  return Array.isArray(value) ? (value as unknown[]).filter(isRecord) : [];
}

function recordIn(value: unknown): Element {
  return isRecord(value) ? value : {};
}

function onePage(key: string): Text {
  return {
    en: `is one page of several (\`${key}\`): give the answer whole`,
    fr: `est une page parmi plusieurs (\`${key}\`) : donnez la réponse entière`,
  };
}

function noList(key: string): Text {
  return { en: `has a \`${key}\` that is no list`, fr: `a un \`${key}\` qui n'est pas une liste` };
}

function withoutId(place: string, id: string): Text {
  return { en: `has no \`${id}\` at \`${place}\``, fr: `n'a pas de \`${id}\` en \`${place}\`` };
}

function answeredTwice({ id }: Seen): Text {
  return { en: `answers twice of ${id}, and not alike`, fr: `répond deux fois pour ${id}, et différemment` };
}

const CALL_NAMES = CALLS.map(({ call }) => call).join(", ");
const BROKEN_OFF: Text = { en: "is not JSON, or breaks off", fr: "n'est pas du JSON, ou s'interrompt" };
const IN_UTF16: Text = {
  en: "is in UTF-16. Accepted: UTF-8; in PowerShell, `| Out-File -Encoding utf8`",
  fr: "est en UTF-16. Accepté : UTF-8 ; dans PowerShell, `| Out-File -Encoding utf8`",
};
const NOT_UTF8: Text = {
  en: "is not in UTF-8, and perhaps in Latin-1. Accepted: UTF-8",
  fr: "n'est pas en UTF-8, et peut-être en Latin-1. Accepté : UTF-8",
};
const AN_ERROR: Text = { en: "is an error of the API", fr: "est une erreur de l'API" };
const NO_ANSWER: Text = {
  en: `is no answer of the API. Accepted: those of ${CALL_NAMES}`,
  fr: `n'est pas une réponse de l'API. Acceptées : celles de ${CALL_NAMES}`,
};
