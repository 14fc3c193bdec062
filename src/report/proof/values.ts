import type {
  AttachedVolume,
  ListedBalancer,
  ListenerEvidence,
  LooseVolume,
  NotKnown,
  Told,
  ListedVm,
} from "../../outscale";
import type { Language, Text } from "../../text";
import { wrapped } from "../wrapped";

/** How the things of a proof are written, in one language. */
export interface Wording {
  vm(vm: ListedVm, indent: number): string[];
  balancer(balancer: ListedBalancer, indent: number): string[];
  looseVolume(volume: LooseVolume, indent: number): string[];
  value(told: Told<string | number>): string;
}

/** @param isPlan whether ids and addresses come with the deployment, and are then not spoken of */
export function wording(language: Language, isPlan: boolean): Wording {
  const say = (text: Text) => text[language];

  function value(told: Told<string | number>): string {
    if (told === null) return say(NOTHING_TOLD);
    return typeof told === "object" ? say(NOT_KNOWN[told.unknown]) : String(told);
  }

  /** `type tinav6.c2r4p2`; nothing where there is nothing to know. */
  function fact(label: Text, told: Told<string | number>): string[] {
    return told === null ? [] : [`${say(label)} ${value(told)}`];
  }

  /** The same of what the deployment gives. */
  function given(label: Text, ...told: readonly Told[]): string[] {
    const shown = told.filter((each) => each !== null && !(isPlan && isLater(each)));
    return shown.length === 0 ? [] : [`${say(label)} ${shown.map(value).join(", ")}`];
  }

  function id(told: Told): string {
    if (isPlan && isLater(told)) return say(NO_ID_YET);
    return typeof told === "string" ? told : `id ${value(told)}`;
  }

  function vm(one: ListedVm, indent: number): string[] {
    const { isWitness } = one;
    const role = typeof isWitness === "object" ? WITNESS_NOT_KNOWN : isWitness ? WITNESS : undefined;
    const head = [`${id(one.id)}  ${one.name}`, ...(role ? [say(role)] : []), ...interrupted(one)];
    const facts = [
      ...(isPlan && one.state === "running" ? [] : fact(LABELS.state, one.state)),
      `${say(LABELS.type)} ${value(one.type)}${typeof one.performance === "string" ? ` (${one.performance})` : ""}`,
      ...fact(LABELS.image, one.imageId),
      ...given(LABELS.subnet, ...one.subnetIds),
      ...given(LABELS.net, one.netId),
      ...given(LABELS.privateIp, ...one.privateIps),
      ...given(LABELS.publicIp, ...one.publicIps),
      ...fact(LABELS.created, one.createdAt),
    ];
    return [
      ...wrapped(head.join(", "), indent),
      ...wrapped(facts.join(", "), indent + 2),
      ...one.volumes.flatMap((volume) => attachedVolume(volume, one.subregion, indent + 2)),
    ];
  }

  function attachedVolume(volume: AttachedVolume, beside: Told, indent: number): string[] {
    const facts = [
      ...fact(LABELS.device, volume.device),
      ...volumeFacts(volume),
      ...(volume.subregion === beside ? [] : fact(LABELS.in, volume.subregion)),
    ];
    return wrapped(
      `${say(LABELS.volume)} ${id(volume.id)}${called(volume.name)}${say(COLON)} ${facts.join(", ")}`,
      indent,
    );
  }

  function looseVolume(volume: LooseVolume, indent: number): string[] {
    const attached =
      volume.attachedTo === null ? say(ATTACHED_TO_NOTHING) : fact(LABELS.attachedTo, volume.attachedTo)[0];
    const facts = [...volumeFacts(volume), ...fact(LABELS.in, volume.subregion), attached];
    return wrapped(`${id(volume.id)}${called(volume.name)}${say(COLON)} ${facts.join(", ")}`, indent);
  }

  function volumeFacts({ size, type, iops }: AttachedVolume | LooseVolume): string[] {
    return [
      typeof size === "number" ? `${String(size)} GiB` : `${say(LABELS.size)} ${value(size)}`,
      `${say(LABELS.type)} ${value(type)}`,
      ...(typeof iops === "number" ? [`${String(iops)} IOPS`] : iops === null ? [] : [`IOPS ${value(iops)}`]),
    ];
  }

  function balancer(one: ListedBalancer, indent: number): string[] {
    const facts = [
      ...fact(LABELS.type, one.type),
      ...given(LABELS.state, one.state),
      ...given(LABELS.dns, one.dnsName),
      ...given(LABELS.publicIp, one.publicIp),
      ...given(LABELS.subnet, ...one.subnetIds),
      ...given(LABELS.net, one.netId),
    ];
    const backends = one.backends.map(({ name, id: machine, state, subregion }) => {
      const known = typeof machine === "string" ? `${machine} ` : "";
      const said = [value(subregion), ...(state === null || state === "running" ? [] : [value(state)])];
      return `${known}${name} (${said.join(", ")})`;
    });
    const named = one.id === one.name ? one.name : `${value(one.id)}  ${one.name}`;
    return [
      ...wrapped([named, ...interrupted(one)].join(", "), indent),
      ...(facts.length > 0 ? wrapped(facts.join(", "), indent + 2) : []),
      ...wrapped(`${say(LABELS.listeners)} ${one.listeners.map(listener).join(", ") || say(NONE)}`, indent + 2),
      ...wrapped(`${say(LABELS.backends)} ${backends.join(", ") || say(NONE)}`, indent + 2),
    ];
  }

  function interrupted({ isCutOff }: ListedVm | ListedBalancer): string[] {
    return isCutOff ? [say(CUT_OFF)] : [];
  }

  function listener({ port, protocol, backendPort }: ListenerEvidence): string {
    return `${value(protocol)} ${value(port)} → ${value(backendPort)}`;
  }

  return { vm, balancer, looseVolume, value };
}

