import { describe, expect, test } from "@jest/globals";
import { balancersIn, LoadBalancer, LoadBalancerVms } from "../../../src/outscale/resources/load-balancer";
import { Subnet } from "../../../src/outscale/resources/subnet";
import { type Resource, Unknown } from "../../../src/stack";
import { loadBalancer, vm } from "../../support/builders";
import { from, type InputsOf, resource, systemOf, tags } from "../../support/resources";
import { alone, answer } from "./answers";
import { a, b, bare, besides, component, far, hidden, places, REGION } from "./places";

type Inputs = InputsOf<"loadBalancer:LoadBalancer">;
type Row<T> = [name: string, inputs: Inputs, expected: T | string, options?: Partial<Resource>];

function viewed(
  inputs: Inputs,
  options: Partial<Resource> = {},
  others: readonly Resource[] = [],
  settings: object = {},
): LoadBalancer {
  const made = { ...loadBalancer("web", inputs), ...options };
  return systemOf([...places, ...others, made], settings).view(made, LoadBalancer);
}

function viewedAlone(inputs: Inputs): LoadBalancer {
  const made = loadBalancer("web", inputs);
  return alone(made).view(made, LoadBalancer);
}

/** A load balancer of whose inputs nobody knows whether a program wrote them. */
const told = { written: false };

test("the property that findings name is the provider's", () => {
  expect(viewed({}).subregionProperty).toBe("subregionNames");
});

describe("a Subnet decides where it stands, and the provider else:", () => {
  test.each<Row<{ isInNet: boolean | string; lacksSubregion: boolean | string }>>([
    ["the provider, where nothing is written", {}, { isInNet: false, lacksSubregion: true }],
    ["the provider, for empty lists", { subnets: [], subregionNames: [] }, { isInNet: false, lacksSubregion: true }],
    [
      "neither, where a Subregion is named",
      { subregionNames: [`${REGION}b`] },
      { isInNet: false, lacksSubregion: false },
    ],
    [
      "neither, where Subregions are named that are not known",
      { subregionNames: new Unknown() },
      { isInNet: false, lacksSubregion: false },
    ],
    ["a Subnet of the stack", { subnets: [from(a)] }, { isInNet: true, lacksSubregion: false }],
    ["a Subnet of another stack", { subnets: ["subnet-9"] }, { isInNet: true, lacksSubregion: false }],
    ["Subnets that are not known", { subnets: new Unknown() }, { isInNet: true, lacksSubregion: false }],
    [
      "not known where only outputs tell",
      { subnets: ["subnet-1"] },
      { isInNet: "not known: subnets of web", lacksSubregion: "not known: subnets of web" },
      told,
    ],
  ])("%s", (_name, inputs, expected, options = {}) => {
    const view = viewed(inputs, options);
    expect({
      isInNet: answer(() => view.isInNet),
      lacksSubregion: answer(() => view.lacksSubregion()),
    }).toEqual(expected);
  });
});

describe("its Subregion is", () => {
  test.each<Row<string>>([
    ["the region's first where none is named", {}, `${REGION}a`],
    ["the region's first for an empty list", { subregionNames: [] }, `${REGION}a`],
    ["the one named", { subregionNames: [`${REGION}c`] }, `${REGION}c`],
    ["not known while the name is not", { subregionNames: [new Unknown()] }, "not known: subregionNames[0] of web"],
    ["not known while the names are not", { subregionNames: new Unknown() }, "not known: subregionNames of web"],
    ["not known where only outputs tell", { subregionNames: [`${REGION}c`] }, "not known: subregionNames of web", told],
    ["its Subnet's, whatever is named beside", { subnets: [from(b)], subregionNames: [`${REGION}c`] }, `${REGION}b`],
    ["the region's first in a Subnet that names none", { subnets: [from(bare)] }, `${REGION}a`],
    ["that of a Subnet by its id", { subnets: ["subnet-1"] }, `${REGION}c`],
    ["out of the stack in a Subnet by another id", { subnets: ["subnet-9"] }, "outside: subnets of web"],
    ["not known in a Subnet that nothing tells", { subnets: [new Unknown()] }, "not known: subnets[0] of web"],
    ["not known in Subnets that are not", { subnets: new Unknown() }, "not known: subnets of web"],
    ["not known where its Subnet's is not", { subnets: [from(hidden)] }, "not known: subregionName of hidden"],
    ["that of all Subnets that are possible", { subnets: [from(b, besides)] }, `${REGION}b`],
    [
      "not known between Subnets that differ",
      { subnets: [from(a, b)] },
      "not known: subnets of web, perhaps subnet-a, subnet-b",
    ],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options).subregion())).toBe(expected);
  });

  test("the first of another region", () => {
    expect(viewed({}, {}, [], { region: "eu-west-2" }).subregion()).toBe("eu-west-2a");
  });

  test.each<Row<string>>([
    ["known alone where no Subnet decides", { subregionNames: [`${REGION}b`] }, `${REGION}b`],
    ["decided with the stack in a Subnet", { subnets: [from(a)] }, "with the stack"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewedAlone(inputs).subregion())).toBe(expected);
  });
});

