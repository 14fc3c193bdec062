import { describe, expect, test } from "@jest/globals";
import { type ClauseId, COMMITMENTS } from "../../../src/contract";
import { assetsOf, tiersOf } from "../../../src/outscale";
import {
  acceptance,
  type CommitmentLine,
  commitmentsAreEnforceable,
  definePolicy,
  doubt,
  finding,
  formatAsset,
  Judgement,
  type Ledger,
  type Policy,
  type Statement,
  withClauses,
} from "../../../src/policy";
import { type Resource, resourceSubject, type Subject } from "../../../src/stack";
import { scopeOf } from "../../../src/policy/ledger/scope";
import type { System } from "../../../src/outscale";
import { vm } from "../../support/builders";
import { judgementOf } from "../../support/judgement";
import { resource, stackOf, systemOf, tags } from "../../support/resources";

interface Definition {
  readonly stakes?: Policy["stakes"];
  readonly weakens?: Policy["weakens"];
  readonly excludes?: Policy["excludes"];
  readonly subjects?: (system: System) => Subject[];
  readonly check?: (subject: Subject) => Iterable<Statement>;
}

/** The tag `verdict` of a VM says what a policy thinks of its tier. */
function judging(name: string, definition: Definition): Policy {
  const text = { en: name, fr: `${name} (fr)` };
  return definePolicy({
    ...{ name, ground: "obligation", severity: "high", level: "mandatory", title: text, why: text, remediation: text },
    clauses: ["SLA4.ports"],
    messages: { said: text },
    subjects: (system): Subject[] => tiersOf(system),
    *check(subject, { messages }) {
      const verdict = JSON.stringify(subject.resource.inputs["tags"]);
      if (verdict.includes("violation")) yield finding(subject, messages.said);
      if (verdict.includes("undetermined")) yield doubt(subject, messages.said);
      if (verdict.includes("accepted")) yield acceptance(messages.said);
    },
    ...definition,
  });
}

function vmsOf(system: System): Subject[] {
  return system.ofTypes(["outscale:index/vm:Vm"]).map(resourceSubject);
}

/** A VM, alone in its tier, of which the policies think so. */
function judgedAs(name: string, verdict: string, provider?: string): Resource {
  return vm(name, { tags: tags({ tier: name, verdict }) }, provider === undefined ? {} : { provider });
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
    .map(({ asset, status, reasons, excluded }) => {
      const why = reasons.map(({ policy, subject }) => `${policy.name} ${subject.name}`);
      const without = excluded.map(({ subject }) => subject.name);
      return [
        `${asset ? formatAsset(asset).en : "nothing"}: ${status}`,
        ...(why.length > 0 ? [`by ${why.join(", ")}`] : []),
        ...(without.length > 0 ? [`without the use by ${without.join(", ")}`] : []),
      ].join(" ");
    });
}

const guard = judging("guard", { stakes: [{ forfeits: ["SLA4.firewall"] }] });

