import { sameInEach, type Text } from "../../text";
import { protocolName } from "../provider/protocols";
import { CODES, EVERY_SERVICE, hasPorts, hasTypes, PORTS, type ServiceRange } from "./services";

/** The services of a range as people name them, in order: `TCP 22`, `TCP 8000-8999`, `ICMP type 8 code 0`, `ESP`. */
export function serviceTexts(range: ServiceRange): Text[] {
  if (range.first <= EVERY_SERVICE.first && range.last >= EVERY_SERVICE.last)
    return [{ en: "every protocol", fr: "tous les protocoles" }];
  return inParts(range, PORTS).flatMap(({ first, last, isWhole }) => {
    const [protocol, lastProtocol] = [Math.floor(first / PORTS), Math.floor(last / PORTS)];
    if (isWhole) return protocolTexts(protocol, lastProtocol);
    const places = { first: first % PORTS, last: last % PORTS };
    const name = protocolName(protocol)?.toUpperCase() ?? "";
    if (hasPorts(protocol)) return [sameInEach(`${name} ${run(places.first, places.last)}`)];
    // Other protocols have no part of their own.
    return hasTypes(protocol) ? typeTexts(name, places) : protocolTexts(protocol, protocol);
  });
}

function protocolTexts(first: number, last: number): Text[] {
  const name = first === last ? protocolName(first) : undefined;
  if (name !== undefined) return [sameInEach(name.toUpperCase())];
  const [word, mot] = first === last ? ["protocol", "protocole"] : ["protocols", "protocoles"];
  return [{ en: `${word} ${run(first, last)}`, fr: `${mot} ${run(first, last)}` }];
}

function typeTexts(name: string, places: ServiceRange): Text[] {
  return inParts(places, CODES).map(({ first, last, isWhole }) => {
    const types = `${name} type ${run(Math.floor(first / CODES), Math.floor(last / CODES))}`;
    return sameInEach(isWhole ? types : `${types} code ${run(first % CODES, last % CODES)}`);
  });
}

/** A range as the whole units it holds in one part, and what it holds of the units at its ends. */
function inParts({ first, last }: ServiceRange, unit: number): (ServiceRange & { isWhole: boolean })[] {
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

function run(first: number, last: number): string {
  return first === last ? String(first) : `${String(first)}-${String(last)}`;
}
