import { describe, expect, test } from "@jest/globals";
import { requireExplicitSubregion } from "../../policies/availability/require-explicit-subregion";
import { noPublicAdminPort } from "../../policies/exposure/no-public-admin-port";
import { type Exemption, exemptionsAreValid, formatFact, type Judgement } from "../../src/policy";
import { type Resource, Stack } from "../../src/stack";
import type { Text } from "../../src/text";
import { net, rule, subnetIn } from "../support/builders";
import { judgementOf, TODAY } from "../support/judgement";
import { stackOf } from "../support/resources";

const POLICIES = [noPublicAdminPort, requireExplicitSubregion];

/** SSH, RDP, and a Subnet that lies nowhere. */
const resources = [
  rule("ssh", {
    securityGroupId: undefined,
    rules: [
      { ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRanges: ["0.0.0.0/0"] },
      { ipProtocol: "tcp", fromPortRange: 3389, toPortRange: 3389, ipRanges: ["0.0.0.0/0"] },
    ],
  }),
  net(),
  subnetIn("a", { subregionName: undefined }),
];

/** Of SSH to everybody by the rule `ssh`. */
const SSH = "36eedcbaf8c4f873";
/** What it was while a fingerprint held the path `rules[0].ipRanges[0]`. */
const OLD_SSH = "a626e274dbeb1a90";

/** Of all that the policy says of the rule. */
const whole: Exemption = {
  policy: "no-public-admin-port",
  subject: "ssh",
  reason: "Migration",
  owner: "ops@example.com",
  approver: "ciso@example.com",
  expires: "2026-06-30",
};

const accepted: Exemption = { ...whole, fingerprint: SSH };

interface Given {
  readonly exemptions: readonly Exemption[];
  readonly today?: string;
  readonly stack?: string;
  readonly configuration?: object;
  readonly of?: readonly Resource[];
}

function judge({ exemptions, today = TODAY, stack = "dev", configuration = {}, of = resources }: Given): Judgement {
  const { resources: all } = stackOf(of);
  const written = { "pack-settings": { exemptions }, ...configuration };
  return judgementOf(Stack.of(all, { project: "shop", name: stack }), POLICIES, written, today);
}

/** Every finding, and whether it is exempted. */
function found(judgement: Judgement): string[] {
  return judgement.outcomes().flatMap((outcome) => {
    const said = (verdict: string) => (each: { readonly subject: { readonly name: string } }, fact: Text) =>
      `${outcome.policy.name} ${each.subject.name} ${verdict}: ${fact.en}`;
    const findings = outcome.verdict === "violation" ? outcome.findings : [];
    const exempted = "exempted" in outcome ? outcome.exempted : [];
    return [
      ...findings.map((each) => said("violation")(each, formatFact(each))),
      ...exempted.map(({ finding }) => said("exempted")(finding, formatFact(finding))),
    ];
  });
}

/** What is said of the exemptions themselves, with where each stands. */
function faults(judgement: Judgement): string[] {
  const outcome = judgement.sumOf(exemptionsAreValid);
  if (outcome.verdict !== "violation") return [outcome.verdict];
  return outcome.findings.map(({ path, message }) => `${path}: ${message.text.en}`);
}

const UNTOUCHED = [
  "no-public-admin-port ssh violation: Port 22 is open to 0.0.0.0/0.",
  "no-public-admin-port ssh violation: Port 3389 is open to 0.0.0.0/0.",
  "require-explicit-subregion subnet-a violation: No Subregion is named: it lands in cloudgouv-eu-west-1a.",
];
const EXEMPTED = [
  "no-public-admin-port ssh exempted: Port 22 is open to 0.0.0.0/0.",
  "no-public-admin-port ssh violation: Port 3389 is open to 0.0.0.0/0.",
  "require-explicit-subregion subnet-a violation: No Subregion is named: it lands in cloudgouv-eu-west-1a.",
];

describe("an exemption by its fingerprint", () => {
  test("accepts that fact alone, and is needed", () => {
    const judgement = judge({ exemptions: [accepted] });
    expect(found(judgement)).toEqual(EXEMPTED);
    expect(faults(judgement)).toEqual(["compliant"]);
  });

  test("is refused where the fingerprint is of the old kind, and the new one is named", () => {
    const judgement = judge({ exemptions: [{ ...accepted, fingerprint: OLD_SSH }] });
    expect(found(judgement)).toEqual(UNTOUCHED);
    expect(faults(judgement)).toEqual([
      'exemptions[0]: The exemption from no-public-admin-port for "ssh" does not hold: its fingerprint is of the old kind, ' +
        `which held no facts; what it was for now has \`${SSH}\`.`,
    ]);
  });

  test("is refused where two resources have its subject's name, and one urn tells them apart", () => {
    const [own] = resources;
    const inComponent = own && { ...own, urn: own.urn.replace("::outscale:", "::shop:index:Web$outscale:") };
    const twice = inComponent ? [...resources, inComponent] : [];
    expect(faults(judge({ exemptions: [accepted], of: twice }))).toEqual([
      'exemptions[0]: The exemption from no-public-admin-port for "ssh" does not hold: several resources have that name: ' +
        "give the urn of the one it is for.",
    ]);
    expect(found(judge({ exemptions: [accepted], of: twice })).filter((each) => each.includes("exempted"))).toEqual([]);
    expect(faults(judge({ exemptions: [{ ...accepted, subject: own?.urn ?? "" }], of: twice }))).toEqual(["compliant"]);
  });

  test("is stale where nothing had that fingerprint", () => {
    expect(faults(judge({ exemptions: [{ ...accepted, subject: "other", fingerprint: OLD_SSH }] }))).toEqual([
      'exemptions[0]: The exemption from no-public-admin-port for "other" does not hold: it matches no violation.',
    ]);
  });
});