describe("a commitment", () => {
  test("is about something, each of them", () => {
    expect(COMMITMENTS.map(({ clause }) => assetsOf(systemOf([]), scopeOf(clause)))).toEqual(COMMITMENTS.map(() => []));
  });

  test("has a line for each tier, by its verdict", () => {
    const resources = ["violation", "undetermined", "accepted", "compliant"].map((verdict) =>
      judgedAs(`tier-${verdict}`, verdict),
    );
    expect(lines(ledger([guard], resources), "SLA4.firewall")).toEqual([
      "tier tier-accepted: accepted by guard tier-accepted",
      "tier tier-compliant: planned",
      "tier tier-undetermined: undetermined by guard tier-undetermined",
      "tier tier-violation: forfeited by guard tier-violation",
    ]);
  });

  test("that hangs on what is deployed is proved from a state, and never enforceable", () => {
    const settings = { exemptions: [], settingsOf: () => ({}), isEnabled: () => true };
    const system = systemOf([judgedAs("web", "compliant")]);
    const made = { system, policies: [guard], settings, today: "2026-01-31" };
    const statuses = (isDeployed: boolean) =>
      lines({ commitments: new Judgement({ ...made, isDeployed }).commitments() }, "SLA4.firewall");
    expect([statuses(false), statuses(true)]).toEqual([["tier web: planned"], ["tier web: to be proved"]]);
  });

  test("has no line where nothing stands, and one for nothing where nothing of its kind does", () => {
    expect(ledger([guard], []).commitments).toEqual([]);
    const found = ledger([guard], [judgedAs("web", "compliant")]);
    expect(lines(found, "SLA5.lb")).toEqual(["nothing: not applicable"]);
    expect(lines(found, "SLA9.vm")).toEqual(["tier web: enforceable"]);
  });

  test("is lost by an exemption as by the violation", () => {
    const exemptions = [{ ...exemption, subject: "web" }];
    expect(lines(ledger([guard], [judgedAs("web", "violation")], { exemptions }), "SLA4.firewall")).toEqual([
      "tier web: forfeited by guard web",
    ]);
  });

  test("is vouched for by no policy that is disabled, and still lost by what it finds", () => {
    const resources = [judgedAs("bad", "violation"), judgedAs("good", "compliant")];
    expect(lines(ledger([guard], resources, { disabled: "guard" }), "SLA4.firewall")).toEqual([
      "tier bad: forfeited by guard bad",
      "tier good: undetermined by guard good",
    ]);
  });

  test("follows the worst of several policies about one tier", () => {
    const second = judging("second", {
      stakes: [{ forfeits: ["SLA4.firewall"] }],
      *check(subject) {
        yield doubt(subject, { id: "said", data: null, text: { en: "Perhaps.", fr: "Peut-être." } });
      },
    });
    const resources = [judgedAs("bad", "violation"), judgedAs("good", "compliant")];
    expect(lines(ledger([guard, second], resources), "SLA4.firewall")).toEqual([
      "tier bad: forfeited by guard bad",
      "tier good: undetermined by second good",
    ]);
  });

  test("hangs on those subjects only that its condition names", () => {
    const conditional = judging("conditional", {
      stakes: [{ forfeits: ["SLA4.internet"], when: ({ name }) => name === "web" }],
    });
    const resources = [judgedAs("web", "violation"), judgedAs("batch", "violation")];
    expect(lines(ledger([conditional], resources), "SLA4.internet")).toEqual([
      "tier batch: planned",
      "tier web: forfeited by conditional web",
    ]);
  });

  test("is lost by what a stake says is lost, whatever its policy asks for", () => {
    const lenient = judging("lenient", {
      stakes: [{ forfeits: ["SLA4.firewall"], isLost: ({ name }) => name === "web" }],
      check: () => [],
    });
    const strict = judging("strict", { stakes: [{ forfeits: ["SLA4.firewall"], isLost: () => false }] });
    const resources = [judgedAs("web", "violation"), judgedAs("app", "violation")];
    expect(lines(ledger([lenient], resources), "SLA4.firewall")).toEqual([
      "tier app: planned",
      "tier web: forfeited by lenient web",
    ]);
    expect(lines(ledger([strict], resources), "SLA4.firewall")).toEqual(["tier app: planned", "tier web: planned"]);
  });

  test("is lost for what a stake names in place of its subject", () => {
    const one = judging("one", {
      stakes: [
        { forfeits: ["SLA4.firewall"], of: (_, system) => tiersOf(system).filter(({ name }) => name === "app") },
      ],
    });
    const resources = [judgedAs("web", "violation"), judgedAs("app", "compliant")];
    expect(lines(ledger([one], resources), "SLA4.firewall")).toEqual([
      "tier app: forfeited by one web",
      "tier web: planned",
    ]);
  });

  test("falls with its provider for what this makes, and for the account when it makes all", () => {
    const everywhere = judging("everywhere", {
      subjects: (system) => system.ofTypes(["pulumi:providers:outscale"]).map(resourceSubject),
      stakes: [{ forfeits: ["SLA4.api", "SLA4.firewall"] }],
      *check(subject) {
        yield finding(subject, { id: "said", data: null, text: { en: "Elsewhere.", fr: "Ailleurs." } });
      },
    });
    const provider = resource("pulumi:providers:outscale", "paris");
    const away = judgedAs("away", "compliant", provider.urn);
    const found = ledger([guard, everywhere], [provider, away, judgedAs("home", "compliant")]);
    expect(lines(found, "SLA4.firewall")).toEqual(["tier away: forfeited by everywhere paris", "tier home: planned"]);
    expect(lines(found, "SLA4.api")).toEqual(["the account: enforceable"]);
    expect(lines(ledger([guard, everywhere], [provider, away]), "SLA4.api")).toEqual([
      "the account: forfeited by everywhere paris",
    ]);
  });

  test("says what weakens the evidence, and which uses are excluded, of what these are about", () => {
    const weak = judging("weak", { weakens: ["SLA9.vm", "SLA1.region"], subjects: vmsOf });
    const use = judging("use", { excludes: ["SLA9.vm", "SLA3.services"], subjects: vmsOf });
    const found = ledger([weak, use], [judgedAs("web", "violation"), judgedAs("app", "compliant")]);
    expect(lines(found, "SLA9.vm")).toEqual([
      "tier app: enforceable",
      "tier web: enforceable by weak web without the use by web",
    ]);
    expect(lines(found, "SLA3.services")).toEqual([
      "tier app: enforceable",
      "tier web: enforceable without the use by web",
    ]);
    expect(lines(found, "SLA1.region")).toEqual(["Region cloudgouv-eu-west-1: enforceable by weak web"]);
  });

  test.each([
    ["none of them", resource("keypair:Keypair", "main", {}), "tier web: enforceable by weak main"],
    ["another of them", resource("net:Net", "main", { ipRange: "10.0.0.0/16" }), "tier web: enforceable"],
  ])("is weakened by what is about %s", (_what, of, expected) => {
    const weak = judging("weak", {
      weakens: ["SLA9.vm"],
      subjects: (system) => system.ofTypes([of.type]).map(resourceSubject),
      *check(subject) {
        yield finding(subject, { id: "said", data: null, text: { en: "Weak.", fr: "Faible." } });
      },
    });
    expect(lines(ledger([weak], [of, judgedAs("web", "compliant")]), "SLA9.vm")).toEqual([expected]);
  });
});

