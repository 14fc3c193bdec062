import { expect, test } from "@jest/globals";
import { readPackSettings } from "../../../src/config";
import { entriesOf } from "../../../src/outscale";
import { type Resource, Unknown } from "../../../src/stack";
import { from, resource, stackOf, tags } from "../../support/resources";

const net = resource("net:Net", "net");
const other = resource("net:Net", "other");
const [here, there] = [net, other].map((of) => resource("subnet:Subnet", `in-${of.name}`, { netId: from(of) })) as [
  Resource,
  Resource,
];
const https = { loadBalancerPort: 443, loadBalancerProtocol: "HTTPS", backendPort: 80 };
const http = { loadBalancerPort: 80, loadBalancerProtocol: "HTTP", backendPort: 80 };

type Inputs = Parameters<typeof resource>[2];

function balancer(name: string, inputs: Inputs = {}): Resource {
  return resource("loadBalancer:LoadBalancer", name, { subnets: [from(here)], listeners: [https, http], ...inputs });
}

/** Every entry as `name: load balancers`, those that may belong to it with a question mark. */
function entries(...balancers: readonly Resource[]): string[] {
  const stack = stackOf([net, other, here, there, ...balancers]);
  return entriesOf(stack, readPackSettings({}).shared).map(({ name, balancers: certain, possible }) => {
    const members = [...certain.map((one) => one.name), ...possible.map((one) => `${one.view.name}?`)];
    return `${name}: ${members.join(" ")}`;
  });
}

test("an entry is the load balancers with the same name stem and the same listeners, in any order and case", () => {
  const small = balancer("web-cloudgouv-eu-west-1c", {
    listeners: [http, { ...https, loadBalancerProtocol: "https" }],
  });
  expect(entries(balancer("web-a"), balancer("web-2"), small)).toEqual(["web: web-2 web-a web-cloudgouv-eu-west-1c"]);
});

test("what offers something else, faces elsewhere, or stands in another Net is another entry", () => {
  expect(
    entries(
      balancer("web-1"),
      balancer("web-2", { listeners: [https] }),
      balancer("web-3", { loadBalancerType: "internal" }),
      balancer("web-4", { subnets: [from(there)] }),
      balancer("web-5", { subnets: [], subregionNames: ["cloudgouv-eu-west-1a"] }),
      balancer("web-6", { tags: tags({ application: "shop" }) }),
    ),
  ).toEqual(["web: web-1", "web: web-2", "web: web-3", "web: web-4", "web: web-5", "web: web-6"]);
});

test("what does not serve production is in no entry", () => {
  expect(entries(balancer("web", { tags: tags({ environment: "test" }) }))).toEqual([]);
});

test("what is not known leaves open whether a load balancer belongs to an entry", () => {
  expect(entries(balancer("web-1"), balancer("web-2", { listeners: new Unknown() }))).toEqual([
    "web: web-1 web-2?",
    "web: web-2?",
  ]);
});

test("load balancers that stand alone under different names may belong together", () => {
  expect(entries(balancer("a-web"), balancer("b-web"), balancer("api-1"), balancer("api-2"))).toEqual([
    "a-web: a-web b-web?",
    "api: api-1 api-2 a-web? b-web?",
    "b-web: b-web a-web?",
  ]);
});
