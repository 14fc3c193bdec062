import { PERFORMANCES } from "../resources/vm-size";
import { isKnown, type KnownValue, UNTOLD } from "./known-values";

/** What the API answers as the state of a VM, a volume or a load balancer. */
const STATES: readonly string[] = [
  ...["pending", "running", "stopping", "stopped", "shutting-down", "terminated", "quarantine"],
  ...["creating", "available", "in-use", "updating", "deleting", "deleted", "error"],
  ...["provisioning", "starting", "reloading", "active", "reconfiguring"],
];
/** What a listener may take. */
const LISTENED: readonly string[] = ["http", "https", "tcp", "ssl", "udp"];

/** What may be a value of a property, in lower case. */
const VALUES = {
  state: (value: string) => STATES.includes(value),
  performance: (value: string) => PERFORMANCES.includes(value),
  protocol: (value: string) => LISTENED.includes(value),
  time: (value: string) =>
    /^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:?\d{2})?$/.test(value),
  number: (value: string) => /^\d{1,9}$/.test(value),
};

/** Whether a text is one of the values that a property has: of any other nobody knows what it gives away. */
export function isValueOf(property: keyof typeof VALUES, value: string): boolean {
  return VALUES[property](value.toLowerCase());
}

/** A value that evidence shows as it is, where it is one that the property has. */
export function valueOf(property: keyof typeof VALUES, told: KnownValue): KnownValue {
  return isKnown(told) && !isValueOf(property, told) ? UNTOLD : told;
}