describe("an exemption for a stack", () => {
  test.each(["prod", "prod-*", "pro?-eu", "shop/prod-eu", "shop/*", "*/prod-eu"])("%s", (stack) => {
    const isHere = stack !== "prod";
    const judgement = judge({ exemptions: [{ ...accepted, stack }], stack: "prod-eu" });
    expect(found(judgement)).toEqual(isHere ? EXEMPTED : UNTOUCHED);
    expect(faults(judgement)).toEqual(["compliant"]);
    const elsewhere = judge({ exemptions: [{ ...accepted, stack }], stack: "dev-eu" });
    expect(found(elsewhere)).toEqual(stack === "shop/*" ? EXEMPTED : UNTOUCHED);
    expect(faults(elsewhere)).toEqual(["compliant"]);
  });

  test("is judged there, at its place in the file", () => {
    const stale = { ...accepted, subject: "gone" };
    const exemptions = [
      { ...stale, stack: "prod" },
      { ...stale, stack: "dev" },
      { ...accepted, stack: "prod", expires: "2020-01-01" },
    ];
    expect(faults(judge({ exemptions }))).toEqual([
      'exemptions[1]: The exemption from no-public-admin-port for "gone" does not hold: it matches no violation.',
    ]);
  });
});

describe("an exemption is said", () => {
  test("in one line for each finding that it accepts", () => {
    const all = { ...whole, approver: "the security\noffice" };
    expect(judge({ exemptions: [all] }).listExempted()).toEqual([
      {
        en: 'Exempted: no-public-admin-port, "ssh": Port 22 is open to 0.0.0.0/0. It is accepted by the security office until 2026-06-30, owner ops@example.com: Migration',
        fr: 'Dérogation : no-public-admin-port, "ssh" : Le port 22 est ouvert à 0.0.0.0/0. Violation acceptée par the security office jusqu\'au 2026-06-30, responsable ops@example.com : Migration',
      },
      {
        en: 'Exempted: no-public-admin-port, "ssh": Port 3389 is open to 0.0.0.0/0. It is accepted by the security office until 2026-06-30, owner ops@example.com: Migration',
        fr: 'Dérogation : no-public-admin-port, "ssh" : Le port 3389 est ouvert à 0.0.0.0/0. Violation acceptée par the security office jusqu\'au 2026-06-30, responsable ops@example.com : Migration',
      },
    ]);
  });

  test("and not where its policy is not reported", () => {
    const disabled = judge({ exemptions: [accepted], configuration: { "no-public-admin-port": "disabled" } });
    expect(disabled.listExempted()).toEqual([]);
  });
});

describe("an exemption that expires soon is noticed", () => {
  const soon = { ...accepted, expires: "2026-02-20" };
  const expiring = (given: Given) => judge(given).listExpiring();

  test.each([
    ["2026-01-20", []],
    [
      "2026-01-21",
      [
        {
          en: 'The exemption from no-public-admin-port for "ssh" expires on 2026-02-20, in 30 days: have it approved again.',
          fr: 'La dérogation à no-public-admin-port pour "ssh" expire le 2026-02-20, dans 30 jours : faites-la approuver à nouveau.',
        },
      ],
    ],
    [
      "2026-02-19",
      [
        {
          en: 'The exemption from no-public-admin-port for "ssh" expires on 2026-02-20, in 1 day: have it approved again.',
          fr: 'La dérogation à no-public-admin-port pour "ssh" expire le 2026-02-20, dans 1 jour : faites-la approuver à nouveau.',
        },
      ],
    ],
    [
      "2026-02-20",
      [
        {
          en: 'The exemption from no-public-admin-port for "ssh" expires on 2026-02-20, today: have it approved again.',
          fr: 'La dérogation à no-public-admin-port pour "ssh" expire le 2026-02-20, aujourd\'hui : faites-la approuver à nouveau.',
        },
      ],
    ],
    ["2026-02-21", []],
  ])("on %s", (today, notices) => {
    expect(expiring({ exemptions: [soon], today })).toEqual(notices);
  });

  test("once for each subject, and only where it holds here", () => {
    const twice = [soon, { ...whole, expires: soon.expires }];
    expect(expiring({ exemptions: twice })).toHaveLength(1);
    expect(expiring({ exemptions: [{ ...soon, stack: "prod" }] })).toEqual([]);
    expect(expiring({ exemptions: [{ ...soon, subject: "gone" }] })).toEqual([]);
    expect(expiring({ exemptions: [soon], configuration: { "no-public-admin-port": "disabled" } })).toEqual([]);
  });
});