describe("it stands in", () => {
  interface Places {
    readonly subnets: readonly string[] | string;
    readonly net: string | undefined;
    readonly places: readonly string[] | string;
  }

  test.each<Row<Places>>([
    ["no Net, in the public Cloud", {}, { subnets: [], net: undefined, places: [] }],
    [
      "its Subnet and that one's Net",
      { subnets: [from(a)] },
      { subnets: ["subnet-a"], net: "net", places: ["subnet-a", "net"] },
    ],
    ["a Subnet by its id", { subnets: ["subnet-1"] }, { subnets: ["known"], net: "net", places: ["known", "net"] }],
    [
      "one of several Subnets of a Net",
      { subnets: [from(b, a)] },
      { subnets: ["subnet-a", "subnet-b"], net: "net", places: ["subnet-a", "subnet-b", "net", "net"] },
    ],
    [
      "one of several Subnets of different Nets",
      { subnets: [from(a, far)] },
      {
        subnets: ["far", "subnet-a"],
        net: "not known: subnets of web, perhaps far, subnet-a",
        places: ["far", "subnet-a", "test-net", "net"],
      },
    ],
    [
      "a Subnet whose Net is not known",
      { subnets: [from(hidden)] },
      { subnets: ["hidden"], net: "not known: netId of hidden", places: "not known: netId of hidden" },
    ],
    [
      "a Subnet of another stack",
      { subnets: ["subnet-9"] },
      { subnets: "outside: subnets of web", net: "outside: subnets of web", places: "outside: subnets of web" },
    ],
    [
      "a Subnet that nothing tells",
      { subnets: [new Unknown()] },
      {
        subnets: "not known: subnets[0] of web",
        net: "not known: subnets[0] of web",
        places: "not known: subnets[0] of web",
      },
    ],
  ])("%s", (_name, inputs, expected) => {
    const view = viewed(inputs);
    expect({
      subnets: answer(() => view.subnets().map(({ name }) => name)),
      net: answer(() => view.net()?.name),
      places: answer(() => [...view.places()].map(({ name }) => name)),
    }).toEqual(expected);
  });
});

describe("it faces the Internet, and says so:", () => {
  test.each<Row<{ isFacing: boolean | string; isSaid: boolean | string }>>([
    ["yes, as written", { loadBalancerType: "internet-facing" }, { isFacing: true, isSaid: true }],
    ["no, internal", { loadBalancerType: "internal" }, { isFacing: false, isSaid: true }],
    ["yes, by default", { loadBalancerType: undefined }, { isFacing: true, isSaid: false }],
    ["yes, for an empty text", { loadBalancerType: "" }, { isFacing: true, isSaid: false }],
    ["yes, for a word that there is not", { loadBalancerType: "private" }, { isFacing: true, isSaid: false }],
    [
      "no, internal in another case, which says nothing",
      { loadBalancerType: "Internal" },
      { isFacing: false, isSaid: false },
    ],
    [
      "not known",
      { loadBalancerType: new Unknown() },
      { isFacing: "not known: loadBalancerType of web", isSaid: "not known: loadBalancerType of web" },
    ],
    [
      "no, as outputs tell, which do not say who wrote it",
      { loadBalancerType: "internal" },
      { isFacing: false, isSaid: "not known: loadBalancerType of web" },
      told,
    ],
  ])("%s", (_name, inputs, expected, options = {}) => {
    const view = viewed(inputs, options);
    expect({
      isFacing: answer(() => view.isInternetFacing()),
      isSaid: answer(() => view.hasExplicitType()),
    }).toEqual(expected);
  });
});

