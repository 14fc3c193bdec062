import { any, some } from "../../stack";
import { isInAnotherPart } from "../grouping/part-of-system";
import { tagValue } from "../grouping/tags";
import type { LoadBalancer } from "../resources/load-balancer";
import { vmOf } from "../resources/nic-link";
import { Vm } from "../resources/vm";
import { type Backend, backendsOf } from "../tiers/backends";
import { isOfTierOrNamed } from "../tiers/job";

const WAF = "waf";
const GUESSED = { en: "a VM that only its name makes a WAF", fr: "une VM dont seul le nom fait un WAF" };
const WAF_BEHIND = { en: "a WAF behind this load balancer", fr: "un WAF derrière ce load balancer" };

/**
 * Whether a WAF is declared for what a load balancer lets in: by its tag `waf`, or by a VM of the tier `waf` behind it.
 * @throws {Undecided} when none is certain and one is possible
 */
export function hasWaf(balancer: LoadBalancer): boolean {
  const { system, resource } = balancer;
  return any(
    () => (tagValue(system, resource, WAF) ?? "") !== "",
    () => some(backendsOf(balancer), (backend) => isWaf(backend)),
    () => isInAnotherPart(system, resource, WAF_BEHIND),
  );
}

function isWaf(backend: Backend): boolean {
  if (!backend.machine) throw backend.hidden;
  const { machine, why } = backend;
  const vm = machine instanceof Vm ? machine : vmOf(machine);
  if (!isOfTierOrNamed(vm, [WAF], GUESSED)) return false;
  if (why) throw why;
  return true;
}
