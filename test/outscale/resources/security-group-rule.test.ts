import { expect, test } from "@jest/globals";
import { formatRange } from "../../../src/outscale/openings/cidrs";
import { serviceTexts } from "../../../src/outscale/openings/service-text";
import { toPeer } from "../../../src/outscale/resources/peer";
import { type Flow, GroupOpening, RangeOpening } from "../../../src/outscale/resources/rule-openings";
import { SecurityGroupRule } from "../../../src/outscale/resources/security-group-rule";
import { Unknown } from "../../../src/stack";
import { rule, securityGroup } from "../../support/builders";
import { from, type InputsOf, systemOf } from "../../support/resources";

type Inputs = InputsOf<"securityGroupRule:SecurityGroupRule">;

const web = securityGroup("web", { securityGroupName: "web" });
const app = securityGroup("app", { securityGroupName: "app" });

/** What a rule of the group `app` opens, `rules[0].ipRanges[0]: TCP 22, 10.0.0.0/8`. */
function opened(inputs: Inputs, flow: Flow = "Inbound"): string[] {
  const made = rule("rule", { securityGroupId: from(app), flow, ...inputs });
  const system = systemOf([web, app, made]);
  return system
    .view(made, SecurityGroupRule)
    .openings(flow)
    .map((opening) => {
      const services = serviceTexts(opening.services).map(({ en }) => en);
      const peer = opening instanceof RangeOpening ? `to ${formatRange(opening.addresses)}` : toPeer(opening.peer).en;
      const own = opening instanceof GroupOpening && opening.isOwnGroup() ? " (own)" : "";
      return `${opening.path}: ${services.join(", ")}, ${peer}${own}`;
    });
}

const SSH = { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22 };

test.each<[string, Inputs, string[]]>([
  ["the flat form", { ...SSH, ipRange: "10.1.2.3/8" }, ["ipRange: TCP 22, to 10.0.0.0/8"]],
  ["numbers as text", { ...SSH, fromPortRange: "22", ipRange: "::/0" }, ["ipRange: TCP 22, to ::/0"]],
  ["a numeric protocol", { ...SSH, ipProtocol: "17", ipRange: "::/0" }, ["ipRange: UDP 22, to ::/0"]],
  ["every protocol", { ...SSH, ipProtocol: "-1", ipRange: "::/0" }, ["ipRange: every protocol, to ::/0"]],
  ["no protocol", { ipRange: "::/0" }, ["ipRange: every protocol, to ::/0"]],
  ["no ports", { ipProtocol: "TCP", ipRange: "::/0" }, ["ipRange: TCP, to ::/0"]],
  [
    "an ICMP type",
    { ipProtocol: "icmp", fromPortRange: 8, toPortRange: -1, ipRange: "::/0" },
    ["ipRange: ICMP type 8, to ::/0"],
  ],
  ["ESP", { ipProtocol: "50", ipRange: "::/0" }, ["ipRange: ESP, to ::/0"]],
  [
    "a group by name, which lets in every port",
    { securityGroupNameToLink: "web" },
    ["securityGroupNameToLink: every protocol, to security group web"],
  ],
  [
    "a group outside the stack",
    { securityGroupNameToLink: "other" },
    ["securityGroupNameToLink: every protocol, to a security group"],
  ],
  [
    "nested rules with every kind of peer",
    {
      rules: [
        { ...SSH, ipRanges: ["10.0.0.0/8", "192.168.0.0/16"] },
        { ...SSH, securityGroupsMembers: [{ securityGroupName: "web" }, { securityGroupId: from(app) }] },
        { ipProtocol: "tcp", fromPortRange: 443, toPortRange: 443, serviceIds: ["pl-12345678"] },
      ],
    },
    [
      "rules[0].ipRanges[0]: TCP 22, to 10.0.0.0/8",
      "rules[0].ipRanges[1]: TCP 22, to 192.168.0.0/16",
      "rules[1].securityGroupsMembers[0]: TCP 22, to security group web",
      "rules[1].securityGroupsMembers[1]: TCP 22, to security group app (own)",
      "rules[2].serviceIds[0]: TCP 443, to pl-12345678",
    ],
  ],
  [
    "a group of another account by id",
    { rules: [{ ...SSH, securityGroupsMembers: [{ securityGroupId: "sg-12345678", accountId: "123456789012" }] }] },
    ["rules[0].securityGroupsMembers[0]: TCP 22, to security group sg-12345678"],
  ],
  ["nothing", { ...SSH }, []],
  ["empty text", { ...SSH, ipRange: "", securityGroupNameToLink: "", rules: [] }, []],
])("%s is opened in both directions", (_, inputs, expected) => {
  expect(opened(inputs)).toEqual(expected);
  expect(opened(inputs, "Outbound")).toEqual(expected);
  expect(opened({ ...inputs, flow: "Outbound" })).toEqual([]);
});

test("a rule that is not known is one opening", () => {
  const made = rule("rule", { rules: [new Unknown()], flow: new Unknown() });
  const [opening, ...others] = systemOf([made]).view(made, SecurityGroupRule).openings("Inbound");
  expect(others).toEqual([]);
  expect(opening?.path).toBe("rules[0]");
  expect(() => opening?.services).toThrow("rules[0]");
  expect(() => opening?.isInForce()).toThrow("flow");
});