describe("it serves production:", () => {
  const tagged = (environment: string) => ({ tags: tags({ environment }) });

  test.each<Row<boolean>>([
    ["yes, where nothing says otherwise", {}, true],
    ["yes, by its tag in any case", tagged("Prod"), true],
    ["no, by its tag", tagged("dev"), false],
    ["no, by its Subnet's tag", { subnets: [from(b)] }, false],
    ["no, by its Net's tag", { subnets: [from(far)] }, false],
    ["yes, by its own tag before its Subnet's", { subnets: [from(b)], ...tagged("prod") }, true],
    ["no, by the tag of the component that holds it", {}, false, { parent: component.urn }],
    ["not known in a Subnet of another stack", { subnets: ["subnet-9"] }, "outside: subnets of web"],
    ["not known while its tags are not", { tags: new Unknown() }, "not known: tags of web"],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options).isProduction())).toBe(expected);
  });

  test("no, by a Tag resource that names it", () => {
    const tag = resource("tag:Tag", "tag", {
      resourceIds: [from(loadBalancer("web"))],
      tag: tags({ environment: "dev" }),
    });
    expect(viewed({}, {}, [tag]).isProduction()).toBe(false);
  });

  test.each<Row<boolean>>([
    ["no, by its own tag alone", tagged("dev"), false],
    ["decided with the stack without one", {}, "with the stack"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewedAlone(inputs).isProduction())).toBe(expected);
  });
});

describe("something outside watches it:", () => {
  test.each<[name: string, logicalName: string, names: readonly string[], inputs: Inputs, expected: boolean | string]>([
    ["no, where nothing says so", "shop", [], {}, false],
    ["yes, by its name", "shop-a", ["shop-a"], {}, true],
    ["yes, by its stem", "shop-a", ["shop"], {}, true],
    ["yes, by its stem before a Subregion", `shop-${REGION}b`, ["shop"], {}, true],
    ["yes, by a glob", "shop-a", ["other", "sh?p-*"], {}, true],
    ["no, by another name", "shop-a", ["sho", "shop-b"], {}, false],
    ["yes, by its tag", "shop", [], { tags: tags({ probe: "https://status.example.com" }) }, true],
    ["no, by a tag that is empty", "shop", [], { tags: tags({ probe: "" }) }, false],
    ["yes, by its name whatever its tags", "shop", ["shop"], { tags: new Unknown() }, true],
    ["not known while its tags are not", "shop", ["other"], { tags: new Unknown() }, "not known: tags of shop"],
  ])("%s", (_name, logicalName, names, inputs, expected) => {
    const made = loadBalancer(logicalName, inputs);
    expect(answer(() => systemOf([made]).view(made, LoadBalancer).isProbed(names))).toBe(expected);
  });
});

describe("it listens on 80 or 8080:", () => {
  test.each<Row<boolean>>([
    ["no, without listeners", { listeners: undefined }, false],
    ["no, with an empty list", { listeners: [] }, false],
    ["no, on others", { listeners: [{ loadBalancerPort: 443, backendPort: 80 }] }, false],
    ["no, by a listener without a port", { listeners: [{ backendPort: 80 }] }, false],
    ["yes, by one of its listeners", { listeners: [{ loadBalancerPort: 443 }, { loadBalancerPort: 8080 }] }, true],
    [
      "yes, beside a port that is not known",
      { listeners: [{ loadBalancerPort: new Unknown() }, { loadBalancerPort: 80 }] },
      true,
    ],
    [
      "not known beside another port",
      { listeners: [{ loadBalancerPort: 443 }, { loadBalancerPort: new Unknown() }] },
      "not known: listeners[1].loadBalancerPort of web",
    ],
    ["not known by a listener that is not", { listeners: [new Unknown()] }, "not known: listeners[0] of web"],
    ["not known by listeners that are not", { listeners: new Unknown() }, "not known: listeners of web"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewed(inputs).listensOn([80, 8080]))).toBe(expected);
  });
});

