import { describe, expect, test } from "@jest/globals";
import {
  acceptance,
  type CommitmentLine,
  commitmentsAreEnforceable,
  definePolicy,
  doubt,
  finding,
  formatSystem,
  type Judgement,
  type Ledger,
  type Policy,
  type Statement,
} from "../../../src/policy";
import type { Resource, Stack, Subject } from "../../../src/stack";
import { vm } from "../../support/builders";
import { judgementOf } from "../../support/judgement";
import { resource, stackOf, tags } from "../../support/resources";

interface Definition {
  readonly stakes?: Policy["stakes"];
  readonly weakens?: Policy["weakens"];
  readonly subjects?: (stack: Stack) => Subject[];
  readonly check?: (subject: Subject) => Iterable<Statement>;
}

/** Each VM's tag `verdict` says what a policy thinks of it. */
function judging(name: string, definition: Definition): Policy {
  const text = { en: name, fr: `${name} (fr)` };
  return definePolicy({
    ...{ name, ground: "obligation", severity: "high", level: "mandatory", title: text, why: text, remediation: text },
    clauses: ["SLA4.ports"],
    messages: { said: text },
    subjects: vmsOf,
    *check(subject, { messages }) {
      const verdict = JSON.stringify(subject.resource.inputs["tags"]);
      if (verdict.includes("violation")) yield finding(subject, messages.said);
      if (verdict.includes("undetermined")) yield doubt(subject, messages.said);
      if (verdict.includes("accepted")) yield acceptance(messages.said);
    },
    ...definition,
  });
}

function systemOf(of: Resource, kind: Subject["kind"] = of.name.startsWith("tier") ? "tier" : "resource"): Subject {
  return { kind, resource: of, name: of.name, path: "", related: [of] };
}

function vmsOf(stack: Stack): Subject[] {
  return stack.ofTypes(["outscale:index/vm:Vm"]).map((each) => systemOf(each));
}

/** A VM of which the policies think so. */
function judgedAs(name: string, verdict: string, provider?: string): Resource {
  return vm(name, { tags: tags({ verdict }) }, provider === undefined ? {} : { provider });
}

const exemption = {
  ...{ policy: "guard", reason: "Accepted", owner: "team", approver: "head", expires: "2026-06-30" },
};

function judged(
  policies: readonly Policy[],
  resources: readonly Resource[],
  { exemptions = [], disabled }: Configuration = {},
): Judgement {
  const configuration = {
    "pack-settings": { exemptions },
    ...(disabled !== undefined && { [disabled]: "disabled" }),
  };
  return judgementOf(stackOf(resources), policies, configuration);
}

function ledger(...given: Parameters<typeof judged>): Ledger {
  return judged(...given).ledger();
}

interface Configuration {
  readonly exemptions?: readonly object[];
  readonly disabled?: string;
}

function lines(found: { readonly commitments: readonly CommitmentLine[] }, clause: string): string[] {
  return found.commitments
    .filter(({ commitment }) => commitment.clause === clause)
    .map(({ system, status, reasons }) => {
      const why = reasons.map(({ policy, subject }) => `${policy.name} ${subject.name}`);
      return `${formatSystem(system).en}: ${status}${why.length > 0 ? ` by ${why.join(", ")}` : ""}`;
    });
}

const guard = judging("guard", { stakes: [{ forfeits: ["SLA4.firewall"] }] });

