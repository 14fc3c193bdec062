import { addressesOf } from "../provider/addresses";
import type { Box } from "./edges";
import { servicesOf } from "./services";

/** What a rule names besides its address ranges, in the flat form of the resource and in its `rules` alike. */
export interface RuleForm {
  readonly ipProtocol?: string;
  readonly fromPortRange?: number;
  readonly toPortRange?: number;
}

/** What one rule opens to one of its address ranges; `undefined` when its protocol, a port or the range is none. */
export function openingOf({ ipProtocol, fromPortRange, toPortRange }: RuleForm, ipRange: string): Box | undefined {
  const services = servicesOf(ipProtocol, fromPortRange, toPortRange);
  const addresses = addressesOf(ipRange);
  return services && addresses && { services, addresses };
}
