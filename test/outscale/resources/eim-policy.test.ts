import { describe, expect, test } from "@jest/globals";
import { EimPolicy } from "../../../src/outscale";
import { ifKnown, type Resource, Unknown, type Values } from "../../../src/stack";
import { answer } from "./answers";
import { from, type From, type InputsOf, resource, systemOf } from "../../support/resources";

type Users = InputsOf<"userGroup:UserGroup">["users"];
type Policies = InputsOf<"user:User">["policies"];

const ORN = "orn:ows:idauth::012345678910:policy";
const ops = resource("policy:Policy", "ops", { policyName: "operators", document: "{}" });
const audit = resource("policy:Policy", "audit", { policyName: "audit", path: "/team/", document: "{}" });

/** Another version of `ops`. */
function version(name: string, inputs: InputsOf<"policyVersion:PolicyVersion"> = {}, outputs?: Values): Resource {
  const written = { policyOrn: from(ops), document: "{}", ...inputs };
  return resource("policyVersion:PolicyVersion", name, written, outputs && { outputs });
}

const user = (name: string, policies: Policies) => resource("user:User", name, { userName: name, policies });
const group = (name: string, policies: Policies, users: Users = []) =>
  resource("userGroup:UserGroup", name, { userGroupName: name, policies, users });

function viewed(of: Resource, ...others: Resource[]): EimPolicy {
  const system = systemOf([of, ...others]);
  return system.view(of, EimPolicy);
}

describe("a policy is given to", () => {
  test.each<{ what: string; of?: Resource; others: readonly Resource[]; certain: string[]; mayBeMore?: boolean }>([
    { what: "nobody", others: [audit, user("bob", [])], certain: [] },
    { what: "a user by reference", others: [user("bob", [{ policyOrn: from(ops) }])], certain: ["bob"] },
    {
      what: "a user and a group by its orn",
      others: [user("bob", [{ policyOrn: `${ORN}/operators` }]), group("admins", [{ policyOrn: `${ORN}/operators` }])],
      certain: ["bob", "admins"],
    },
    {
      what: "a user by its orn with a path",
      of: audit,
      others: [user("bob", [{ policyOrn: `${ORN}/team/audit` }])],
      certain: ["bob"],
    },
    {
      what: "nobody by the orn of a namesake",
      of: audit,
      others: [user("bob", [{ policyOrn: `${ORN}/audit` }])],
      certain: [],
    },
    {
      what: "a user by several references",
      others: [audit, user("bob", [{ policyOrn: from(audit) }, { policyOrn: from(ops) }])],
      certain: ["bob"],
    },
    {
      what: "a user beside another that is written",
      of: audit,
      others: [ops, user("bob", [{ policyOrn: `${ORN}/operators` }, { policyOrn: from(audit) }])],
      certain: ["bob"],
    },
    {
      what: "perhaps a user",
      others: [audit, user("bob", [{ policyOrn: from(audit, ops) }])],
      certain: [],
      mayBeMore: true,
    },
    { what: "perhaps a user of no known policies", others: [user("bob", new Unknown())], certain: [], mayBeMore: true },
    {
      what: "perhaps a user, while its name is not known",
      of: resource("policy:Policy", "late", { policyName: new Unknown(), document: "{}" }),
      others: [user("bob", [{ policyOrn: `${ORN}/operators` }])],
      certain: [],
      mayBeMore: true,
    },
    {
      what: "a user by the orn that its state tells",
      of: resource("policy:Policy", "told", { policyName: "told", document: "{}" }, { outputs: { orn: "orn:told" } }),
      others: [user("bob", [{ policyOrn: "orn:told" }])],
      certain: ["bob"],
    },
    {
      what: "a user, as another version",
      of: version("second"),
      others: [ops, user("bob", [{ policyOrn: from(ops) }])],
      certain: ["bob"],
    },
    {
      what: "a user, as a version of a policy that is not the stack's",
      of: version("second", { policyOrn: `${ORN}/elsewhere` }),
      others: [ops, user("bob", [{ policyOrn: `${ORN}/elsewhere` }])],
      certain: ["bob"],
    },
  ])("$what", ({ of = ops, others, certain, mayBeMore = false }) => {
    const holders = viewed(of, ...others).holders();
    expect({ certain: holders.certain.map(({ name }) => name), mayBeMore: holders.mayBeMore }).toEqual({
      certain,
      mayBeMore,
    });
  });

  test("nobody who is known, as a version of no known policy", () => {
    expect(() => viewed(version("second", { policyOrn: new Unknown() })).holders()).toThrow("not known");
  });
});

