import { type AddressRange, addressesOf } from "../provider/addresses";
import { servicesOf, type ServiceRange } from "./services";

/** Services that are open to a range of addresses: each of these services to each of these addresses. */
export interface Box {
  readonly services: ServiceRange;
  readonly addresses: AddressRange;
}

/** What a rule names besides its address ranges, in the flat form of the resource and in its `rules` alike. */
export interface RuleForm {
  readonly ipProtocol?: string;
  readonly fromPortRange?: number;
  readonly toPortRange?: number;
}

/** What one rule opens to one of its address ranges; `undefined` when its protocol, a port or the range is none. */
export function toBox({ ipProtocol, fromPortRange, toPortRange }: RuleForm, ipRange: string): Box | undefined {
  const services = servicesOf(ipProtocol, fromPortRange, toPortRange);
  const addresses = addressesOf(ipRange);
  return services && addresses && { services, addresses };
}
