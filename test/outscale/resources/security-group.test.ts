import { describe, expect, test } from "@jest/globals";
import { groupAt, groupOf, isGroup, SecurityGroup, toGroup } from "../../../src/outscale/resources/security-group";
import { type Resource, Unknown } from "../../../src/stack";
import { net, rule, securityGroup } from "../../support/builders";
import { from, type From, type InputsOf, systemOf } from "../../support/resources";
import { alone, answer } from "./answers";

type Inputs = InputsOf<"securityGroup:SecurityGroup">;
type Row<T> = [name: string, inputs: Inputs, expected: T | string, options?: Partial<Resource>];

function viewed(inputs: Inputs, options: Partial<Resource> = {}): SecurityGroup {
  const made = { ...securityGroup("group", inputs), ...options };
  return systemOf([net(), made]).view(made, SecurityGroup);
}

/** A group of whose inputs nobody knows whether a program wrote them. */
const told = { written: false };

describe("it is a group of a Net:", () => {
  test.each<Row<boolean>>([
    ["no, where nothing is written", {}, false],
    ["no, for an empty text", { netId: "" }, false],
    ["yes, of one of the stack's", { netId: from(net()) }, true],
    ["yes, of one by its id", { netId: "vpc-9" }, true],
    ["yes, of one that is not known", { netId: new Unknown() }, true],
    ["no, where outputs alone name none", {}, false, told],
    ["not known where only outputs tell", { netId: "vpc-9" }, "not known: netId of group", told],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options).isInNet)).toBe(expected);
  });

  test("yes, which it tells alone", () => {
    const made = securityGroup("group", { netId: from(net()) });
    expect(alone(made).view(made, SecurityGroup).isInNet).toBe(true);
  });
});

describe("it keeps the rule that lets everything out:", () => {
  test.each<Row<boolean>>([
    ["yes, by default", {}, true],
    ["yes, as written", { removeDefaultOutboundRule: false }, true],
    ["no, as written", { removeDefaultOutboundRule: true }, false],
    ["not known", { removeDefaultOutboundRule: new Unknown() }, "not known: removeDefaultOutboundRule of group"],
  ])("%s", (_name, inputs, expected, options = {}) => {
    expect(answer(() => viewed(inputs, options).keepsDefaultOutboundRule())).toBe(expected);
  });
});

describe("a group is referred to", () => {
  const types = ["outscale:index/securityGroup:SecurityGroup"];
  const by = "securityGroupName";

  test.each([
    ["by its id at a property of ids", "securityGroupId", { path: "securityGroupId", types }],
    ["by its id in a list of ids", "securityGroupIds", { path: "securityGroupIds", types }],
    ["by its id at a load balancer", "securityGroups", { path: "securityGroups", types }],
    [
      "by its id among the members of a rule",
      "rules[0].securityGroupsMembers[1].securityGroupId",
      { path: "rules[0].securityGroupsMembers[1].securityGroupId", types },
    ],
    ["by its name in a list of names", "securityGroupNames", { path: "securityGroupNames", types, by }],
    ["by its name where a rule links it", "securityGroupNameToLink", { path: "securityGroupNameToLink", types, by }],
    [
      "by its name among the members of a rule",
      "rules[0].securityGroupsMembers[1].securityGroupName",
      { path: "rules[0].securityGroupsMembers[1].securityGroupName", types, by },
    ],
  ])("%s", (_name, path, expected) => {
    expect(toGroup(path)).toEqual(expected);
  });
});

const web = securityGroup("web", { securityGroupName: "front" });
const db = { ...securityGroup("db", { securityGroupName: "data" }), id: "sg-1" };
const twins = [
  securityGroup("twin-1", { securityGroupName: "twin" }),
  securityGroup("twin-2", { securityGroupName: "twin" }),
];
/** One whose name the provider makes up. */
const nameless = { ...securityGroup("nameless"), outputs: { securityGroupName: "generated" } };
const late = securityGroup("late", { securityGroupName: new Unknown() });
const ground = [web, db, ...twins, nameless];

