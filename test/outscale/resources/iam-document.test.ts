import { expect, test } from "@jest/globals";
import { type Scope, type IamStatement, statementsAt } from "../../../src/outscale";
import { Unknown } from "../../../src/stack";
import { type AnyInputs, untyped } from "../../support/resources";

type Written = NonNullable<AnyInputs[string]>;

/** The provider takes a document as text; other providers' programs write objects too. */
function statements(document: Written | undefined): IamStatement[] | undefined {
  return statementsAt(untyped("policy:Policy", "policy", { document }), "document");
}

function only(statement: Readonly<Record<string, Written>>): IamStatement {
  const [first] = statements({ Statement: [statement] }) ?? [];
  if (!first) throw new Error("no statement");
  return first;
}

const texts = ({ isAllBut, patterns }: Scope) => [isAllBut ? "all but" : "only", ...patterns.map((read) => read())];

const allow = { Effect: "Allow", Action: "s3:GetObject", Resource: ["*", "arn:aws:s3:::files/*"] };

test.each([
  ["a list in a text", JSON.stringify({ Version: "2012-10-17", Statement: [allow] })],
  ["one statement in a text", JSON.stringify({ Statement: allow })],
  ["an object", { Statement: [allow] }],
])("reads %s", (_, document) => {
  expect(
    statements(document)?.map((statement) => [
      statement.isAllow(),
      texts(statement.actions()),
      texts(statement.resources()),
      texts(statement.principals()),
    ]),
  ).toEqual([[true, ["only", "s3:GetObject"], ["only", "*", "arn:aws:s3:::files/*"], ["only"]]]);
});

test.each([
  ["nothing", undefined],
  ...["", "{", "null", "[]", "{}", '"Statement"', '{"Statement":null}'].map((text) => [text, text]),
])("knows that %s is no document", (_, document) => {
  expect(statements(document)).toBeUndefined();
});

test("tells a document without statements from no document", () => {
  expect(statements({ Statement: [] })).toEqual([]);
});

test("takes what is null for nothing", () => {
  const [nothing, empty] =
    statements('{"Statement":[null,{"Effect":"Allow","Principal":null,"Condition":null}]}') ?? [];
  expect([nothing?.isAllow(), empty?.isAllow(), empty?.isForEverybody(), empty?.conditions()]).toEqual([
    false,
    true,
    false,
    [],
  ]);
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
])("tells whether %s is everybody", (_, Principal, isEverybody) => {
  expect(only({ Principal }).isForEverybody()).toBe(isEverybody);
});

test("reads conditions by their keys", () => {
  const { operator, key, values } = only({
    Condition: { IpAddress: { "aws:SourceIp": ["192.0.2.0/24", "198.51.100.0/24"] } },
  }).conditions()[0] ?? { operator: "", key: "", values: [] };
  expect([operator, key, ...values.map((read) => read())]).toEqual([
    "IpAddress",
    "aws:sourceip",
    "192.0.2.0/24",
    "198.51.100.0/24",
  ]);
});

test("says where what is not known stands", () => {
  expect(() => statements(new Unknown())).toThrow("document of");
  expect(() => statements({ Statement: new Unknown() })?.[0]?.isAllow()).toThrow("document.Statement of");
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
