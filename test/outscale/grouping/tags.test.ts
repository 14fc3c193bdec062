import { describe, expect, test } from "@jest/globals";
import { tagValue } from "../../../src/outscale/grouping/tags";
import { NeedsStack, type Resource, Unknown, UnknownValue, UnreadableValue } from "../../../src/stack";
import { net, volume } from "../../support/builders";
import { from, resource, systemOf, tags } from "../../support/resources";
import { alone as aloneInSight } from "../resources/answers";

const bare = volume("bare");

function read(of: Resource, ...others: Resource[]): string | undefined {
  return tagValue(systemOf([of, ...others]), of, "Tier");
}

describe("a tag is read", () => {
  test("from a list, whatever the case of its key", () => {
    expect(read(volume("tagged", { tags: tags({ owner: "a", TIER: "web" }) }))).toBe("web");
  });

  test("from a map, as Kubernetes resources have it", () => {
    expect(read(resource("oksCluster:OksCluster", "apps", { tags: { tier: "web" } }))).toBe("web");
  });

  test("from a Tag resource that refers to it, beside others", () => {
    const tag = resource("tag:Tag", "later", {
      resourceIds: [from(bare), from(net())],
      tag: tags({ tier: "db" }),
    });
    expect(read(bare, tag)).toBe("db");
  });

  test("inline first, beside a Tag resource that says the same", () => {
    const of = volume("tagged", { tags: tags({ tier: "web" }) });
    expect(read(of, resource("tag:Tag", "later", { resourceIds: [from(of)], tag: tags({ tier: "Web " }) }))).toBe(
      "web",
    );
  });

  test("as nothing where a Tag resource tags something of another type", () => {
    const tag = resource("tag:Tag", "other", { resourceIds: [from(net())], tag: tags({ tier: "db" }) });
    expect(read(bare, net(), tag)).toBeUndefined();
  });

  test("as nothing where nobody sets it", () => {
    expect(
      read(bare, resource("tag:Tag", "other", { resourceIds: ["vol-12345678"], tag: tags({ tier: "db" }) })),
    ).toBeUndefined();
  });
});

describe("a tag is not known", () => {
  test.each([
    ["when the list is not", { tags: new Unknown() }, "tags"],
    ["when a key is not", { tags: [{ key: new Unknown(), value: "web" }] }, "tags[0].key"],
    ["when its value is not", { tags: [{ key: "tier", value: new Unknown() }] }, "tags[0].value"],
  ])("%s", (_name, inputs, path) => {
    expect(() => read(volume("tagged", inputs))).toThrow(expect.objectContaining({ path }));
  });

  test("when a Tag resource that may refer to it sets it", () => {
    const tag = (values: Record<string, string>) =>
      resource("tag:Tag", "later", { resourceIds: [new Unknown()], tag: tags(values) });
    expect(() => read(bare, tag({ tier: "db" }))).toThrow(UnknownValue);
    expect(read(bare, tag({ owner: "a" }))).toBeUndefined();
  });

  test("when it has two values, inline or by a Tag resource", () => {
    const of = volume("tagged", { tags: tags({ tier: "web" }) });
    const tag = resource("tag:Tag", "later", { resourceIds: [from(of)], tag: tags({ tier: "db" }) });
    const why = { en: "tags that contradict each other: `Tier` has two values" };
    expect(() => read(of, tag)).toThrow(expect.objectContaining({ what: expect.objectContaining(why) }));
    expect(() => read(volume("tagged", { tags: tags({ tier: "web", TIER: "db" }) }))).toThrow(UnreadableValue);
  });

  test("when its key has blanks around it", () => {
    expect(() => read(volume("tagged", { tags: tags({ "tier ": "web" }) }))).toThrow(UnreadableValue);
    expect(() => read(volume("tagged", { tags: tags({ "tier ": "db", tier: "web" }) }))).toThrow(UnreadableValue);
    expect(read(volume("tagged", { tags: tags({ "tier ": "web", tier: "web" }) }))).toBe("web");
  });

  test("before the stack is in sight, unless it is written inline", () => {
    const alone = (of: Resource) => tagValue(aloneInSight(of), of, "tier");
    expect(() => alone(bare)).toThrow(NeedsStack);
    expect(alone(volume("tagged", { tags: tags({ tier: "web" }) }))).toBe("web");
  });
});