function called(name: string | null): string {
  return name === null ? "" : ` ${name}`;
}

function isLater(told: Told): boolean {
  return typeof told === "object" && told?.unknown === "later";
}

const NOT_KNOWN: Readonly<Record<NotKnown["unknown"], Text>> = {
  later: { en: "not known", fr: "non connu" },
  secret: { en: "secret (not shown)", fr: "secret (non montré)" },
  outside: { en: "in another stack", fr: "dans une autre pile" },
  untold: { en: "not told", fr: "non indiqué" },
};
const NOTHING_TOLD = NOT_KNOWN.untold;
export const COLON: Text = { en: ":", fr: " :" };
const NO_ID_YET: Text = { en: "no id yet", fr: "pas encore d'id" };
export const NONE: Text = { en: "none", fr: "rien" };
const WITNESS: Text = {
  en: "witness: it only takes part in votes, and is not counted",
  fr: "témoin : elle ne fait que participer à des votes, et n'est pas comptée",
};
const WITNESS_NOT_KNOWN: Text = {
  en: "a tag that is not known may make it a witness: it is not counted",
  fr: "une étiquette non connue peut en faire un témoin : elle n'est pas comptée",
};
const CUT_OFF: Text = {
  en: "an operation on it was cut off: not counted",
  fr: "une opération y a été interrompue : hors compte",
};
const ATTACHED_TO_NOTHING: Text = { en: "attached to nothing", fr: "attaché à rien" };

const LABELS = {
  state: { en: "state", fr: "état" },
  type: { en: "type", fr: "type" },
  size: { en: "size", fr: "taille" },
  image: { en: "image", fr: "image" },
  subnet: { en: "Subnet", fr: "Subnet" },
  net: { en: "Net", fr: "Net" },
  privateIp: { en: "private IP", fr: "IP privée" },
  publicIp: { en: "public IP", fr: "IP publique" },
  created: { en: "created", fr: "créée" },
  device: { en: "device", fr: "périphérique" },
  volume: { en: "volume", fr: "volume" },
  in: { en: "in", fr: "dans" },
  attachedTo: { en: "attached to", fr: "attaché à" },
  dns: { en: "DNS", fr: "DNS" },
  listeners: { en: "listeners:", fr: "listeners :" },
  backends: { en: "backends:", fr: "backends :" },
} as const satisfies Readonly<Record<string, Text>>;
