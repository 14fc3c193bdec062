import { describe, expect, test } from "@jest/globals";
import { EimPolicy } from "../../../src/outscale";
import { ifKnown, type Resource, Unknown, type Values } from "../../../src/stack";
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