describe("a clause that is no commitment", () => {
  const settings = { exemptions: [], settingsOf: () => ({}), isEnabled: () => true };
  const duty = (found: Ledger, wanted: string) =>
    found.duties
      .filter(({ clause }) => clause === wanted)
      .map(({ asset, status, reasons }) => {
        const of = asset ? [formatAsset(asset).en] : [];
        return [...of, status, ...reasons.map(({ subject }) => subject.name)].join(" ");
      });
  const status = (verdicts: readonly string[], configuration: Configuration = {}, policy = guard) =>
    duty(
      ledger(
        [policy],
        verdicts.map((verdict, index) => judgedAs(`vm-${String(index)}`, verdict)),
        configuration,
      ),
      policy.clauses[0],
    );
  const about = (clause: ClauseId): Policy => ({ ...guard, clauses: [clause] });

  test("is unmet by one violation, whatever else", () => {
    expect(status(["compliant", "violation", "undetermined"])).toEqual(["unmet vm-1"]);
  });

  test("is undetermined where nothing is worse, and not judged by a policy that is disabled", () => {
    expect(status(["compliant", "undetermined"])).toEqual(["undetermined vm-1"]);
    expect(status(["compliant"], { disabled: "guard" })).toEqual(["not judged vm-0"]);
    expect(status(["violation"], { disabled: "guard" })).toEqual(["unmet vm-0"]);
  });

  test("is not judged where a setting leaves its policy nothing to judge", () => {
    const emptied = { ...guard, emptiedBy: () => "pack-settings.adminPorts" };
    expect(status(["compliant"], {}, emptied)).toEqual(["not judged"]);
  });

  test("is shown where the program is the fact, else in part, or as a tag or a setting declares", () => {
    expect(status(["compliant", "compliant"])).toEqual(["shown"]);
    expect(status(["compliant", "accepted"])).toEqual(["declared"]);
    expect(status(["compliant"], {}, about("R10.encryption"))).toEqual(["partly"]);
    expect(status(["compliant"], {}, about("R9.mfa"))).toEqual(["declared"]);
  });

  test("is not applicable without anything to judge, and not visible without a policy", () => {
    expect(status([])).toEqual(["not applicable"]);
    expect(duty(ledger([guard], [judgedAs("web", "compliant")]), "R6.organisation")).toEqual(["not visible"]);
  });

  test("is kept by what is found against another clause of the same policy", () => {
    const two = judging("two", {
      *check(subject) {
        const said = { id: "said", data: null, text: { en: "Said.", fr: "Dit." } };
        yield withClauses(finding(subject, said), ["SLA4.minimal"]);
      },
    });
    const found = ledger([{ ...two, clauses: ["SLA4.ports", "SLA4.minimal"] }], [judgedAs("web", "compliant")]);
    expect([duty(found, "SLA4.ports"), duty(found, "SLA4.minimal")]).toEqual([["shown"], ["unmet web"]]);
  });

  test("is counted asset by asset where it is the condition of a claim for each", () => {
    const star = judging("star", { stakes: [{ forfeits: ["SLA4.firewall", "SLA10.sev1"] }] });
    const resources = ["violation", "accepted", "undetermined", "compliant"].map((verdict) =>
      judgedAs(verdict, verdict),
    );
    const found = ledger([star], resources);
    expect(duty(found, "GEN.asterisk")).toEqual([
      "tier accepted unmet accepted",
      "tier compliant shown",
      "tier undetermined undetermined undetermined",
      "tier violation unmet violation",
    ]);
    expect(duty(found, "SLA10.zones")).toEqual([
      "tier accepted unmet accepted",
      "tier compliant partly",
      "tier undetermined undetermined undetermined",
      "the account undetermined",
      "tier violation unmet violation",
    ]);
  });

  test("says which attestation is in force, and that API use is to be confirmed where it is read so", () => {
    const with_ = (shared: object, clause: string) => {
      const system = systemOf([judgedAs("web", "compliant")], shared);
      return duty(new Judgement({ system, policies: [guard], settings, today: "2026-01-31" }).ledger(), clause);
    };
    const attestation = { reference: "ANSSI 1", validUntil: "2026-06-30" };
    expect(with_({}, "QUAL.expiry")).toEqual(["unmet"]);
    expect(with_({ attestation }, "QUAL.expiry")).toEqual(["declared"]);
    expect(with_({ attestation: { ...attestation, validUntil: "2026-01-30" } }, "QUAL.expiry")).toEqual(["unmet"]);
    expect(with_({}, "QUAL.browser")).toEqual(["not visible"]);
    expect(with_({ readings: { A26: "unconfirmed" } }, "QUAL.browser")).toEqual(["undetermined"]);
  });
});

