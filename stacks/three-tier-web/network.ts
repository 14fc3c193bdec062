import * as outscale from "@pulumi/outscale";
import { tags } from "./tags";

const REGION = "cloudgouv-eu-west-1";

/** The jobs that Subnets are for; only the first has a way in from the Internet. */
export const ROLES = ["public", "web", "application", "database"] as const;
export type Role = (typeof ROLES)[number];

/** One Subregion of the deployment, with a Subnet for each role. */
export interface Zone {
  /** `a`, `b` or `c`. */
  readonly letter: string;
  /** `cloudgouv-eu-west-1a`. */
  readonly subregion: string;
  readonly subnets: Readonly<Record<Role, outscale.Subnet>>;
}

export const net = new outscale.Net("shop", {
  ipRange: "10.0.0.0/16",
  // Set with the Net itself: once a Subnet stands in it, filtering inside Subnets cannot be turned on any more.
  tags: tags({ Name: "shop", sensitivity: "internal", "osc.fcu.enable_lan_security_groups": "1" }),
});

const internet = new outscale.InternetService("internet", { tags: tags() });
const attached = new outscale.InternetServiceLink("internet", {
  internetServiceId: internet.internetServiceId,
  netId: net.netId,
});

export const zones: readonly Zone[] = ["a", "b", "c"].map((letter, index) => zone(letter, index));

function zone(letter: string, index: number): Zone {
  const subregion = REGION + letter;
  const subnet = (role: Role) =>
    new outscale.Subnet(`${role}-${letter}`, {
      netId: net.netId,
      subregionName: subregion,
      ipRange: `10.0.${String(index * 16 + ROLES.indexOf(role))}.0/24`,
      tags: tags({ Name: `${role}-${letter}`, role }),
    });
  const subnets = {
    public: subnet("public"),
    web: subnet("web"),
    application: subnet("application"),
    database: subnet("database"),
  };
  wayOut(letter, subnets);
  return { letter, subregion, subnets };
}

/** Public Subnets go to the Internet themselves, the others through the NAT service of their own Subregion. */
function wayOut(letter: string, subnets: Zone["subnets"]): void {
  const outside = table(`public-${letter}`, [subnets.public]);
  const toInternet = new outscale.Route(
    `public-${letter}`,
    { routeTableId: outside.routeTableId, destinationIpRange: "0.0.0.0/0", gatewayId: internet.internetServiceId },
    { dependsOn: attached },
  );
  const address = new outscale.PublicIp(`nat-${letter}`, { tags: tags({ Name: `nat-${letter}` }) });
  const nat = new outscale.NatService(
    `nat-${letter}`,
    { publicIpId: address.publicIpId, subnetId: subnets.public.subnetId, tags: tags({ Name: `nat-${letter}` }) },
    { dependsOn: toInternet },
  );
  const inside = table(`private-${letter}`, [subnets.web, subnets.application, subnets.database]);
  new outscale.Route(`private-${letter}`, {
    routeTableId: inside.routeTableId,
    destinationIpRange: "0.0.0.0/0",
    natServiceId: nat.natServiceId,
  });
}

function table(name: string, subnets: readonly outscale.Subnet[]): outscale.RouteTable {
  const made = new outscale.RouteTable(name, { netId: net.netId, tags: tags({ Name: name }) });
  for (const [index, subnet] of subnets.entries()) {
    new outscale.RouteTableLink(`${name}-${String(index)}`, {
      routeTableId: made.routeTableId,
      subnetId: subnet.subnetId,
    });
  }
  return made;
}
