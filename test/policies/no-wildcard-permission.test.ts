import { noWildcardPermission } from "../../policies/identity/no-wildcard-permission";
import { Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { from, resource } from "../support/resources";

function policy(document: object | string) {
  const text = typeof document === "string" ? document : JSON.stringify(document);
  return resource("policy:Policy", "ops", { policyName: "ops", document: text });
}

const allow = (statement: object) => policy({ Statement: [{ Effect: "Allow", ...statement }] });
const ops = allow({ Action: "*", Resource: "*" });
const everything =
  "resource ops document: A statement allows every action on every resource. Nobody in the stack has it.";

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
      name: "a service on everything, as far as no setting finds it",
      resources: [allow({ Action: "api:*", Resource: "*" })],
    },
  ],
  violation: [
    {
      name: "everything, in one text",
      resources: [allow({ Action: "*", Resource: "*" })],
      findings: [everything],
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
      findings: [everything],
      needs: ["ops.document"],
    },
    {
      name: "everything but on some resources",
      resources: [allow({ Action: "*", NotResource: ["orn:ows:idauth::012345678910:user/root"] })],
      findings: [everything],
      needs: ["ops.document"],
    },
    {
      name: "all but some",
      resources: [allow({ NotAction: ["api:DeleteVms"], Resource: ["orn:ows:idauth::012345678910:user/ops"] })],
      findings: [
        "resource ops document: A statement allows every action but those that it names. Nobody in the stack has it.",
      ],
      needs: ["ops.document"],
    },
    {
      name: "a service on everything, where the setting finds it",
      resources: [allow({ Action: "api:*", Resource: "*" })],
      settings: { findServices: true },
      findings: [
        "resource ops document: A statement allows every action of a service on every resource. Nobody in the stack has it.",
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
        "resource ops document: A statement allows every action on every resource. It is given to user deploy, group admins (user alice) and group empty.",
      ],
      needs: ["ops.document"],
    },
    {
      name: "everything, given to whoever that is",
      resources: [ops, resource("user:User", "deploy", { userName: "deploy", policies: new Unknown() })],
      findings: ["resource ops document: A statement allows every action on every resource."],
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
        "resource ops document: A statement allows every action on every resource. Where this version is the default, it is given to user deploy.",
      ],
      needs: ["ops.document"],
    },
    {
      name: "text that is no document",
      resources: [policy("allow everything")],
      findings: ["resource ops document: The document is no policy: it is not JSON with statements."],
      needs: ["ops.document"],
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
        "resource second document: A statement allows every action on every resource. Another version is the default: nobody has this one yet.",
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
  ],
  notApplicable: [{ name: "other resources", resources: [resource("user:User", "ops", { userName: "ops" })] }],
});
