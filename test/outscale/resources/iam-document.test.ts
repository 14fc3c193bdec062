import { describe, expect, test } from "@jest/globals";
import { type Scope, type IamStatement, statementsAt } from "../../../src/outscale";
import { Unknown } from "../../../src/stack";
import { type AnyInputs, untyped } from "../../support/resources";
import { answer } from "./answers";

type Written = NonNullable<AnyInputs[string]>;

/** The provider takes a document as text; other providers' programs write objects too. */
function statements(document: Written | undefined): IamStatement[] {
  return statementsAt(untyped("policy:Policy", "policy", { document }), "document");
}

function only(statement: Readonly<Record<string, Written>>): IamStatement {
  const [first] = statements({ Statement: [statement] });
  if (!first) throw new Error("no statement");
  return first;
}

const texts = ({ isAllBut, patterns }: Scope) => [isAllBut ? "all but" : "only", ...patterns.map((read) => read())];

const allow = {
  Effect: "Allow",
  Principal: { AWS: ["a", "b"] },
  Action: "s3:GetObject",
  Resource: ["*", "arn:aws:s3:::files/*"],
};

test.each([
  ["a list in a text", JSON.stringify({ Version: "2012-10-17", Statement: [allow] })],
  ["one statement in a text", JSON.stringify({ Statement: allow })],
  ["a text behind a byte-order mark", `\ufeff${JSON.stringify({ Statement: allow })}`],
  ["a text among blanks", `\u00a0\n${JSON.stringify({ Statement: allow })}\r\n\f`],
  ["a text that has what nobody asks for twice", JSON.stringify({ Statement: allow }).replace("{", '{"Id":1,"Id":2,')],
  ["an object", { Statement: [allow] }],
])("reads %s", (_, document) => {
  expect(
    statements(document).map((statement) => [
      statement.isAllow(),
      texts(statement.actions()),
      texts(statement.resources()),
      texts(statement.principals()),
    ]),
  ).toEqual([[true, ["only", "s3:GetObject"], ["only", "*", "arn:aws:s3:::files/*"], ["only", "a", "b"]]]);
});

test.each([
  ["nothing", undefined],
  ...[
    ...["", "{", "null", "[]", "{}", '"Statement"', '{"Statement":null}', '{"Statement":"*"}', '{"statement":[]}'],
    ...["Statement:\n  - Effect: Allow\n", "{'Statement': []}", '{"Statement":[]} x', '{"Statement":[],}'],
    JSON.stringify(JSON.stringify({ Statement: [] })),
  ].map((text) => [text, text]),
])("knows that %s is no document", (_, document) => {
  expect(answer(() => statements(document))).toBe("not read: document of policy, text that is no policy document");
});

test("tells a document without statements from no document", () => {
  expect(statements({ Statement: [] })).toEqual([]);
});

test("takes what is null for nothing", () => {
  const [statement] = statements(
    '{"Statement":[{"Effect":"Allow","NotPrincipal":null,"Principal":"a","Condition":null}]}',
  );
  expect([statement?.isAllow(), statement?.isForEverybody(), statement?.conditions()]).toEqual([true, false, []]);
});

describe("reads no statement", () => {
  const read = (statement: unknown) => {
    const [only] = statements(JSON.stringify({ Statement: [statement] }));
    const asked: (() => unknown)[] = [
      () => only?.isAllow(),
      () => only?.actions(),
      () => only?.isForEverybody(),
      () => only?.conditions(),
    ];
    return asked
      .map((ask) => answer(ask))
      .filter((each) => typeof each === "string")
      .map((each) => each.replace("not read: document of policy, ", ""));
  };
  const whole = { Effect: "Allow", Action: "*", Principal: "a" };

  test.each<[string, unknown, string[]]>([
    ["that is whole", whole, []],
    ["that is null", null, Array<string>(4).fill("a statement that is no object")],
    ["that is a text", "Allow", Array<string>(4).fill("a statement that is no object")],
    ["in a list", [whole], Array<string>(4).fill("a statement that is no object")],
    ["without an effect", { ...whole, Effect: null }, ["a statement whose `Effect` is neither `Allow` nor `Deny`"]],
    ["of another effect", { ...whole, Effect: "allow " }, ["a statement whose `Effect` is neither `Allow` nor `Deny`"]],
    ["without an action", { ...whole, Action: undefined }, ["a statement without `Action`"]],
    ["of an action in lower case", { ...whole, Action: undefined, action: "*" }, ["a statement without `Action`"]],
    ["with two kinds of it", { ...whole, NotAction: "*" }, ["a statement with both `Action` and `NotAction`"]],
    ["for nobody", { ...whole, Principal: undefined }, ["a statement without `Principal`"]],
    [
      "for a number",
      { ...whole, Principal: 5 },
      ["a statement whose `Principal` is neither a text nor a list of texts"],
    ],
    [
      "for a list of a list",
      { ...whole, Principal: { AWS: [["*"]] } },
      ["a statement whose `Principal` is neither a text nor a list of texts"],
    ],
    ["under a text", { ...whole, Condition: "x" }, ["a statement with a malformed `Condition`"]],
    [
      "under a comparison with nothing",
      { ...whole, Condition: { Bool: "x" } },
      ["a statement with a malformed `Condition`"],
    ],
  ])("%s", (_, statement, why) => {
    expect(read(statement)).toEqual(why);
  });

  test("whose condition compares with an object", () => {
    const [condition] = only({ ...whole, Condition: { StringEquals: { "aws:userid": [{ a: "b" }, 5] } } }).conditions();
    expect(condition?.values.map(answer)).toEqual([
      "not read: document.Statement[0].Condition of policy, a statement with a malformed `Condition`",
      "5",
    ]);
  });
});

