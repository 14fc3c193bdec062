import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { statementsAt } from "../../../src/outscale";
import { actionsOf, SERVICES } from "../../../src/outscale/resources/eim-actions";
import { type Excess, findGiven, type Given, rightsOf } from "../../../src/outscale/resources/eim-grants";
import { Unknown } from "../../../src/stack";
import { type AnyInputs, untyped } from "../../support/resources";
import { answer } from "./answers";

type Written = NonNullable<AnyInputs[string]>;
type Statement = Readonly<Record<string, Written>>;

function given(statements: readonly Statement[], excess: Excess): Given | string | undefined {
  const policy = untyped("policy:Policy", "ops", { document: { Statement: statements } });
  return answer(() => findGiven(rightsOf(policy, statementsAt(policy, "document")), excess));
}

/** Whether an excess is certainly given: `undefined` where that is not known. */
function isGiven(statements: readonly Statement[], excess: Excess): boolean | undefined {
  const found = given(statements, excess);
  return typeof found === "string" ? undefined : found !== undefined;
}

const allow = (Action: Written, Resource: Written = "*"): Statement => ({ Effect: "Allow", Action, Resource });
const deny = (statement: Statement): Statement => ({ Effect: "Deny", Resource: "*", ...statement });
const everyService = SERVICES.map((service) => `${service}:*`);

describe("everything is given", () => {
  test.each<[string, Statement[], string[]]>([
    ["by a star", [allow("*")], ["*"]],
    ["by stars", [allow(["api:ReadVms", "**"])], ["**"]],
    ["by a star and one character more", [allow("*?")], ["*?"]],
    ["by one character and a star", [allow("?*")], ["?*"]],
    ["by any service's", [allow("*:?*")], ["*:?*"]],
    ["by every service's", [allow(everyService)], everyService],
    ["by first letters", [allow(["a*", "d*", "e*", "i*"])], ["a*", "d*", "e*", "i*"]],
    ["by several statements", everyService.map((each) => allow(each)), everyService],
    ["by every name that there is", [allow(SERVICES.flatMap(actionsOf))], SERVICES.flatMap(actionsOf)],
    ["by all but what is no action", [{ Effect: "Allow", NotAction: "x", Resource: "*" }], ["NotAction x"]],
    [
      "by all but one, and that one",
      [{ Effect: "Allow", NotAction: "api:DeleteVms", Resource: "*" }, allow("api:Delete*")],
      ["NotAction api:DeleteVms", "api:Delete*"],
    ],
    ["beside what cannot be read", [{ Effect: "allow", Action: 5 }, allow("*")], ["*"]],
    ["less a part that is denied", [allow("*"), deny({ Action: ["api:Delete*", "iam:*"] })], ["*"]],
    ["less what is denied on one resource", [allow("*"), deny({ Action: "*", Resource: "orn:ows:ec2:*" })], ["*"]],
    [
      "less what is denied on all but one",
      [allow("*"), { Effect: "Deny", Action: "*", NotResource: "orn:ows:ec2:*" }],
      ["*"],
    ],
    [
      "less what is denied under a condition",
      [allow("*"), deny({ Action: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } })],
      ["*"],
    ],
    [
      "less what a spelling may deny",
      [allow("*"), deny({ Action: "?*" }), deny({ Action: " *" }), { ...deny({ Action: "*" }), Effect: "deny" }],
      ["*"],
    ],
    ["less what is left by a denial of all but all", [allow("*"), deny({ NotAction: "*" })], ["*"]],
  ])("%s", (_, statements, actions) => {
    expect(given(statements, "everything")).toEqual({
      excess: "everything",
      actions,
      services: [],
      sparesResources: false,
      deniesSome: statements.some(({ Effect }) => /deny/i.test(JSON.stringify(Effect))),
    });
  });

  test.each<[string, Statement]>([
    ["the spelling of the documentation", allow("*", "orn:ows:*:*:*:*")],
    ["AWS's, with a few stars", allow("*", "arn:aws:*")],
    [
      "every service's",
      allow(
        "*",
        SERVICES.map((service) => `arn:aws:${service}:*`),
      ),
    ],
    [
      "every service's, and EIM's by its other name",
      allow(
        "*",
        ["api", "ec2", "elasticloadbalancing", "idauth", "directconnect"].map((service) => `orn:ows:${service}:*:*:*`),
      ),
    ],
    ["the account's own", allow("*", "arn:aws:*:*:012345678910:*")],
    ["one character and a star", allow("*", "?*")],
  ])("on every resource, in %s", (_, statement) => {
    expect(isGiven([statement], "everything")).toBe(true);
  });

  test("on all resources but some", () => {
    const spared = { Effect: "Allow", Action: "*", NotResource: "orn:ows:idauth::012345678910:user/root" };
    expect(given([spared], "everything")).toMatchObject({ sparesResources: true });
    expect(given([spared, allow("*")], "everything")).toMatchObject({ sparesResources: false });
  });

  test("on halves of the resources, by different statements", () => {
    const [half, other] = [SERVICES.slice(0, 2), SERVICES.slice(2)].map((services) =>
      services.map((service) => `arn:aws:${service}:*`),
    );
    expect(isGiven([allow("*", half ?? []), allow(["a*", "d*", "e*", "i*"], other ?? [])], "everything")).toBe(true);
    expect(isGiven([allow("*", half ?? []), allow("a*", other ?? [])], "everything")).toBe(false);
  });
});

