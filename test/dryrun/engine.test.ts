import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import * as pulumi from "@pulumi/pulumi";
import { DryRunEngine, type DryRunError, type DryRunLimit } from "../../src/dryrun";
import { Unknown, type Resource, type Values } from "../../src/stack";
import { INLINE, runInline } from "./inline";
import { SHOP } from "./schema";

const ROOT = "urn:pulumi:test::inline::pulumi:pulumi:Stack::inline-test";
const DEFAULT = "urn:pulumi:test::inline::pulumi:providers:shop::default_2_0_0";
const ASKED: { args: Values; provider: Values }[] = [];
const DEPLOYMENT = {
  ...INLINE,
  config: { "shop:region": "here", "other:key": "x" },
  configPosition: (key: string) => ({ file: "Pulumi.test.yaml", line: key === "shop:region" ? 4 : 5, column: 3 }),
  packages: [
    {
      schema: SHOP,
      answers: {
        "shop:index:getOpenBaskets": (args: Values, provider: Values) => {
          ASKED.push({ args, provider });
          return { baskets: ["a", "b"] };
        },
      },
    },
  ],
};

class Basket extends pulumi.CustomResource {
  declare readonly number: pulumi.Output<string>;
  declare readonly items: pulumi.Output<{ serial?: string }[]>;

  constructor(name: string, args: pulumi.Inputs, options: pulumi.CustomResourceOptions = {}) {
    super(
      "shop:index:Basket",
      name,
      { number: undefined, items: undefined, ...args },
      { version: "2.0.0", ...options },
    );
  }
}

class Thing extends pulumi.CustomResource {
  constructor(type: string) {
    super(type, "thing", { any: "thing" }, { version: "2.0.0" });
  }
}

class Mall extends pulumi.ComponentResource {
  constructor() {
    super("shop:index:Mall", "mall", { size: 1 }, { version: "2.0.0" }, true);
  }
}

class Shop extends pulumi.ProviderResource {
  constructor(name: string, args: pulumi.Inputs, options?: pulumi.ResourceOptions) {
    super("shop", name, args, options);
  }
}

class Shelf extends pulumi.ComponentResource {
  constructor(name: string, options?: pulumi.ComponentResourceOptions) {
    super("inline:index:Shelf", name, {}, options);
  }
}

function urn(type: string, name: string): string {
  return `urn:pulumi:test::inline::${type}::${name}`;
}

