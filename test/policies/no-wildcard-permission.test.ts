import { noWildcardPermission } from "../../policies/identity/no-wildcard-permission";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource } from "../support/resources";

function policy(document: object | string) {
  const text = typeof document === "string" ? document : JSON.stringify(document);
  return resource("policy:Policy", "ops", { policyName: "ops", document: text });
}

const allow = (statement: object) => policy({ Statement: [{ Effect: "Allow", ...statement }] });
const ops = allow({ Action: "*", Resource: "*" });
const everything = (by = "`*`") =>
  `resource ops document: The document allows every action on every resource, by ${by}. Nobody in the stack has it.`;

/** A policy whose statement allows some actions, by its name. */
const part = (name: string, Action: string | readonly string[]) =>
  resource("policy:Policy", name, {
    policyName: name,
    document: JSON.stringify({ Statement: [{ Effect: "Allow", Action, Resource: "*" }] }),
  });
const [first, second, reading] = [
  part("first", ["a*", "d*"]),
  part("second", ["e*", "i*"]),
  part("reading", "api:Read*"),
];
const user = (name: string, ...policies: readonly Resource[]) =>
  resource("user:User", name, { userName: name, policies: policies.map((each) => ({ policyOrn: from(each) })) });

policySuite(noWildcardPermission, {
  compliant: [
    {
      name: "a few calls on everything",
      resources: [allow({ Action: ["api:Read*", "api:CreateVms"], Resource: ["*"] })],
    },
    {
      name: "everything on one resource",
      resources: [allow({ Action: ["*"], Resource: ["orn:ows:idauth::012345678910:user/ops"] })],
    },
    {
      name: "a denial of everything",
      resources: [policy({ Statement: { Effect: "Deny", Action: "*", Resource: "*" } })],
    },
    {
      name: "a denial of all but some",
      resources: [policy({ Statement: { Effect: "Deny", NotAction: ["api:Read*"], Resource: "*" } })],
    },
    {
      name: "everything, all of which is denied, or all but a few calls",
      resources: [
        policy({
          Statement: [
            { Effect: "Allow", Action: "*", Resource: "*" },
            { Effect: "Deny", NotAction: ["api:Read*"], Resource: "*" },
          ],
        }),
      ],
    },
    {
      name: "policies that together allow no more than a service and reading",
      resources: [part("calls", "a*"), reading, user("bob", part("calls", "a*"), reading)],
    },
    {
      name: "a service on everything, as far as no setting finds it",
      resources: [allow({ Action: "api:*", Resource: "*" })],
    },
  ],
  violation: [
    {
      name: "everything, in one text",
      resources: [allow({ Action: "*", Resource: "*" })],
      findings: [everything()],
      needs: ["ops.document"],
    },
    {
      name: "everything in another spelling, among others",
      resources: [
        policy({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Action: ["api:ReadVms"], Resource: ["*"] },
            { Effect: "Allow", Action: ["api:ReadNets", "*:*"], Resource: ["orn:ows:*:*:*:*"] },
          ],
        }),
      ],
      findings: [everything("`*:*`")],
      needs: ["ops.document"],
    },
    {
      name: "everything but on some resources",
      resources: [allow({ Action: "*", NotResource: ["orn:ows:idauth::012345678910:user/root"] })],
      findings: [
        "resource ops document: The document allows every action on every resource but those that it names, by `*`. Nobody in the stack has it.",
      ],
      needs: ["ops.document"],
    },
    {
      name: "all but some",
      resources: [allow({ NotAction: ["api:DeleteVms"], Resource: ["orn:ows:idauth::012345678910:user/ops"] })],
      findings: [
        "resource ops document: The document allows by `NotAction` every action but `api:DeleteVms`. Nobody in the stack has it.",
      ],
      needs: ["ops.document"],
    },
    {
      name: "a service on everything, where the setting finds it",
      resources: [allow({ Action: "api:*", Resource: "*" })],
      settings: { findServices: true },
      findings: [
        "resource ops document: The document allows every action of `api` on every resource, by `api:*`. Nobody in the stack has it.",
      ],
      needs: ["ops.document"],
    },
    {
      name: "everything, given to a user and to a group with users",
      resources: [
        ops,
        resource("user:User", "deploy", { userName: "deploy", policies: [{ policyOrn: from(ops) }] }),
        resource("user:User", "alice", { userName: "alice" }),
        resource("userGroup:UserGroup", "admins", {
          userGroupName: "admins",
          policies: [{ policyOrn: "orn:ows:idauth::012345678910:policy/ops" }],
          users: [{ userName: "alice" }, { userName: "from elsewhere" }],
        }),
        resource("userGroup:UserGroup", "empty", { userGroupName: "empty", policies: [{ policyOrn: from(ops) }] }),
      ],
      findings: [
        "resource ops document: The document allows every action on every resource, by `*`. It is given to user deploy, group admins (user alice) and group empty.",
      ],
      needs: ["ops.document"],
    },
    {
      name: "everything, given to whoever that is",
      resources: [ops, resource("user:User", "deploy", { userName: "deploy", policies: new Unknown() })],
      findings: ["resource ops document: The document allows every action on every resource, by `*`."],
      needs: ["ops.document"],
    },
    {
      name: "everything, in a version that may be the default",
      resources: [
        ops,
        resource("policyVersion:PolicyVersion", "second", {
          policyOrn: from(ops),
          setAsDefault: new Unknown(),
          document: JSON.stringify({ Statement: [] }),
        }),
        resource("user:User", "deploy", { userName: "deploy", policies: [{ policyOrn: from(ops) }] }),
      ],
      findings: [
        "resource ops document: The document allows every action on every resource, by `*`. Where this version is the default, it is given to user deploy.",
      ],
      needs: ["ops.document"],
    },
    {
      name: "everything in other spellings, split, and less a part",
      resources: [
        part("question", ["?*"]),
        part("services", ["api:*", "ec2:*", "iam:*", "elasticloadbalancing:*", "directconnect:**"]),
        policy({
          Statement: [
            { Effect: "Allow", NotAction: ["api:DeleteVms"], Resource: "*" },
            { Effect: "Allow", Action: "api:Delete*", Resource: ["arn:aws:*"] },
            { Effect: "Deny", Action: "iam:*", Resource: "*" },
          ],
        }),
      ],
      findings: [
        everything("`NotAction api:DeleteVms` and `api:Delete*`, less what it denies"),
        everything("`?*`").replace("ops", "question"),
        everything("`api:*`, `ec2:*`, `iam:*`, `elasticloadbalancing:*` and `directconnect:**`").replace(
          "ops",
          "services",
        ),
      ],
      needs: ["ops.document", "question.document", "services.document"],
    },
    {
      name: "everything behind a byte-order mark, with blanks after it",
      resources: [
        policy(`\ufeff${JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*" } })}\u00a0\n`),
      ],
      findings: [everything()],
      needs: ["ops.document"],
    },
    {
      name: "everything beside a statement that cannot be read",
      resources: [policy({ Statement: ["Allow", { Effect: "Allow", Action: "*", Resource: "*" }] })],
      findings: [everything()],
      needs: ["ops.document"],
    },
    {
      name: "all but more than a message names, and what it cannot quote",
      resources: [
        allow({ NotAction: [..."ABCDEF".split("").map((letter) => `api:${letter}*`), "`$(a)`"], Resource: "*" }),
        allow({ NotAction: [], Resource: "orn:ows:idauth::012345678910:user/ops" }),
      ].map((each, index) => ({ ...each, name: `ops${String(index)}`, urn: `${each.urn}${String(index)}` })),
      findings: [
        "resource ops0 document: The document allows by `NotAction` every action but `api:A*`, `api:B*`, `api:C*`, `api:D*`, `api:E*` and 1 more. Nobody in the stack has it.",
        "resource ops1 document: The document allows by `NotAction` every action but those that it names. Nobody in the stack has it.",
      ],
      needs: ["ops0.document", "ops1.document"],
    },
    {
      name: "a service by its letter and by its calls, where the setting finds it",
      resources: [
        allow({ Action: ["a*", ..."ACDLPRSU".split("").map((letter) => `iam:${letter}*`), "iam:G*"], Resource: "*" }),
      ],
      settings: { findServices: true },
      findings: [
        "resource ops document: The document allows every action of `api` and `iam` on every resource, by `a*`, `iam:A*`, `iam:C*`, `iam:D*`, `iam:L*` and 5 more. Nobody in the stack has it.",
      ],
      needs: ["ops.document"],
    },
    {
      name: "everything by the policies of one user together",
      resources: [first, second, reading, user("bob", first, second, reading), user("eve", first, reading)],
      findings: [
        "resource bob policies: The policies first and second together allow every action on every resource, by `a*`, `d*`, `e*` and `i*`.",
      ],
      needs: ["first.document", "second.document", "bob.policies"],
    },
    {
      name: "another version of a policy",
      resources: [
        resource("policyVersion:PolicyVersion", "second", {
          policyOrn: "orn:ows:idauth::012345678910:policy/ops",
          document: JSON.stringify({ Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }),
        }),
      ],
      findings: [
        "resource second document: The document allows every action on every resource, by `*`. Another version is the default: nobody has this one yet.",
      ],
      needs: ["second.document"],
    },
  ],
  undetermined: [
    {
      name: "a document that comes with the deployment",
      resources: [resource("policy:Policy", "ops", { policyName: "ops", document: new Unknown() })],
      reasons: ["ops: `document` is not known before deployment."],
    },
    ...(
      [
        ["text that is no document", "allow everything", "text that is no policy document"],
        ["YAML", "Statement:\n- Effect: Allow\n  Action: '*'\n  Resource: '*'\n", "text that is no policy document"],
        [
          "a star behind a blank",
          { Action: " *", Resource: "*" },
          "the spelling ` *`, which may stand for more than its letters",
        ],
        [
          "an effect in another case",
          { Effect: "allow", Action: "*", Resource: "*" },
          "a statement whose `Effect` is neither `Allow` nor `Deny`",
        ],
        [
          "an object in place of a text",
          { Action: { all: "*" }, Resource: "*" },
          "a statement whose `Action` is neither a text nor a list of texts",
        ],
        [
          "a name that comes twice",
          '{"Statement":[{"Effect":"Allow","Action":"*","Action":"api:Read*","Resource":"*"}]}',
          "an object that has `Action` twice",
        ],
      ] as const
    ).map(([name, written, why]) => ({
      name,
      resources: [typeof written === "string" ? policy(written) : allow(written)],
      reasons: [`ops: \`document\` cannot be judged: ${why}.`] as const,
    })),
    {
      name: "two policies of which a user may have both",
      resources: [first, second, resource("user:User", "bob", { userName: "bob", policies: new Unknown() })],
      reasons: ["bob: `policyOrn` is not known before deployment."],
    },
  ],
  notApplicable: [{ name: "other resources", resources: [resource("user:User", "ops", { userName: "ops" })] }],
});
