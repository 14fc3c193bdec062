import type {
  AttachedVolume,
  ListedBalancer,
  ListedVm,
  ListenerEvidence,
  LooseVolume,
  UnknownReason,
  KnownValue,
} from "../../outscale";
import { formatCount, pluralize, type Text } from "../../text";
import { COLON, type PageLines, type Say, wrapText } from "../page";

/** How the resources of a proof are written. */
export interface ProofStyle {
  readonly say: Say;
  /** Nothing is deployed yet: ids and addresses come with the deployment, and are not spoken of. */
  readonly isPlan: boolean;
}

/**
 * Writes one VM with its volumes.
 * @param indent how many spaces come before its first line; the others have two more
 */
export function formatVm(vm: ListedVm, indent: number, style: ProofStyle): PageLines {
  const { say, isPlan } = style;
  const heading = [`${formatId(vm.id, style)}  ${vm.name}`, ...formatWitness(vm, say), ...formatCutOff(vm, say)];
  const facts = [
    ...(isPlan && vm.state === "running" ? [] : formatFact(LABELS.state, vm.state, say)),
    `${formatLabelled(LABELS.type, vm.type, say)}${typeof vm.performance === "string" ? ` (${vm.performance})` : ""}`,
    ...formatFact(LABELS.image, vm.imageId, say),
    ...formatDeployedFacts(LABELS.subnet, vm.subnetIds, style),
    ...formatDeployedFacts(LABELS.net, [vm.netId], style),
    ...formatDeployedFacts(LABELS.privateIp, vm.privateIps, style),
    ...formatDeployedFacts(LABELS.publicIp, vm.publicIps, style),
    ...formatFact(LABELS.created, vm.createdAt, say),
  ];
  return [
    ...wrapText(heading.join(", "), indent),
    ...wrapText(facts.join(", "), indent + 2),
    ...vm.volumes.flatMap((volume) => formatAttachedVolume(volume, vm.subregion, indent + 2, style)),
  ];
}

/**
 * Writes one load balancer with its listeners and backends.
 * @param indent how many spaces come before its first line; the others have two more
 */
export function formatBalancer(balancer: ListedBalancer, indent: number, style: ProofStyle): PageLines {
  const { say } = style;
  const { id, name } = balancer;
  const heading = [id === name ? name : `${formatValue(id, say)}  ${name}`, ...formatCutOff(balancer, say)];
  const facts = [
    ...formatFact(LABELS.type, balancer.type, say),
    ...formatDeployedFacts(LABELS.state, [balancer.state], style),
    ...formatDeployedFacts(LABELS.dns, [balancer.dnsName], style),
    ...formatDeployedFacts(LABELS.publicIp, [balancer.publicIp], style),
    ...formatDeployedFacts(LABELS.subnet, balancer.subnetIds, style),
    ...formatDeployedFacts(LABELS.net, [balancer.netId], style),
  ];
  const listeners = balancer.listeners.map((listener) => formatListener(listener, say));
  return [
    ...wrapText(heading.join(", "), indent),
    ...(facts.length > 0 ? wrapText(facts.join(", "), indent + 2) : []),
    ...wrapText(`${say(LABELS.listeners)} ${listeners.join(", ") || say(NONE)}`, indent + 2),
    ...wrapText(formatBackends(balancer, say), indent + 2),
  ];
}

/** Writes a volume that none of the listed VMs is known to attach, and what attaches it if that is known. */
export function formatLooseVolume(volume: LooseVolume, indent: number, style: ProofStyle): PageLines {
  const { say } = style;
  const { attachedTo } = volume;
  const facts = [
    ...formatVolumeFacts(volume, say),
    ...formatPlace(volume.subregion, say),
    ...(attachedTo === null ? [say(ATTACHED_TO_NOTHING)] : formatFact(LABELS.attachedTo, attachedTo, say)),
  ];
  return wrapText(`${formatVolumeName(volume, style)}${say(COLON)} ${facts.join(", ")}`, indent);
}

/** Writes a value, or why it is not known. */
export function formatValue(value: KnownValue<string | number>, say: Say, gender: Gender = "masculine"): string {
  if (value === null) return say(NOT_KNOWN.untold[gender]);
  return typeof value === "object" ? say(NOT_KNOWN[value.unknown][gender]) : String(value);
}

/** Writes the name of a Subregion, or why it is not known. */
export function formatSubregion(subregion: KnownValue, say: Say): string {
  return formatValue(subregion, say, "feminine");
}