type Named = string | Unknown | From | undefined;
type ReferenceRow<T> = [name: string, named: Named, expected: T | string, others?: readonly Resource[]];

describe("the group that an id names is", () => {
  test.each<ReferenceRow<object>>([
    ["one of the stack's", from(web), { key: web.urn, resource: web }],
    ["one of the stack's by its id", "sg-1", { key: db.urn, resource: db }],
    ["another by its id", "sg-9", { key: "sg-9" }],
    ["not known", new Unknown(), "not known: securityGroupId of rule"],
    ["one of several", from(web, db), "not known: securityGroupId of rule, perhaps db, web"],
    ["none where nothing is written", undefined, "not known: securityGroupId of rule"],
  ])("%s", (_name, securityGroupId, expected) => {
    const made = rule("rule", { securityGroupId });
    expect(answer(() => groupAt(systemOf([...ground, made]), made, "securityGroupId"))).toEqual(expected);
  });

  test("decided with the stack where the rule alone is in sight", () => {
    const made = rule("rule", { securityGroupId: "sg-1" });
    expect(answer(() => groupAt(alone(made), made, "securityGroupId"))).toBe("with the stack");
  });
});

describe("the group that a name names is", () => {
  test.each<ReferenceRow<object>>([
    ["the one of that name", "front", { key: web.urn, resource: web }],
    ["the one of that name by reference", from(web), { key: web.urn, resource: web }],
    ["the one to which the provider gave it", "generated", { key: nameless.urn, resource: nameless }],
    ["another by its name, which is no logical name", "web", { key: "web" }],
    ["one of several of that name", "twin", "not known: securityGroupNameToLink of rule, perhaps twin-1, twin-2"],
    [
      "perhaps one whose name is not known",
      "other",
      "not known: securityGroupNameToLink of rule, perhaps late",
      [late],
    ],
    ["the one of that name beside one whose name is not known", "front", { key: web.urn, resource: web }, [late]],
    ["not known", new Unknown(), "not known: securityGroupNameToLink of rule"],
  ])("%s", (_name, securityGroupNameToLink, expected, others = []) => {
    const made = rule("rule", { securityGroupNameToLink });
    expect(answer(() => groupAt(systemOf([...ground, ...others, made]), made, "securityGroupNameToLink"))).toEqual(
      expected,
    );
  });
});

test("a group of the stack has its urn for a key", () => {
  expect(groupOf(web)).toEqual({ key: web.urn, resource: web });
});

describe("the group that an id names is such a one:", () => {
  const isFor =
    (...groups: Resource[]) =>
    (group: { key: string }) =>
      groups.some(({ urn }) => urn === group.key);

  test.each<ReferenceRow<boolean>>([
    ["yes", from(web), true],
    ["no", from(nameless), false],
    ["yes, all of those that are possible", from(web, db), true],
    ["no, none of those that are possible", from(nameless, late), false, [late]],
    [
      "not known, one of those that are possible and not another",
      from(web, nameless),
      "not known: securityGroupId of rule, perhaps nameless, web",
    ],
    ["not known", new Unknown(), "not known: securityGroupId of rule"],
    ["no, one of another stack", "sg-9", false],
  ])("%s", (_name, securityGroupId, expected, others = []) => {
    const made = rule("rule", { securityGroupId });
    const system = systemOf([...ground, ...others, made]);
    expect(answer(() => isGroup(system, made, "securityGroupId", isFor(web, db)))).toBe(expected);
  });

  test.each<ReferenceRow<boolean>>([
    ["yes, by its name", "front", true],
    [
      "not known, by a name of several, of which none may be meant",
      "twin",
      "not known: securityGroupNameToLink of rule, perhaps twin-1, twin-2",
    ],
  ])("%s", (_name, securityGroupNameToLink, expected) => {
    const made = rule("rule", { securityGroupNameToLink });
    const system = systemOf([...ground, made]);
    expect(answer(() => isGroup(system, made, "securityGroupNameToLink", isFor(web, ...twins)))).toBe(expected);
  });
});
