import { type Resource, shortType } from "../../stack";
import { joinTexts, sameInEach, type Text } from "../../text";
import { PublicIpLink } from "../resources/public-ip";
import { Route } from "../resources/route";
import { SecurityGroupRule } from "../resources/security-group-rule";
import { Vm } from "../resources/vm";
import type { Hop } from "./path";

/** The hops of a way as people name them: `route public -> InternetService igw -> public IP 203.0.113.7 -> rule ssh`. */
export function hopsText(hops: readonly Hop[]): Text {
  return joinTexts(hops.map(hopText), " -> ");
}

function hopText({ resource, path, address }: Hop): Text {
  const { name } = resource;
  if (isOf(resource, Route)) return { en: `route ${name}`, fr: `route ${name}` };
  if (isOf(resource, SecurityGroupRule)) return { en: `rule ${name}`, fr: `règle ${name}` };
  // What else has a part on the way gives a public IP by it: a VM or its NIC, a Subnet.
  if (path !== "" || isOf(resource, PublicIpLink)) {
    return { en: `public IP ${address ?? name}`, fr: `IP publique ${address ?? name}` };
  }
  return sameInEach(`${kindOf(resource)} ${name}`);
}

/** `VM "web-a"`, `LoadBalancer "shop"`. */
export function targetName(resource: Resource): string {
  return `${kindOf(resource)} "${resource.name}"`;
}

function kindOf(resource: Resource): string {
  return isOf(resource, Vm) ? "VM" : shortType(resource.type);
}

function isOf({ type }: Resource, { types }: { readonly types: readonly string[] }): boolean {
  return types.includes(type);
}