/** That a VM is a witness, or may be one, and is therefore not counted. */
function formatWitness({ isWitness }: ListedVm, say: Say): PageLines {
  if (typeof isWitness === "object") return [say(WITNESS_NOT_KNOWN)];
  return isWitness ? [say(WITNESS)] : [];
}

/** That Pulumi was stopped in the middle of an operation on a resource, which is therefore not counted. */
function formatCutOff({ isCutOff }: ListedVm | ListedBalancer, say: Say): PageLines {
  return isCutOff ? [say(CUT_OFF)] : [];
}

/** @param vmSubregion where its VM lies: its own Subregion is written only where it is another one */
function formatAttachedVolume(
  volume: AttachedVolume,
  vmSubregion: KnownValue,
  indent: number,
  style: ProofStyle,
): PageLines {
  const { say } = style;
  const facts = [
    ...formatFact(LABELS.device, volume.device, say),
    ...formatVolumeFacts(volume, say),
    ...(volume.subregion === vmSubregion ? [] : formatPlace(volume.subregion, say)),
  ];
  const heading = `${say(LABELS.volume)} ${formatVolumeName(volume, style)}${say(COLON)}`;
  return wrapText(`${heading} ${facts.join(", ")}`, indent);
}

/** `vol-1 data`: the id, and the name where it has one. */
function formatVolumeName({ id, name }: AttachedVolume | LooseVolume, style: ProofStyle): string {
  return `${formatId(id, style)}${name === null ? "" : ` ${name}`}`;
}

function formatVolumeFacts({ size, type, iops }: AttachedVolume | LooseVolume, say: Say): PageLines {
  return [
    typeof size === "number" ? `${String(size)} ${say(GIBIBYTES)}` : formatLabelled(LABELS.size, size, say),
    formatLabelled(LABELS.type, type, say),
    ...(typeof iops === "number" ? [`${String(iops)} IOPS`] : formatFact(LABELS.iops, iops, say)),
  ];
}

export const GIBIBYTES: Text = { en: "GiB", fr: "Gio" };

/** `HTTPS 443 → 8080`. */
function formatListener({ port, protocol, backendPort }: ListenerEvidence, say: Say): string {
  return `${formatValue(protocol, say)} ${formatValue(port, say)} → ${formatValue(backendPort, say)}`;
}

/** The backends of a load balancer; on a page about something else, no more than how many there are. */
function formatBackends({ backends, withheldBackends }: ListedBalancer, say: Say): string {
  if (withheldBackends > 0) return say(formatWithheldBackends(withheldBackends));
  return `${say(LABELS.backends)} ${backends.map((backend) => formatBackend(backend, say)).join(", ") || say(NONE)}`;
}

function formatWithheldBackends(number: number): Text {
  const count = formatCount(number, BACKEND, BACKENDS);
  const shown = pluralize(number, NOT_SHOWN, ALL_NOT_SHOWN);
  return { en: `${count.en}, ${shown.en}`, fr: `${count.fr}, ${shown.fr}` };
}

/** `i-1 web (eu-west-2a)`; the state is written only where the VM does not run. */
function formatBackend({ name, id, state, subregion }: ListedBalancer["backends"][number], say: Say): string {
  const stateWords = state === null || state === "running" ? [] : [formatValue(state, say)];
  const facts = [formatSubregion(subregion, say), ...stateWords];
  return `${typeof id === "string" ? `${id} ` : ""}${name} (${facts.join(", ")})`;
}

/** An id as it is; before the deployment, that there is none yet. */
function formatId(id: KnownValue, { say, isPlan }: ProofStyle): string {
  if (isPlan && isKnownLater(id)) return say(NO_ID_YET);
  return typeof id === "string" ? id : `id ${formatValue(id, say)}`;
}

/** A fact after its label, `type tinav6.c2r4p2`; nothing where there is nothing to know. */
function formatFact(label: Label, value: KnownValue<string | number>, say: Say): PageLines {
  return value === null ? [] : [formatLabelled(label, value, say)];
}

function formatLabelled(label: Label, value: KnownValue<string | number>, say: Say): string {
  return `${say(label)} ${formatValue(value, say, label.gender)}`;
}

/** `in cloudgouv-eu-west-1a`; of a place that is not known, why. */
function formatPlace(subregion: KnownValue, say: Say): PageLines {
  return formatFact(typeof subregion === "string" ? LABELS.in : LABELS.subregion, subregion, say);
}