describe("the engine of a dry run", () => {
  const engine = new DryRunEngine(DEPLOYMENT);

  beforeAll(() => engine.start());
  beforeEach(() => {
    engine.reset(DEPLOYMENT);
  });
  afterAll(() => {
    engine.stop();
  });

  async function registered(program: () => unknown): Promise<readonly Resource[]> {
    await runInline(engine, program);
    return engine.result().resources.filter(({ urn: each }) => each !== ROOT && each !== DEFAULT);
  }

  async function faultOf(program: () => void): Promise<DryRunError | undefined> {
    await runInline(engine, program);
    try {
      engine.result();
    } catch (error) {
      return error as DryRunError;
    }
    return undefined;
  }

  async function limitsOf(program: () => unknown): Promise<readonly DryRunLimit[]> {
    await runInline(engine, program);
    return engine.result().limits;
  }

  test("lists an empty program's stack, and nothing of the program before", async () => {
    await runInline(engine, () => undefined);
    expect(engine.resources()).toEqual([
      {
        urn: ROOT,
        type: "pulumi:pulumi:Stack",
        name: "inline-test",
        inputs: {},
        written: true,
        dependencies: [],
        propertyDependencies: {},
        protect: false,
        secretPaths: [],
        retainOnDelete: false,
        position: { file: "inline.ts", line: expect.any(Number), column: 17 },
      },
    ]);
  });

  test("gives a resource the default provider, made from the configuration", async () => {
    const program = () => {
      new Basket("mine", { title: "a" });
    };
    const [basket, ...others] = await registered(program);
    expect(others).toEqual([]);
    expect(basket).toEqual({
      urn: urn("shop:index:Basket", "mine"),
      type: "shop:index:Basket",
      name: "mine",
      inputs: { title: "a" },
      written: true,
      parent: ROOT,
      provider: DEFAULT,
      dependencies: [],
      propertyDependencies: {},
      protect: false,
      secretPaths: [],
      retainOnDelete: false,
      position: { file: "engine.test.ts", line: expect.any(Number), column: 7 },
    });
    expect(engine.resources().find(({ urn: each }) => each === DEFAULT)).toEqual({
      urn: DEFAULT,
      type: "pulumi:providers:shop",
      name: "default_2_0_0",
      inputs: { region: "here", version: "2.0.0" },
      written: true,
      dependencies: [],
      propertyDependencies: {},
      protect: false,
      secretPaths: [],
      retainOnDelete: false,
      position: { file: "Pulumi.test.yaml", line: 4, column: 3 },
    });
  });

  test("answers what is not written, nested or not, as unknown", async () => {
    const [first, second] = await registered(() => {
      const one = new Basket("one", { title: "a", items: [{ name: "x" }] });
      new Basket("two", { title: one.number, items: [{ name: one.items[0]?.serial }] });
    });
    expect(first?.inputs).toEqual({ title: "a", items: [{ name: "x" }] });
    expect(second?.inputs).toEqual({ title: new Unknown(), items: [{ name: new Unknown() }] });
    expect(second?.propertyDependencies).toEqual({
      title: [urn("shop:index:Basket", "one")],
      items: [urn("shop:index:Basket", "one")],
    });
  });

  test("lets children inherit from their parents", async () => {
    const resources = await registered(() => {
      const provider = new Shop("abroad", { region: "there", retries: 3 });
      const outer = new Shelf("outer", { providers: [provider], protect: true, retainOnDelete: true });
      const inner = new Shelf("inner", { parent: outer });
      const basket = new Basket("mine", { title: "a" }, { parent: inner });
      new Basket("yours", { title: "b" }, { parent: basket, protect: false });
    });
    expect(
      resources.map(({ urn: each, provider, protect, retainOnDelete }) => ({
        each,
        provider,
        protect,
        retainOnDelete,
      })),
    ).toEqual([
      {
        each: urn("inline:index:Shelf$inline:index:Shelf$shop:index:Basket$shop:index:Basket", "yours"),
        provider: urn("pulumi:providers:shop", "abroad"),
        protect: false,
        retainOnDelete: true,
      },
      {
        each: urn("inline:index:Shelf$inline:index:Shelf$shop:index:Basket", "mine"),
        provider: urn("pulumi:providers:shop", "abroad"),
        protect: true,
        retainOnDelete: true,
      },
      {
        each: urn("inline:index:Shelf$inline:index:Shelf", "inner"),
        provider: undefined,
        protect: true,
        retainOnDelete: true,
      },
      { each: urn("inline:index:Shelf", "outer"), provider: undefined, protect: true, retainOnDelete: true },
      { each: urn("pulumi:providers:shop", "abroad"), provider: undefined, protect: false, retainOnDelete: false },
    ]);
    expect(resources[4]?.inputs).toEqual({ region: "there", retries: 3 });
  });

  test("runs the program's transforms: a resource's own, its parents', the stack's", async () => {
    const [basket] = await registered(() => {
      pulumi.runtime.registerResourceTransform(({ type, props, opts }) =>
        type === "shop:index:Basket"
          ? { props: { ...props, title: `${String(props["title"])}, by the stack` }, opts: { ...opts, protect: true } }
          : undefined,
      );
      const shelf = new Shelf("shelf", {
        transforms: [
          ({ props, opts }) => ({ props: { ...props, title: `${String(props["title"])}, by the shelf` }, opts }),
        ],
      });
      new Basket(
        "mine",
        { title: "a" },
        {
          parent: shelf,
          transforms: [
            ({ props, opts }) => ({
              props: { ...props, title: `${String(props["title"])}, by itself`, size: 2 },
              opts,
            }),
          ],
        },
      );
    });
    expect(basket?.inputs).toEqual({ title: "a, by itself, by the shelf, by the stack", size: 2 });
    expect(basket?.protect).toBe(true);
  });

  test("registers hooks, and runs none", async () => {
    const [basket] = await registered(() => {
      const hook = new pulumi.ResourceHook("never", () => {
        throw new Error("It ran.");
      });
      new Basket("mine", { title: "a" }, { hooks: { beforeCreate: [hook], afterCreate: [hook] } });
    });
    expect(basket?.name).toBe("mine");
  });

  test("reads an existing resource: its id is known, what it was made with is not", async () => {
    const program = () => {
      new Basket("mine", { title: "a" }, { id: "basket-1" });
    };
    const [basket] = await registered(program);
    expect(basket).toEqual({
      urn: urn("shop:index:Basket", "mine"),
      type: "shop:index:Basket",
      name: "mine",
      inputs: {
        title: "a",
        size: new Unknown(),
        open: new Unknown(),
        labels: new Unknown(),
        items: new Unknown(),
        handle: new Unknown(),
      },
      written: false,
      id: "basket-1",
      parent: ROOT,
      provider: DEFAULT,
      dependencies: [],
      propertyDependencies: {},
      protect: false,
      secretPaths: [],
      retainOnDelete: false,
      position: { file: "engine.test.ts", line: expect.any(Number), column: 7 },
    });
  });

  test("answers the calls it can, and lists the others", async () => {
    const answers: unknown[] = [];
    await runInline(engine, async () => {
      answers.push(await pulumi.runtime.invoke("shop:index:getOpenBaskets", { title: "a" }, { version: "2.0.0" }));
      answers.push(await pulumi.runtime.invoke("shop:index:getBaskets", { title: "a" }, { version: "2.0.0" }));
      answers.push(await pulumi.runtime.invoke("elsewhere:index:getBaskets", {}));
    });
    expect(answers).toEqual([
      { baskets: ["a", "b"] },
      {
        title: "a",
        id: "unknown-until-deployment:getBaskets.id",
        count: NaN,
        open: "unknown-until-deployment:getBaskets.open",
        names: ["unknown-until-deployment:getBaskets.names[0]"],
        labels: {},
        baskets: [
          {
            name: "unknown-until-deployment:getBaskets.baskets[0].name",
            serial: "unknown-until-deployment:getBaskets.baskets[0].serial",
            parts: [{}],
          },
        ],
      },
      {},
    ]);
    expect(ASKED).toEqual([{ args: { title: "a" }, provider: { region: "here", version: "2.0.0" } }]);
    const { unansweredCalls, limits } = engine.result();
    expect(unansweredCalls).toEqual(["elsewhere:index:getBaskets", "shop:index:getBaskets"]);
    expect(limits).toEqual([{ kind: "unknown package", name: "elsewhere" }]);
  });

  test("answers a method with an unknown, and says so when it has no schema", async () => {
    const limits = await limitsOf(() => {
      const basket = new Basket("mine", { title: "a" });
      const weight = pulumi.runtime.call<{ result: string }>("shop:index:Basket/weigh", { __self__: basket }, basket);
      new Basket("yours", { title: weight.result });
    });
    expect(limits).toEqual([{ kind: "unknown function", name: "shop:index:Basket/weigh" }]);
    expect(engine.resources().find(({ name }) => name === "yours")?.inputs).toEqual({ title: new Unknown() });
  });

  test("looks up the resources it registered", async () => {
    const resources = await registered(async () => {
      const mine = new Basket("mine", { title: "a" });
      await new Promise((resolve) => mine.urn.apply(resolve));
      const found = new Basket("found", {}, { urn: urn("shop:index:Basket", "mine") });
      new Basket("yours", { title: found.number, items: [{ name: pulumi.interpolate`${found.urn}!` }] });
    });
    expect(resources.map(({ name, inputs }) => ({ name, inputs }))).toEqual([
      { name: "mine", inputs: { title: "a" } },
      {
        name: "yours",
        inputs: { title: new Unknown(), items: [{ name: `${urn("shop:index:Basket", "mine")}!` }] },
      },
    ]);
  });

  test.each<{ what: string; program: () => void; limits: readonly DryRunLimit[] }>([
    {
      what: "a remote component",
      program: () => {
        new Mall();
      },
      limits: [{ kind: "remote component", name: "mall" }],
    },
    {
      what: "a resource of an unknown package",
      program: () => {
        new Thing("elsewhere:index:Thing");
      },
      limits: [{ kind: "unknown package", name: "elsewhere" }],
    },
    {
      what: "another version of a package",
      program: () => {
        new Basket("mine", { anything: 1 }, { version: "1.0.0" });
      },
      limits: [{ kind: "other version", name: "shop 1.0.0" }],
    },
    {
      what: "another stack's outputs",
      program: () => {
        const other = new pulumi.StackReference("organization/base/prod");
        new Basket("mine", { title: other.getOutput("title") });
      },
      limits: [{ kind: "stack reference", name: "organization/base/prod" }],
    },
  ])("names what it cannot see: $what", async ({ program, limits }) => {
    expect(await limitsOf(program)).toEqual(limits);
  });

  test.each<{ what: string; program: () => void; config?: Record<string, string>; kind: string; en: string }>([
    {
      what: "two resources of one urn",
      program: () => {
        new Basket("mine", { title: "a" });
        new Basket("mine", { title: "b" });
      },
      kind: "duplicate resource",
      en: "engine.test.ts:LINE: `mine` (shop:index:Basket) is made twice under the same name and parent; give each a name of its own.",
    },
    {
      what: "a type the package does not have",
      program: () => {
        new Thing("shop:index:Baskett");
      },
      kind: "unknown type",
      en: "engine.test.ts:LINE: `thing` (shop:index:Baskett) has a type that shop 2.0.0 does not have; the closest are shop:index:Basket.",
    },
    {
      what: "a property the provider does not have",
      program: () => {
        new Shop("abroad", { regoin: "there", retries: "3" });
      },
      kind: "unknown property",
      en: "engine.test.ts:LINE: `abroad` (pulumi:providers:shop) has no property `regoin`; accepted: `region`, `retries`.",
    },
    {
      what: "a default provider that is forbidden",
      config: { "pulumi:disable-default-providers": '["shop"]' },
      program: () => {
        new Basket("mine", { title: "a" });
      },
      kind: "no default provider",
      en: "engine.test.ts:LINE: `mine` names no provider, and `pulumi:disable-default-providers` forbids the default one of shop.",
    },
  ])("rejects $what", async ({ program, config, kind, en }) => {
    if (config) engine.reset({ config });
    const fault = await faultOf(program);
    expect(fault?.kind).toBe(kind);
    expect(fault?.text.en.replace(/^(engine\.test\.ts):\d+/, "$1:LINE")).toBe(en);
    expect(fault?.others).toEqual([]);
  });

  test("keeps the errors the program logs, and not its warnings", async () => {
    await runInline(engine, () => {
      void pulumi.log.warn("Not an error.");
      void pulumi.log.error("An error of the program's own.");
    });
    expect(engine.loggedErrors()).toEqual(["An error of the program's own."]);
  });

  test("keeps the first of many errors, and the beginning of a long one", async () => {
    await runInline(engine, async () => {
      for (let count = 0; count < 200; count++) await pulumi.log.error("x".repeat(100_000));
    });
    expect(engine.loggedErrors()).toEqual(Array(100).fill(`${"x".repeat(65_536)} [...]`));
  });
});