describe("everything is not given", () => {
  test.each<[string, Statement[]]>([
    ["by reading", [allow(["api:Read*", "ec2:Describe*"])]],
    ["by a call", [allow("api:ReadVms")]],
    ["by a service", [allow("api:*")]],
    ["by every service but one", [allow(everyService.slice(1))]],
    ["by some letters", [allow("a*"), allow("e*")]],
    ["by a text with a `?`", [allow("?")]],
    ["by a word in place of a pattern", [allow("everything")]],
    ["by nothing", [allow([])]],
    ["by no statement", []],
    ["on one resource", [allow("*", "orn:ows:idauth::012345678910:user/ops")]],
    ["on one service's resources", [allow("*", "arn:aws:ec2:*")]],
    ["on one kind of resources", [allow("*", "arn:aws:*:*:*:instance/*")]],
    ["on none", [{ Effect: "Allow", Action: "*", NotResource: "*" }]],
    ["where all but all is allowed", [{ Effect: "Allow", NotAction: "*", Resource: "*" }]],
    ["where it is denied", [deny({ Action: "*" })]],
    ["where it is denied, without case", [{ ...allow("*"), Effect: "DENY" }]],
    ["where all of it is denied too", [allow("*"), deny({ Action: everyService })]],
    ["where all but reading is denied", [allow("*"), deny({ NotAction: "api:Read*" })]],
  ])("%s", (_, statements) => {
    expect(given(statements, "everything")).toBeUndefined();
  });
});

describe("whether everything is given cannot be told", () => {
  const spelled = (spelling: string) =>
    `not read: document.Statement[0] of ops, the spelling \`${spelling}\`, which may stand for more than its letters`;
  test.each<[string, Statement, string]>([
    ["a star behind a blank", allow(" *"), spelled(" *")],
    ["another case", allow(["A*", "D*", "E*", "I*"]), spelled("A*")],
    ["resources behind a blank", allow("*", " *"), spelled(" *")],
    ["all but what a `?` stands for", { Effect: "Allow", NotAction: "?*", Resource: "*" }, spelled("?*")],
    [
      "an effect in another case",
      { ...allow("*"), Effect: "allow" },
      "not read: document.Statement[0].Effect of ops, a statement whose `Effect` is neither `Allow` nor `Deny`",
    ],
    [
      "an effect of another shape",
      { ...allow("*"), Effect: ["Allow"] },
      "not read: document.Statement[0].Effect of ops, a statement whose `Effect` is neither `Allow` nor `Deny`",
    ],
    [
      "no action",
      { Effect: "Allow", Resource: "*" },
      "not read: document.Statement[0].Action of ops, a statement without `Action`",
    ],
    [
      "no resource",
      { Effect: "Allow", Action: "*" },
      "not read: document.Statement[0].Resource of ops, a statement without `Resource`",
    ],
    [
      "both",
      { ...allow("api:ReadVms"), NotAction: "x" },
      "not read: document.Statement[0].Action of ops, a statement with both `Action` and `NotAction`",
    ],
    [
      "an object",
      allow({ all: "*" }),
      "not read: document.Statement[0].Action of ops, a statement whose `Action` is neither a text nor a list of texts",
    ],
    [
      "a list in a list",
      allow([["*"]]),
      "not read: document.Statement[0].Action of ops, a statement whose `Action` is neither a text nor a list of texts",
    ],
    [
      "what comes with the deployment",
      allow(["api:ReadVms", new Unknown()]),
      "not known: document.Statement[0].Action[1] of ops",
    ],
    ["what the effect is", { ...allow("*"), Effect: new Unknown() }, "not known: document.Statement[0].Effect of ops"],
  ])("by %s", (_, statement, why) => {
    expect(given([statement], "everything")).toBe(why);
  });

  test.each<[string, Statement]>([
    ["actions are a few", { ...allow("api:Read*"), Resource: new Unknown() }],
    ["resources are a few", { ...allow(new Unknown()), Resource: "orn:ows:idauth::012345678910:user/ops" }],
    ["it is denied", deny({ Action: new Unknown() })],
    ["the effect is open, and actions are a few", { ...allow("api:Read*"), Effect: "allow" }],
    ["a few are spelled loosely", allow([" api:ReadVms", "API:Read*"])],
  ])("but is, where %s", (_, statement) => {
    expect(isGiven([statement], "everything")).toBe(false);
  });
});