describe("the default version is", () => {
  const second = version("second");
  const third = version("third", { setAsDefault: true });
  const late = version("late", { setAsDefault: new Unknown() });
  const chosen = (defaultVersionId: string | Unknown | From) =>
    user("bob", [{ policyOrn: from(ops), defaultVersionId }]);
  const deployed = version("deployed", {}, { versionId: "v2" });
  const ofAudit = version("of audit", { policyOrn: from(audit), setAsDefault: true });

  test.each<{ what: string; resources: readonly Resource[]; are: readonly (boolean | undefined)[] }>([
    { what: "the policy's own", resources: [ops, second], are: [true, false] },
    { what: "the one made so", resources: [ops, second, third], are: [false, false, true] },
    { what: "not known where that is not", resources: [ops, second, late], are: [undefined, undefined, undefined] },
    { what: "the one chosen where it is given", resources: [ops, second, chosen(from(second))], are: [false, true] },
    { what: "the first one chosen", resources: [ops, second, chosen("v1")], are: [true, false] },
    { what: "one chosen by the id that its state tells", resources: [ops, deployed, chosen("v2")], are: [false, true] },
    { what: "one chosen that is not the stack's", resources: [ops, deployed, chosen("v3")], are: [false, false] },
    {
      what: "not known of an id that none has yet",
      resources: [ops, second, chosen("v2")],
      are: [undefined, undefined],
    },
    { what: "not known of any id", resources: [ops, second, chosen(new Unknown())], are: [undefined, undefined] },
    { what: "not known where two are made so", resources: [ops, third, chosen("v1")], are: [undefined, undefined] },
    { what: "its own, whatever another policy's is", resources: [ops, audit, ofAudit], are: [true, false, true] },
    {
      what: "not known of an id chosen beside one of several references",
      resources: [
        ops,
        audit,
        version("of audit", { policyOrn: from(audit) }),
        user("bob", [{ policyOrn: from(ops) }, { policyOrn: from(audit), defaultVersionId: "v1" }]),
      ],
      are: [undefined, undefined, undefined],
    },
  ])("$what", ({ resources, are }) => {
    const versions = resources.filter(({ type }) => EimPolicy.types.some((each) => each === type));
    const system = systemOf(resources);
    expect(versions.map((each) => ifKnown(() => system.view(each, EimPolicy).isDefault()))).toEqual(are);
  });
});