describe("one message", () => {
  const message = (policies: readonly Policy[], resources: readonly Resource[]) => {
    const outcome = judged(policies, resources).sumOf(commitmentsAreEnforceable);
    return outcome.verdict === "violation" ? outcome.findings.map((each) => each.message.text) : outcome.verdict;
  };

  test("names what is lost, for which systems and by which policies", () => {
    const more = judging("more", { stakes: [{ forfeits: ["SLA10.sev1"] }] });
    const api = judging("api", { stakes: [{ forfeits: ["SLA9.vm"], when: ({ name }) => name === "web" }] });
    const names = ["web", "app", "db", "log", "mail", "queue", "search"];
    expect(
      message(
        [guard, more, api],
        names.map((name) => judgedAs(name, "violation")),
      ),
    ).toEqual([
      {
        en: "Forfeited: SLA4.firewall and SLA10.sev1 for tiers app, db, log, mail, queue and 1 more (guard and more); SLA4.firewall, SLA9.vm and SLA10.sev1 for tier web (api, guard and more).",
        fr: "Perdus\u00a0: SLA4.firewall et SLA10.sev1 pour tiers app, db, log, mail, queue et 1 autre (guard et more)\u00a0; SLA4.firewall, SLA9.vm et SLA10.sev1 pour tier web (api, guard et more).",
      },
    ]);
  });

  test("is silent when nothing is lost", () => {
    expect(message([guard], [judgedAs("web", "undetermined"), judgedAs("app", "compliant")])).toBe("compliant");
  });
});