describe("all but some is given", () => {
  const allBut = (NotAction: Written): Statement => ({
    Effect: "Allow",
    NotAction,
    Resource: "orn:ows:idauth::0:user/a",
  });
  test.each<[string, Statement[], boolean | undefined]>([
    ["on any resource", [allBut("api:DeleteVms")], true],
    ["whatever is not known of them", [allBut(["api:DeleteVms", "api:Create*"])], true],
    ["by a list of nothing", [allBut([])], true],
    ["unless these are all", [allBut(["api:*", "*"])], false],
    ["not by what may be all", [allBut(" *")], undefined],
    ["not by a `?` that may be all", [allBut("?*")], undefined],
    ["perhaps, by what is not known", [allBut(new Unknown())], undefined],
    ["not by actions", [allow("*")], false],
    ["not by a denial", [{ ...allBut("api:Read*"), Effect: "Deny" }], false],
    ["perhaps, by an effect in another case", [{ ...allBut("api:Read*"), Effect: "allow" }], undefined],
    ["not where all but a few is denied", [allBut("iam:*"), deny({ NotAction: "api:Read*" })], false],
    ["not where all is denied", [allBut("iam:*"), deny({ Action: "*" })], false],
    ["where some is denied", [allBut("iam:*"), deny({ Action: "api:Delete*" })], true],
  ])("%s", (_, statements, expected) => {
    expect(isGiven(statements, "all but some")).toBe(expected);
  });
});

describe("a whole service is given", () => {
  test.each<[string, Written, string[]]>([
    ["by its name", "api:*", ["api"]],
    ["by its first letter", "a*", ["api"]],
    ["by a `?`", "api:?*", ["api"]],
    ["among others", ["ec2:RunInstances", "i*", "api:Read*", "directconnect:**"], ["iam", "directconnect"]],
    ["by first letters of its calls", "A C D E G I M R S T U".split(" ").map((letter) => `ec2:${letter}*`), ["ec2"]],
    ["by names", actionsOf("directconnect"), ["directconnect"]],
    ["of which nothing is known", ["s3:*", "api:ReadVms"], ["s3"]],
  ])("%s", (_, actions, services) => {
    expect(given([allow(actions)], "a whole service")).toMatchObject({ services });
  });

  test.each<[string, Statement[], boolean | undefined]>([
    ["not by a verb", [allow(["api:C*", "api:Read*"])], false],
    ["not by the verb of every service", [allow("*:Read*")], false],
    ["perhaps, in another case", [allow("API:*")], undefined],
    ["not where it is denied", [allow("api:*"), deny({ Action: "api:*" })], false],
    ["where another is denied", [allow("api:*"), deny({ Action: "iam:*" })], true],
    ["not on a few resources", [allow("api:*", "arn:aws:ec2:*")], false],
    ["by all that a denial leaves", [allow("*"), deny({ NotAction: "api:*" })], true],
  ])("%s", (_, statements, expected) => {
    expect(isGiven(statements, "a whole service")).toBe(expected);
  });
});

/** Whatever may stand in a statement, in whatever place. */
const anything = fc.oneof(
  fc.constantFrom<Written>("Allow", "allow", "Deny", "*", " *", "?*", "A*", "api:*", "arn:aws:*", "", 5, true, [], {}),
  fc.constant(new Unknown()),
  fc.array(fc.constantFrom<Written>("*", " *", "d*", "e*", "i*", "a*", 5, ["*"], new Unknown()), { maxLength: 4 }),
);
const elements = ["Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"] as const;