describe("a commitment", () => {
  test("has a line for each tier, by its verdict", () => {
    const resources = ["violation", "undetermined", "accepted", "compliant"].map((verdict) =>
      judgedAs(`tier-${verdict}`, verdict),
    );
    expect(lines(ledger([guard], resources), "SLA4.firewall")).toEqual([
      "tier tier-accepted: forfeited by guard tier-accepted",
      "tier tier-compliant: enforceable",
      "tier tier-undetermined: undetermined by guard tier-undetermined",
      "tier tier-violation: forfeited by guard tier-violation",
    ]);
  });

  test("names the resources that lose it, and has one line for the others", () => {
    const resources = [judgedAs("bad", "violation"), judgedAs("good", "compliant"), judgedAs("fine", "compliant")];
    expect(lines(ledger([guard], resources), "SLA4.firewall")).toEqual([
      "Vm bad: forfeited by guard bad",
      "the stack: enforceable",
    ]);
  });

  test("is not claimed for what nothing is about", () => {
    expect(lines(ledger([guard], []), "SLA4.firewall")).toEqual(["the stack: not applicable"]);
    expect(lines(ledger([guard], []), "SLA1.region")).toEqual(["the stack: enforceable"]);
  });

  test("is lost by an exemption as by the violation", () => {
    const exemptions = [{ ...exemption, subject: "tier-web" }];
    expect(lines(ledger([guard], [judgedAs("tier-web", "violation")], { exemptions }), "SLA4.firewall")).toEqual([
      "tier tier-web: forfeited by guard tier-web",
    ]);
  });

  test("is vouched for by no policy that is disabled, and still lost by what it finds", () => {
    const resources = [judgedAs("tier-bad", "violation"), judgedAs("tier-good", "compliant")];
    expect(lines(ledger([guard], resources, { disabled: "guard" }), "SLA4.firewall")).toEqual([
      "tier tier-bad: forfeited by guard tier-bad",
      "tier tier-good: undetermined by guard tier-good",
    ]);
  });

  test("follows the worst of several policies about one system", () => {
    const second = judging("second", {
      stakes: [{ forfeits: ["SLA4.firewall"] }],
      *check(subject) {
        yield doubt(subject, { id: "said", data: null, text: { en: "Perhaps.", fr: "Peut-être." } });
      },
    });
    const resources = [judgedAs("tier-bad", "violation"), judgedAs("tier-good", "compliant")];
    expect(lines(ledger([guard, second], resources), "SLA4.firewall")).toEqual([
      "tier tier-bad: forfeited by guard tier-bad",
      "tier tier-good: undetermined by second tier-good",
    ]);
  });

  test("hangs on those subjects only that its condition names", () => {
    const conditional = judging("conditional", {
      stakes: [{ forfeits: ["SLA4.internet"], when: ({ name }) => name === "tier-web" }],
    });
    const resources = [judgedAs("tier-web", "violation"), judgedAs("tier-batch", "violation")];
    expect(lines(ledger([conditional], resources), "SLA4.internet")).toEqual([
      "tier tier-web: forfeited by conditional tier-web",
    ]);
  });

  test("falls with its provider, for the systems that use it and for the stack", () => {
    const everywhere = judging("everywhere", {
      subjects: (stack) =>
        stack.ofTypes(["pulumi:providers:outscale"]).map((provider) => systemOf(provider, "resource")),
      stakes: [{ forfeits: ["SLA1.region", "SLA4.firewall"], everySystem: true }],
      *check(subject) {
        yield finding(subject, { id: "said", data: null, text: { en: "Elsewhere.", fr: "Ailleurs." } });
      },
    });
    const provider = resource("pulumi:providers:outscale", "paris");
    const resources = [provider, judgedAs("tier-away", "compliant", provider.urn), judgedAs("tier-home", "compliant")];
    const found = ledger([guard, everywhere], resources);
    expect(lines(found, "SLA1.region")).toEqual(["the stack: forfeited by everywhere paris"]);
    expect(lines(found, "SLA4.firewall")).toEqual([
      "tier tier-away: forfeited by everywhere paris",
      "tier tier-home: enforceable",
    ]);
  });

  test("says what weakens the evidence of the system it bears on, and of all when it bears on none", () => {
    const weak = judging("weak", { weakens: ["SLA4.firewall", "SLA1.zone"] });
    const steady = judging("steady", {
      stakes: [{ forfeits: ["SLA4.firewall"] }],
      subjects: (stack) => vmsOf(stack).filter(({ kind }) => kind === "tier"),
      check: () => [],
    });
    const resources = [
      judgedAs("tier-web", "violation"),
      judgedAs("tier-app", "compliant"),
      judgedAs("lone", "violation"),
    ];
    const found = ledger([steady, weak], resources);
    expect(lines(found, "SLA4.firewall")).toEqual([
      "tier tier-app: enforceable by weak lone",
      "tier tier-web: enforceable by weak lone, weak tier-web",
    ]);
    expect(lines(found, "SLA1.zone")).toEqual(["the stack: enforceable by weak lone, weak tier-web"]);
  });
});

describe("a duty", () => {
  const status = (verdicts: readonly string[], configuration: Configuration = {}) => {
    const { duties } = ledger(
      [guard],
      verdicts.map((verdict, index) => judgedAs(`vm-${String(index)}`, verdict)),
      configuration,
    );
    const { status: found, reasons } = duties.find(({ clause }) => clause === "SLA4.ports") ?? { reasons: [] };
    return [found, ...reasons.map(({ subject }) => subject.name)];
  };

  test("is unmet by one violation, whatever else", () => {
    expect(status(["compliant", "violation", "undetermined"])).toEqual(["unmet", "vm-1"]);
  });

  test("is undetermined where nothing is worse", () => {
    expect(status(["compliant", "undetermined"])).toEqual(["undetermined", "vm-1"]);
    expect(status(["compliant"], { disabled: "guard" })).toEqual(["undetermined", "vm-0"]);
  });

  test("is met by verdicts that all are compliant, and not visible without any", () => {
    expect(status(["compliant", "compliant"])).toEqual(["met"]);
    expect(status([])).toEqual(["not visible"]);
  });
});

describe("one message", () => {
  const message = (policies: readonly Policy[], resources: readonly Resource[]) => {
    const outcome = judged(policies, resources).sumOf(commitmentsAreEnforceable);
    return outcome.verdict === "violation" ? outcome.findings.map((each) => each.message.text) : outcome.verdict;
  };

  test("names what is lost, for which systems and by which policies", () => {
    const more = judging("more", { stakes: [{ forfeits: ["SLA10.sev1"] }] });
    expect(
      message(
        [guard, more],
        [judgedAs("tier-web", "violation"), judgedAs("tier-app", "violation"), judgedAs("lone", "violation")],
      ),
    ).toEqual([
      {
        en: "Forfeited: SLA4.firewall for tier tier-app, tier tier-web and Vm lone (guard); SLA10.sev1 for tier tier-app, tier tier-web and Vm lone (more).",
        fr: "Perdus : SLA4.firewall pour le tier tier-app, le tier tier-web et Vm lone (guard) ; SLA10.sev1 pour le tier tier-app, le tier tier-web et Vm lone (more).",
      },
    ]);
  });

  test("is silent when nothing is lost", () => {
    expect(message([guard], [judgedAs("tier-web", "undetermined"), judgedAs("tier-app", "compliant")])).toBe(
      "compliant",
    );
  });
});
