import { all, any, some, UnreadableValue } from "../../stack";
import { isInAnotherPart } from "../grouping/part-of-system";
import { View } from "../provider/view";
import { Net, TO_NET } from "./net";
import { Vm } from "./vm";

/** Leads from a Net to one of Outscale's services without leaving their network. */
export class NetAccessPoint extends View<"outscale:index/netAccessPoint:NetAccessPoint"> {
  static readonly types = ["outscale:index/netAccessPoint:NetAccessPoint"] as const;

  /**
   * The Net that it leads from.
   * @throws {UnknownValue} when it is not one of the stack's
   */
  net(): Net {
    return this.target(TO_NET.path, Net);
  }

  /** The region that the name of its service spells, `com.outscale.<region>.<service>`. */
  region(): string | undefined {
    return /^com\.outscale\.([a-z0-9-]+)\.[a-z]+$/.exec(this.written.serviceName ?? "")?.[1];
  }

  /** Whether it leads to a service of a region, from tables that Subnets can use. */
  leadsTo(service: OutscaleService): boolean {
    return all(
      () => this.written.serviceName === `com.outscale.${this.system.settings.region}.${service}`,
      () => this.sets("routeTableIds"),
    );
  }
}

/** The services that machines call by the name of their host. */
export type OutscaleService = (typeof SERVICES)[number];

const SERVICES = ["oos", "api"] as const;

const ACCESS_POINT = { en: "a Net access point of this Net", fr: "un Net access point de ce Net" };

/** The services that VMs of a Net call while no Net access point leads there. */
export function findServicesOutsideNet(net: Net): OutscaleService[] {
  const { system } = net;
  return SERVICES.filter((service) =>
    all(
      () =>
        some(system.all(Vm), (vm) =>
          all(
            () => vm.net() === net,
            () => calls(vm, service),
          ),
        ),
      () => !hasAccess(net, service),
    ),
  );
}

function calls(vm: Vm, service: OutscaleService): boolean {
  const userData = vm.userData();
  if (!userData || userData.calledServices.has(service)) return userData !== undefined;
  const [unread] = userData.unread;
  if (unread) throw new UnreadableValue(vm.resource, "userData", unread);
  return false;
}

function hasAccess(net: Net, service: OutscaleService): boolean {
  return any(
    () => net.system.referrers(net.resource, NetAccessPoint, TO_NET).some((point) => point.leadsTo(service)),
    () => isInAnotherPart(net.system, net.resource, ACCESS_POINT),
  );
}