/** Statements of few patterns, so that they often meet. */
const action = fc.constantFrom(...["*", "a*", "d*", "e*", "i*", "?*", "*:*", "api:*", "api:Read*", ...everyService]);
const place = fc.constantFrom(...["*", "arn:aws:*", "arn:aws:ec2:*", "orn:ows:*:*:*:*", "orn:ows:idauth::0:user/a"]);
const some = (of: fc.Arbitrary<string>) => fc.array(of, { minLength: 1, maxLength: 4 });
const allowed = fc.record({ Effect: fc.constant("Allow"), Action: some(action), Resource: some(place) });
const denied = fc.record({ Effect: fc.constant("Deny"), Action: some(action), Resource: some(place) });

const toPattern = (glob: string) => new RegExp(`^${glob.replaceAll("*", ".*").replaceAll("?", ".")}$`);
const SAMPLES = [
  ...SERVICES.map((each) => `arn:aws:${each}:x:y:z`),
  ...SERVICES.map((each) => `orn:ows:${each}:x:y:z`),
];

describe("what statements give", () => {
  test("is everything where each action is allowed on each resource, one by one", () => {
    fc.assert(
      fc.property(fc.array(allowed, { maxLength: 4 }), (statements) => {
        const readable = statements.map(({ Action, Resource }) => ({
          actions: Action.map(toPattern),
          // Both schemes name the same resources.
          places: Resource.flatMap((each) => [
            each,
            each.replace(/^arn:aws/, "orn:ows"),
            each.replace(/^orn:ows/, "arn:aws"),
          ]).map(toPattern),
        }));
        const isAllowed = (what: string, where: string) =>
          readable.some(
            ({ actions, places }) => actions.some((each) => each.test(what)) && places.some((each) => each.test(where)),
          );
        const all = SERVICES.flatMap(actionsOf).every((what) => SAMPLES.every((where) => isAllowed(what, where)));
        expect(isGiven(statements, "everything")).toBe(all);
      }),
      { numRuns: 100 },
    );
  });

  test("is never less for one more that allows, nor more for one more that denies", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(allowed, denied), { maxLength: 4 }), allowed, denied, (statements, more, less) => {
        for (const excess of ["everything", "all but some", "a whole service"] as const) {
          const [before, after, lessened] = [statements, [...statements, more], [...statements, less]].map((each) =>
            isGiven(each, excess),
          );
          expect([before === true && after !== true, before === false && lessened !== false]).toEqual([false, false]);
        }
      }),
    );
  });

  test("is never passed by what dresses its patterns", () => {
    const dress = fc.constantFrom<(text: string) => string>(
      (text) => ` ${text}`,
      (text) => `${text}\t`,
      (text) => text.toUpperCase(),
      (text) => text.replaceAll("*", "**"),
    );
    fc.assert(
      fc.property(fc.array(allowed, { maxLength: 3 }), dress, (statements, dressed) => {
        fc.pre(isGiven(statements, "everything") === true);
        const others = statements.map((each) => ({
          ...each,
          Action: each.Action.map(dressed),
          Resource: each.Resource.map(dressed),
        }));
        expect(isGiven(others, "everything")).not.toBe(false);
      }),
    );
  });

  test("is always told, or why it cannot be, whatever stands in them", () => {
    const whole: Statement = { Effect: "Allow", Action: "*", Resource: "*" };
    const statement = fc
      .dictionary(fc.constantFrom(...elements), anything)
      .map((written): Statement => ({ ...whole, ...written }));
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 3 }), (statements) => {
        for (const excess of ["everything", "all but some", "a whole service"] as const) {
          // What is thrown and says no reason ends the test.
          isGiven(statements, excess);
        }
        expect(isGiven([...statements.filter(({ Effect }) => Effect !== "Deny"), whole], "everything")).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("is never passed by a value that is not known in place of one", () => {
    fc.assert(
      fc.property(
        fc.array(allowed, { minLength: 1, maxLength: 3 }),
        fc.constantFrom("Effect", "Action", "Resource"),
        (statements, element) => {
          fc.pre(isGiven(statements, "everything") === true);
          const [first, ...rest] = statements;
          expect(isGiven([{ ...first, [element]: new Unknown() }, ...rest], "everything")).not.toBe(false);
        },
      ),
    );
  });
});