/**
 * Facts that the deployment makes, such as ids and addresses, after their label. A plan leaves out those to come, and a
 * page that is limited those that it keeps back.
 */
function formatDeployedFacts(label: Label, values: readonly KnownValue[], { say, isPlan }: ProofStyle): PageLines {
  const written = values.filter((value) => value !== null && !(isPlan && isKnownLater(value)) && !isWithheld(value));
  if (written.length === 0) return [];
  return [`${say(label)} ${written.map((value) => formatValue(value, say, label.gender)).join(", ")}`];
}

function isWithheld(value: KnownValue): boolean {
  return typeof value === "object" && value?.unknown === "withheld";
}

/** Whether a value is known only once it is deployed. */
function isKnownLater(value: KnownValue): boolean {
  return typeof value === "object" && value?.unknown === "later";
}

/** The gender of what is said to be unknown, where a language has one. */
type Gender = "masculine" | "feminine";

/** What stands before a value. */
interface Label extends Text {
  readonly gender?: Gender;
}

const NOT_KNOWN: Readonly<Record<UnknownReason["unknown"], Readonly<Record<Gender, Text>>>> = {
  later: {
    masculine: { en: "not known", fr: "non connu" },
    feminine: { en: "not known", fr: "non connue" },
  },
  secret: {
    masculine: { en: "secret (not shown)", fr: "secret (non affiché)" },
    feminine: { en: "secret (not shown)", fr: "secrète (non affichée)" },
  },
  outside: {
    masculine: { en: "in another stack", fr: "dans une autre stack" },
    feminine: { en: "in another stack", fr: "dans une autre stack" },
  },
  untold: {
    masculine: { en: "not told", fr: "non indiqué" },
    feminine: { en: "not told", fr: "non indiquée" },
  },
  withheld: {
    masculine: { en: "not shown on this page", fr: "non affiché sur cette page" },
    feminine: { en: "not shown on this page", fr: "non affichée sur cette page" },
  },
};
const BACKEND: Text = { en: "backend", fr: "backend" };
const BACKENDS: Text = { en: "backends", fr: "backends" };
const { masculine: NOT_SHOWN } = NOT_KNOWN.withheld;
const ALL_NOT_SHOWN: Text = { en: "not shown on this page", fr: "non affichés sur cette page" };
const NO_ID_YET: Text = { en: "no id yet", fr: "pas encore d'id" };
/** What is written in place of a number or a list where there is nothing. */
export const NONE: Text = { en: "none", fr: "rien" };
const WITNESS: Text = {
  en: "witness: it only takes part in votes, and is not counted",
  fr: "témoin : cette VM ne fait que voter, et n'est pas comptée",
};
const WITNESS_NOT_KNOWN: Text = {
  en: "a tag that is not known may make it a witness: it is not counted",
  fr: "un tag non connu peut en faire un témoin : cette VM n'est pas comptée",
};
const CUT_OFF: Text = {
  en: "an operation on it was cut off: not counted",
  fr: "une opération y a été interrompue : hors décompte",
};
const ATTACHED_TO_NOTHING: Text = { en: "attached to nothing", fr: "non attaché" };

const LABELS = {
  state: { en: "state", fr: "état" },
  type: { en: "type", fr: "type" },
  size: { en: "size", fr: "taille", gender: "feminine" },
  iops: { en: "IOPS", fr: "IOPS" },
  image: { en: "image", fr: "image", gender: "feminine" },
  subnet: { en: "Subnet", fr: "Subnet" },
  net: { en: "Net", fr: "Net" },
  privateIp: { en: "private IP", fr: "IP privée", gender: "feminine" },
  publicIp: { en: "public IP", fr: "IP publique", gender: "feminine" },
  created: { en: "created", fr: "créée" },
  device: { en: "device", fr: "périphérique" },
  volume: { en: "volume", fr: "volume" },
  in: { en: "in", fr: "dans" },
  subregion: { en: "Subregion", fr: "Sous-région", gender: "feminine" },
  attachedTo: { en: "attached to", fr: "attaché à" },
  dns: { en: "DNS", fr: "DNS" },
  listeners: { en: "listeners:", fr: "listeners :" },
  backends: { en: "backends:", fr: "backends :" },
} as const satisfies Readonly<Record<string, Label>>;
