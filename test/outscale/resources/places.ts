import { Unknown } from "../../../src/stack";
import { net, subnetIn } from "../../support/builders";
import { from, resource, tags } from "../../support/resources";

export const REGION = "cloudgouv-eu-west-1";

export const [a, b] = [subnetIn("a"), subnetIn("b", { tags: tags({ environment: "staging" }) })];
/** Another Subnet of the Subregion `b`. */
export const besides = subnetIn("c", { subregionName: `${REGION}b` });
export const bare = resource("subnet:Subnet", "bare", { netId: from(net()) });
export const hidden = resource("subnet:Subnet", "hidden", { netId: new Unknown(), subregionName: new Unknown() });
const testNet = net("test-net", { tags: tags({ environment: "Test" }) });
export const far = resource("subnet:Subnet", "far", { netId: from(testNet), subregionName: `${REGION}a` });
const known = resource(
  "subnet:Subnet",
  "known",
  { netId: from(net()), subregionName: `${REGION}c` },
  { id: "subnet-1" },
);
export const component = resource("acme:index:Shop", "shop", { tags: tags({ environment: "dev" }) });

/** Where the resources of these tests stand: Nets, Subnets and a component, some of them known only in part. */
export const places = [net(), a, b, besides, bare, hidden, testNet, far, known, component];