describe("what its listeners offer is, as a text to compare,", () => {
  test.each<Row<string>>([
    ["nothing without listeners", { listeners: undefined }, ""],
    [
      "ports and protocol of each, in any order and case, numbers or text",
      {
        listeners: [
          { loadBalancerPort: "80", loadBalancerProtocol: "http", backendPort: 8080 },
          { loadBalancerPort: 443, loadBalancerProtocol: "HTTPS", backendPort: "8443" },
        ],
      },
      "443 HTTPS 8443,80 HTTP 8080",
    ],
    [
      "the same in another order",
      {
        listeners: [
          { loadBalancerPort: 443, loadBalancerProtocol: "https", backendPort: 8443 },
          { loadBalancerPort: 80, loadBalancerProtocol: "HTTP", backendPort: 8080 },
        ],
      },
      "443 HTTPS 8443,80 HTTP 8080",
    ],
    [
      "not known while a port is not",
      { listeners: [{ loadBalancerPort: 443, loadBalancerProtocol: "TCP", backendPort: new Unknown() }] },
      "not known: listeners[0].backendPort of web",
    ],
    ["not known while they are not", { listeners: new Unknown() }, "not known: listeners of web"],
  ])("%s", (_name, inputs, expected) => {
    expect(answer(() => viewed(inputs).listenerSignature())).toBe(expected);
  });
});

describe("in a Subnet stand", () => {
  test.each<[name: string, balancers: readonly Resource[], expected: readonly string[]]>([
    [
      "no load balancers where none names it",
      [loadBalancer("public"), loadBalancer("other", { subnets: [from(b)] })],
      [],
    ],
    [
      "those that name it",
      [loadBalancer("shop", { subnets: [from(a)] }), loadBalancer("api", { subnets: [from(a)] })],
      ["api", "shop"],
    ],
    [
      "perhaps one in one of several",
      [loadBalancer("shop", { subnets: [from(a, b)] })],
      ["not known: subnets[0] of shop, perhaps subnet-a, subnet-b"],
    ],
    ["perhaps one in any", [loadBalancer("shop", { subnets: new Unknown() })], ["not known: subnets of shop"]],
    ["not one in one of several others", [loadBalancer("shop", { subnets: [from(b, far)] })], []],
    ["not one in a Subnet of another stack", [loadBalancer("shop", { subnets: ["subnet-9"] })], []],
  ])("%s", (_name, balancers, expected) => {
    const system = systemOf([...places, ...balancers]);
    const found = balancersIn(system.view(a, Subnet));
    expect(found.map((balancer) => answer(() => balancer().name))).toEqual(expected);
  });
});

describe("VMs stand behind the load balancer", () => {
  const shop = loadBalancer("shop", { loadBalancerName: "front" });
  /** One whose name the provider makes up. */
  const nameless = {
    ...loadBalancer("nameless", { loadBalancerName: undefined }),
    outputs: { loadBalancerName: "generated" },
  };
  const late = loadBalancer("late", { loadBalancerName: new Unknown() });

  test.each<
    [
      name: string,
      loadBalancerName: InputsOf<"loadBalancerVms:LoadBalancerVms">["loadBalancerName"],
      expected: string | undefined,
      others?: readonly Resource[],
    ]
  >([
    ["of a name", "front", "shop"],
    ["of a name by reference", from(shop), "shop"],
    ["of a name that the provider gave", "generated", "nameless"],
    ["of another stack", "elsewhere", undefined],
    ["of another stack, whatever the logical names", "shop", undefined],
    ["of none, where none is named", undefined, undefined],
    [
      "that is perhaps one whose name is not known",
      "elsewhere",
      "not known: loadBalancerName of vms, perhaps late",
      [late],
    ],
    ["that is not known", new Unknown(), "not known: loadBalancerName of vms"],
  ])("%s", (_name, loadBalancerName, expected, others = []) => {
    const vms = resource("loadBalancerVms:LoadBalancerVms", "vms", { loadBalancerName, backendVmIds: [from(vm())] });
    const view = systemOf([shop, nameless, ...others, vm(), vms]).view(vms, LoadBalancerVms);
    expect(answer(() => view.loadBalancer()?.name)).toBe(expected);
  });
});
