import { describe, expect, test } from "@jest/globals";
import { BucketAccess } from "../../../src/outscale";
import { Unknown } from "../../../src/stack";
import { aws, oos, s3 } from "../../support/buckets";
import { type AnyInputs, from, systemOf } from "../../support/resources";
import { answer } from "./answers";

type Written = NonNullable<AnyInputs[string]>;

/** Whether each of the ways that a bucket's inputs make opens it, or why that is not known. */
function opens(inputs: AnyInputs): (boolean | string)[] {
  const bucket = s3("bucketV2:BucketV2", "files", inputs);
  return systemOf([oos, bucket])
    .view(bucket, BucketAccess)
    .ways()
    .map(({ isOpen }) => answer(isOpen));
}

const reading = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
/** What a policy of one statement says, as a text and as an object: the one tells no more than the other. */
function statementOpens(statement: Readonly<Record<string, Written>>): boolean | string | undefined {
  const document = { Statement: [{ ...reading, ...statement }] };
  const [asText] = opens({ policy: JSON.stringify(document) });
  const [asObject] = opens({ policy: document });
  const plain = (said: boolean | string | undefined) => (typeof said === "string" ? said.replace(/^.*?, /, "") : said);
  expect(plain(asText)).toBe(plain(asObject));
  return plain(asText);
}

const PERHAPS = "a statement whose `Principal` may stand for everybody";

describe("a policy", () => {
  test.each<[string, Readonly<Record<string, Written>>, boolean | string]>([
    ["opens to a star", {}, true],
    ["opens to a star of a kind", { Principal: { AWS: ["a", "*"] } }, true],
    ["may open to a star behind a blank", { Principal: " *" }, PERHAPS],
    ["may open to two", { Principal: { AWS: "**" } }, PERHAPS],
    ["may open to the root of any account", { Principal: { AWS: "arn:aws:iam::*:root" } }, PERHAPS],
    ["does not open to those of one", { Principal: { AWS: "arn:aws:iam::012345678910:*" } }, false],
    ["may open in another case", { Effect: "allow" }, "a statement whose `Effect` is neither `Allow` nor `Deny`"],
    ["does not open to some, in another case", { Effect: "allow", Principal: "a" }, false],
    ["does not open by denying, in another case", { Effect: "DENY" }, false],
  ])("%s", (_, statement, expected) => {
    expect(statementOpens(statement)).toBe(expected);
  });

  test.each<[string, Written, boolean | string]>([
    ["to some addresses", { IpAddress: { "aws:SourceIp": ["198.51.100.0/24", " 203.0.113.0/24 "] } }, false],
    ["to all, by a star", { StringLike: { "aws:SourceIp": "*" } }, true],
    ["to all, among others that nobody can read", { IpAddress: { "aws:SourceIp": ["office", "0.0.0.0/0"] } }, true],
    ["to all, in halves", { IpAddress: { "AWS:SourceIp ": ["0.0.0.0/1", "office", "128.0.0.0/1"] } }, true],
    [
      "perhaps to all, by what nobody can read",
      { IpAddress: { "aws:SourceIp": "010.0.0.0/8" } },
      "a statement whose `Condition` names what is no range of addresses",
    ],
    ["to an account", { StringEquals: { "aws:PrincipalAccount": "012345678910" } }, false],
    ["to users of an account", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::012345678910:user/*" } }, false],
    ["to an organization of a known beginning", { StringLike: { "aws:PrincipalOrgID": "o-a1b2*" } }, false],
    ["to anybody, by a star", { StringLike: { "aws:PrincipalArn": "*" } }, true],
    ["to anybody, by one character and a star", { StringLike: { "aws:PrincipalArn": ["a", "?*"] } }, true],
    ["to anybody of any account", { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:user/*" } }, true],
    ["to whoever has no account", { StringEqualsIfExists: { "aws:PrincipalAccount": "012345678910" } }, true],
    [
      "to whoever has none of several",
      { "ForAllValues:StringEquals": { "aws:PrincipalAccount": "012345678910" } },
      true,
    ],
    ["to some addresses, if there are any", { IpAddressIfExists: { "aws:SourceIp": "198.51.100.0/24" } }, false],
    [
      "to some, one condition of two",
      { Bool: { "aws:SecureTransport": true }, StringEquals: { "aws:userid": 5 } },
      false,
    ],
    [
      "to nobody who can tell",
      { StringEquals: { "aws:PrincipalAccount": { a: "b" } } },
      "a statement with a malformed `Condition`",
    ],
    ["by a condition that is a text", "aws:SourceIp", "a statement with a malformed `Condition`"],
    ["by a comparison that is a text", { IpAddress: "198.51.100.0/24" }, "a statement with a malformed `Condition`"],
  ])("for everybody opens %s", (_, Condition, expected) => {
    expect(statementOpens({ Condition })).toBe(expected);
  });

  test("is no document", () => {
    const why = "not read: policy of files, text that is no policy document";
    expect(["", "public", "Statement: []", '{"statement":[]}'].flatMap((policy) => opens({ policy }))).toEqual([
      why,
      why,
      why,
      why,
    ]);
  });

  test("for everybody that has a condition of no known values may open", () => {
    const statement = { ...reading, Condition: { IpAddress: { "aws:SourceIp": ["198.51.100.0/24", new Unknown()] } } };
    expect(opens({ policy: { Statement: statement } })).toEqual([
      'not known: policy.Statement.Condition.IpAddress["aws:SourceIp"][1] of files',
    ]);
  });
});

test.each<[string, Written, boolean | string]>([
  ["public-read", "public-read", true],
  ["the same among blanks", " Public-Read\n", true],
  ["private", "private", false],
  ["an object", { canned: "public-read" }, "not read: acl of files, a value that is no text"],
  ["a list", ["public-read"], "not read: acl of files, a value that is no text"],
])("an ACL that is %s", (_, acl, expected) => {
  expect(opens({ acl })).toEqual([expected]);
});

test("a grant to everybody is one among blanks too, and none that is no text can be told", () => {
  const uri = "http://acs.amazonaws.com/groups/global/AllUsers ";
  expect(opens({ grants: [{ uri }, { uri: [uri] }, { id: "abc" }] })).toEqual([
    true,
    "not read: grants[1].uri of files, a value that is no text",
    false,
  ]);
});

test("whether a block of public access is there may not be known", () => {
  const paris = aws(undefined, "paris", { region: "eu-west-3" });
  const bucket = s3("bucketV2:BucketV2", "files", { bucket: "files", acl: "public-read" }, paris);
  const block = s3("bucketPublicAccessBlock:BucketPublicAccessBlock", "block", {
    bucket: from(bucket),
    ignorePublicAcls: new Unknown(),
  });
  const access = systemOf([paris, bucket, block]).view(bucket, BucketAccess);
  expect([answer(() => access.isBlocked("ACL")), answer(() => access.isBlocked("policy"))]).toEqual([
    "not known: ignorePublicAcls of block",
    false,
  ]);
});