describe("of two that have one name reads none", () => {
  test.each([
    ["of statements", '{"Statement":[],"Statement":[{}]}', "an object that has `Statement` twice"],
    ["of effects", '{"Statement":{"Effect":"Allow","Effect":"Deny"}}', "an object that has `Effect` twice"],
    [
      "in another spelling",
      String.raw`{"Statement":{"Effect":"Allow","\u0045ffect":"Deny"}}`,
      "an object that has `Effect` twice",
    ],
  ])("%s", (_, document, why) => {
    expect(answer(() => statements(document)[0]?.isAllow())).toBe(`not read: document of policy, ${why}`);
  });

  test("of principals or of conditions", () => {
    const text = JSON.stringify({
      Statement: [{ Effect: "Allow", Principal: { AWS: "a" }, Condition: { Bool: { a: "b" } } }],
    });
    const [kinds] = statements(text.replace('"AWS":"a"', '"AWS":"*","AWS":"a"'));
    const [keys] = statements(text.replace('"a":"b"', '"a":"b","a":"c"'));
    const why = "not read: document of policy, an object that has one name twice";
    expect([answer(() => kinds?.isForEverybody()), answer(() => keys?.conditions())]).toEqual([why, why]);
    expect([kinds?.isAllow(), keys?.isForEverybody()]).toEqual([true, false]);
  });
});

test("reads what is excluded", () => {
  const statement = only({ Effect: "Deny", NotAction: ["api:Read*"], NotResource: "*", NotPrincipal: { AWS: "a" } });
  expect(statement.isAllow()).toBe(false);
  expect([statement.actions(), statement.resources(), statement.principals()].map(texts)).toEqual([
    ["all but", "api:Read*"],
    ["all but", "*"],
    ["all but", "a"],
  ]);
});

test.each<[string, Written, boolean]>([
  ["a star", "*", true],
  ["a star of one kind", { AWS: "*" }, true],
  ["a star in a list", { CanonicalUser: "abc", AWS: ["arn:aws:iam::012345678910:root", "*"] }, true],
  ["a star beside what is not known", { AWS: [new Unknown(), "*"] }, true],
  ["an account", { AWS: "arn:aws:iam::012345678910:root" }, false],
  ["whoever is of an account", { AWS: "arn:aws:iam::012345678910:*" }, false],
  ["nobody", [], false],
])("tells whether %s is everybody", (_, Principal, isEverybody) => {
  expect(only({ Principal }).isForEverybody()).toBe(isEverybody);
});

test.each([" *", "**", "?*", "arn:aws:iam::*:root", "ARN:aws:iam::*:user/*", "????????????"])(
  "does not tell whether %j is everybody",
  (principal) => {
    expect(answer(() => only({ Principal: { AWS: ["a", principal] } }).isForEverybody())).toBe(
      "not read: document.Statement[0].Principal of policy, a statement whose `Principal` may stand for everybody",
    );
    expect(only({ Principal: { AWS: [principal, "*"] } }).isForEverybody()).toBe(true);
  },
);

test("reads conditions by their keys", () => {
  const [condition] = only({
    Condition: { IpAddress: { "aws:SourceIp": ["192.0.2.0/24", "198.51.100.0/24"] } },
  }).conditions();
  expect([condition?.operator, condition?.key, ...(condition?.values ?? []).map((read) => read())]).toEqual([
    "IpAddress",
    "aws:sourceip",
    "192.0.2.0/24",
    "198.51.100.0/24",
  ]);
});

test("says where what is not known stands", () => {
  expect(() => statements(new Unknown())).toThrow("document of");
  expect(() => statements({ Statement: new Unknown() })[0]?.isAllow()).toThrow("document.Statement of");
  expect(() => only({ Effect: new Unknown() }).isAllow()).toThrow("document.Statement[0].Effect of");
  expect(() =>
    only({ Action: ["a", new Unknown()] })
      .actions()
      .patterns[1]?.(),
  ).toThrow("document.Statement[0].Action[1] of");
  expect(() => only({ Principal: { AWS: new Unknown() } }).isForEverybody()).toThrow(
    "document.Statement[0].Principal.AWS of",
  );
  expect(() => only({ Condition: { Bool: new Unknown() } }).conditions()).toThrow(
    "document.Statement[0].Condition.Bool of",
  );
});
