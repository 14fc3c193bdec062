import { sameInEach, type Text } from "../../text";
import { EVERY_PROTOCOL } from "../provider/ports";
import { protocolName } from "../provider/protocols";
import { CODES, EVERY_SERVICE, hasPorts, hasTypes, PORTS, type ServiceRange } from "./services";

/** Services as people tell them apart: all of some protocols, or the ports or the types and codes of one. */
export interface NamedServices {
  /** `tcp`, the number of a protocol without a name, the numbers of several, `7-255`, or `-1` for every one. */
  readonly protocol: string;
  readonly ports?: string;
  readonly types?: string;
  readonly codes?: string;
}

/** The services of a range as people tell them apart, in order. */
export function namedServices(range: ServiceRange): NamedServices[] {
  if (range.first <= EVERY_SERVICE.first && range.last >= EVERY_SERVICE.last) return [{ protocol: EVERY_PROTOCOL }];
  return splitByUnit(range, PORTS).flatMap(({ first, last, isWhole }) => {
    const [number, lastNumber] = [Math.floor(first / PORTS), Math.floor(last / PORTS)];
    const protocol = nameOf(number, lastNumber);
    if (isWhole) return [{ protocol }];
    const places = { first: first % PORTS, last: last % PORTS };
    if (hasPorts(number)) return [{ protocol, ports: formatNumbers(places.first, places.last) }];
    // Other protocols have no part of their own.
    return hasTypes(number) ? typesOf(protocol, places) : [{ protocol }];
  });
}

/** Services as a message names them: `TCP 22`, `TCP 8000-8999`, `ICMP type 8 code 0`, `ESP`. */
export function servicesText({ protocol, ports, types, codes }: NamedServices): Text {
  if (protocol === EVERY_PROTOCOL) return { en: "every protocol", fr: "tous les protocoles" };
  if (protocol.includes("-")) return { en: `protocols ${protocol}`, fr: `protocoles ${protocol}` };
  if (/^\d/.test(protocol)) return { en: `protocol ${protocol}`, fr: `protocole ${protocol}` };
  const name = protocol.toUpperCase();
  if (ports !== undefined) return sameInEach(`${name} ${ports}`);
  if (types === undefined) return sameInEach(name);
  return sameInEach(codes === undefined ? `${name} type ${types}` : `${name} type ${types} code ${codes}`);
}

/** The services of a range in words, in order. */
export function serviceTexts(range: ServiceRange): Text[] {
  return namedServices(range).map(servicesText);
}

function nameOf(first: number, last: number): string {
  return (first === last ? protocolName(first) : undefined) ?? formatNumbers(first, last);
}

function typesOf(protocol: string, places: ServiceRange): NamedServices[] {
  return splitByUnit(places, CODES).map(({ first, last, isWhole }) => {
    const types = formatNumbers(Math.floor(first / CODES), Math.floor(last / CODES));
    return { protocol, types, ...(!isWhole && { codes: formatNumbers(first % CODES, last % CODES) }) };
  });
}

/** A range as the whole units it holds in one part, and what it holds of the units at its ends. */
function splitByUnit({ first, last }: ServiceRange, unit: number): (ServiceRange & { isWhole: boolean })[] {
  const firstWhole = Math.ceil(first / unit) * unit;
  const endWhole = Math.floor((last + 1) / unit) * unit;
  if (firstWhole > last || endWhole <= first) {
    const crossing = firstWhole > first && firstWhole <= last;
    return crossing
      ? [
          { first, last: firstWhole - 1, isWhole: false },
          { first: firstWhole, last, isWhole: false },
        ]
      : [{ first, last, isWhole: false }];
  }
  return [
    { first, last: firstWhole - 1, isWhole: false },
    { first: firstWhole, last: endWhole - 1, isWhole: true },
    { first: endWhole, last, isWhole: false },
  ].filter((part) => part.first <= part.last);
}

function formatNumbers(first: number, last: number): string {
  return first === last ? String(first) : `${String(first)}-${String(last)}`;
}
