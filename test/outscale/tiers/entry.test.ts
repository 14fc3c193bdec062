import { expect, test } from "@jest/globals";
import { entriesOf } from "../../../src/outscale";
import { type Resource, Unknown } from "../../../src/stack";
import { loadBalancer, net, subnetIn } from "../../support/builders";
import { from, type InputsOf, systemOf, tags } from "../../support/resources";

const other = net("other");
const [here, there] = [subnetIn("a"), subnetIn("b", { netId: from(other) })];
const https = { loadBalancerPort: 443, loadBalancerProtocol: "HTTPS", backendPort: 80 };
const http = { loadBalancerPort: 80, loadBalancerProtocol: "HTTP", backendPort: 80 };

/** A load balancer of the one Net that offers both. */
function offering(name: string, inputs: InputsOf<"loadBalancer:LoadBalancer"> = {}): Resource {
  return loadBalancer(name, { subnets: [from(here)], listeners: [https, http], ...inputs });
}

/** Every entry as `name: load balancers`, those that may belong to it with a question mark. */
function entries(...balancers: readonly Resource[]): string[] {
  const system = systemOf([net(), other, here, there, ...balancers]);
  return entriesOf(system).map(({ name, members: { certain, possible } }) => {
    const members = [...certain.map((one) => one.name), ...possible.map((one) => `${one.value.name}?`)];
    return `${name}: ${members.join(" ")}`;
  });
}

test("an entry is the load balancers with the same name stem and the same listeners, in any order and case", () => {
  const small = offering("web-cloudgouv-eu-west-1c", {
    listeners: [http, { ...https, loadBalancerProtocol: "https" }],
  });
  expect(entries(offering("web-a"), offering("web-2"), small)).toEqual(["web: web-2 web-a web-cloudgouv-eu-west-1c"]);
});

test("what offers something else, faces elsewhere, or stands in another Net is another entry", () => {
  expect(
    entries(
      offering("web-1"),
      offering("web-2", { listeners: [https] }),
      offering("web-3", { loadBalancerType: "internal" }),
      offering("web-4", { subnets: [from(there)] }),
      offering("web-5", { subnets: [], subregionNames: ["cloudgouv-eu-west-1a"] }),
      offering("web-6", { tags: tags({ application: "shop" }) }),
    ),
  ).toEqual(["web: web-1", "web: web-2", "web: web-3", "web: web-4", "web: web-5", "web: web-6"]);
});

test("what does not serve production is in no entry", () => {
  expect(entries(offering("web", { tags: tags({ environment: "test" }) }))).toEqual([]);
});

test("what is not known leaves open whether a load balancer belongs to an entry", () => {
  expect(entries(offering("web-1"), offering("web-2", { listeners: new Unknown() }))).toEqual([
    "web: web-1 web-2?",
    "web: web-2?",
  ]);
});

test("load balancers that stand alone under different names may belong together", () => {
  expect(entries(offering("a-web"), offering("b-web"), offering("api-1"), offering("api-2"))).toEqual([
    "a-web: a-web b-web?",
    "api: api-1 api-2 a-web? b-web?",
    "b-web: b-web a-web?",
  ]);
});
