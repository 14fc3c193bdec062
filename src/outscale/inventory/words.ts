import { PERFORMANCES } from "../resources/vm-size";
import { isKnown, type KnownValue, UNTOLD } from "./known-values";

/** The states that the API knows of VMs, volumes and load balancers. */
const STATES: readonly string[] = [
  ...["pending", "running", "stopping", "stopped", "shutting-down", "terminated", "quarantine"],
  ...["creating", "available", "in-use", "updating", "deleting", "deleted", "error"],
  ...["provisioning", "starting", "reloading", "active", "reconfiguring"],
];
/** The protocols that a listener may have. */
const LISTENED: readonly string[] = ["http", "https", "tcp", "ssl", "udp"];

/** Tells for each property whether a text in lower case is one of its values. */
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
