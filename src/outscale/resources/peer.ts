import type { Text } from "../../text";

/** To whom a rule opens, as far as it may be shown. */
export interface Peer {
  /** A security group; or addresses, or one of Outscale's services. */
  readonly kind: "group" | "other";
  /** The name or the id of the group, the addresses or the id of the service. */
  readonly name: string | undefined;
}

/** To whom, in words: `to 203.0.113.0/24`, `to security group bastion`. */
export function toPeer({ kind, name }: Peer): Text {
  if (kind === "group") {
    return name === undefined
      ? { en: "to a security group", fr: "à un groupe de sécurité" }
      : { en: `to security group ${name}`, fr: `au groupe de sécurité ${name}` };
  }
  return name === undefined ? { en: "to others", fr: "à d'autres" } : { en: `to ${name}`, fr: `à ${name}` };
}