describe("several policies together give everything", () => {
  const written = (Action: string | readonly string[], Effect = "Allow") =>
    JSON.stringify({ Statement: [{ Effect, Action, Resource: "*" }] });
  const part = (name: string, ...statement: Parameters<typeof written>) =>
    resource("policy:Policy", name, { policyName: name, document: written(...statement) });
  const [first, second] = [part("first", ["a*", "d*"]), part("second", ["e*", "i*"])];
  const [whole, reading] = [part("whole", "*"), part("reading", "api:Read*")];
  const denial = part("denial", "*", "Deny");
  const both = [{ policyOrn: from(first) }, { policyOrn: from(second) }];
  const late = resource("policy:Policy", "late", { policyName: "late", document: new Unknown() });
  const loose = part("loose", ["E*", "I*"]);
  const other = (document: string | Unknown, inputs: InputsOf<"policyVersion:PolicyVersion"> = {}) =>
    resource("policyVersion:PolicyVersion", "other", { policyOrn: from(second), document, ...inputs });

  /** Who is given everything, by which policies, and of whom that is not known. */
  function given(resources: readonly Resource[]): string[] {
    const system = systemOf(resources);
    return EimPolicy.heldTogether(system).flatMap((rights) => {
      const found = answer(() => rights.selectGiven(["everything"]));
      if (typeof found === "string") return `${rights.name}: ${found}`;
      return found.map(({ policies }) => `${rights.name}: ${policies.join(", ")}`);
    });
  }

  test.each<[string, readonly Resource[], readonly string[]]>([
    ["to a user", [first, second, reading, user("bob", both)], ["bob: first, second"]],
    [
      "to a user by their orns",
      [first, second, user("bob", [{ policyOrn: `${ORN}/first` }, { policyOrn: `${ORN}/second` }])],
      ["bob: first, second"],
    ],
    [
      "to a group, and not again to its users",
      [first, second, user("bob", []), group("ops", both, [{ userName: "bob" }])],
      ["ops: first, second"],
    ],
    [
      "to a user by its own and by that of its group",
      [
        first,
        second,
        user("bob", [{ policyOrn: from(first) }]),
        group("ops", [{ policyOrn: from(second) }], [{ userName: "bob" }]),
      ],
      ["bob: first, second"],
    ],
    [
      "to a user by two groups",
      [
        first,
        second,
        user("bob", []),
        group("a", [{ policyOrn: from(first) }], [{ userName: "bob" }]),
        group("b", [{ policyOrn: from(second) }], [{ userName: "bob" }]),
      ],
      ["bob: first, second"],
    ],
    [
      "to nobody, each to another",
      [first, second, user("bob", [{ policyOrn: from(first) }]), user("eve", [{ policyOrn: from(second) }])],
      [],
    ],
    [
      "to nobody, where one gives it alone",
      [first, second, whole, user("bob", [...both, { policyOrn: from(whole) }])],
      [],
    ],
    [
      "to nobody, where another denies it",
      [first, second, denial, user("bob", [...both, { policyOrn: from(denial) }])],
      [],
    ],
    [
      "to nobody, by a version that is not the default",
      [first, second, other("{}", { setAsDefault: true }), user("bob", both)],
      [],
    ],
    [
      "to a user, by the version that is",
      [
        first,
        reading,
        other(written(["e*", "i*"]), { policyOrn: from(reading), setAsDefault: true }),
        user("bob", [{ policyOrn: from(first) }, { policyOrn: from(reading) }]),
      ],
      ["bob: first, other"],
    ],
    [
      "to a user, by the only version whichever is chosen",
      [first, second, user("bob", [...both, { policyOrn: from(first), defaultVersionId: new Unknown() }])],
      ["bob: first, second"],
    ],
    [
      "perhaps to a user, by one of two versions",
      [first, second, other('{"Statement":[]}', { setAsDefault: new Unknown() }), user("bob", both)],
      ["bob: not known: setAsDefault of other"],
    ],
    [
      "perhaps to a user of no known policies",
      [first, second, user("bob", new Unknown())],
      ["bob: not known: policyOrn of bob"],
    ],
    ["to nobody, of no known policies of which none gives it", [first, reading, user("bob", new Unknown())], []],
    [
      "perhaps to a user of a group of no known users",
      [
        first,
        second,
        user("bob", [{ policyOrn: from(first) }]),
        group("ops", [{ policyOrn: from(second) }], new Unknown()),
      ],
      ["bob: not known: userName of ops"],
    ],
    [
      "perhaps to a user, by a spelling",
      [first, loose, user("bob", [{ policyOrn: from(first) }, { policyOrn: from(loose) }])],
      ["bob: not read: document of loose, the spelling `E*`, which may stand for more than its letters"],
    ],
    [
      "to a user, beside what is not known",
      [first, second, late, user("bob", [...both, { policyOrn: from(late) }])],
      ["bob: first, second"],
    ],
    [
      "to nobody, where the document that is not known tells so itself",
      [first, late, user("bob", [{ policyOrn: from(first) }, { policyOrn: from(late) }])],
      [],
    ],
  ])("%s", (_, resources, expected) => {
    expect(given(resources)).toEqual(expected);
  });
});
