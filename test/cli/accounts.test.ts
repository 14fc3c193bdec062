import { afterAll, describe, expect, test } from "@jest/globals";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./command";

const OURS = "012345678910";
const THEIRS = "109876543210";
const REGION = "cloudgouv-eu-west-1";
const PROGRAM = "examples/several-stacks/app";

const scratch = mkdtempSync(join(tmpdir(), "accounts-"));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

function file(name: string, content: unknown): string {
  const path = join(scratch, `${name}.json`);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

/** What a provider made in a Subregion: a Subnet, which tells no account, and a VM, whose NIC may. */
function madeIn(project: string, letter: string, account: string | undefined, provider = "default") {
  const urn = (type: string, name: string) => `urn:pulumi:prod::${project}::${type}::${name}`;
  const made = (type: string, name: string, id: string, inputs: object, outputs: object = {}) => ({
    ...{ urn: urn(type, name), type, id, custom: true, inputs, outputs: { ...inputs, ...outputs } },
    provider: `${urn("pulumi:providers:outscale", provider)}::0a1b2c3d`,
  });
  const subregionName = `${REGION}${letter}`;
  return [
    made("outscale:index/subnet:Subnet", letter, `subnet-${project}-${letter}`, { subregionName }),
    made(
      "outscale:index/vm:Vm",
      `web-${letter}`,
      `i-${project}-${letter}`,
      { placementSubregionName: subregionName, tags: [{ key: "tier", value: "web" }] },
      account === undefined ? {} : { nics: [{ accountId: account }] },
    ),
  ];
}

function state(project: string, resources: object[]): string {
  const manifest = { time: "2026-01-31T00:00:00Z" };
  return file(project, { version: 3, deployment: { manifest, resources } });
}

const ofOurs = state("shop", madeIn("shop", "a", OURS));
const ofOursToo = state("stock", madeIn("stock", "b", OURS));
const ofTheirs = state("network", madeIn("network", "b", THEIRS));
const ofNobody = state("silent", madeIn("silent", "b", undefined));
const ofBoth = state("both", [...madeIn("both", "a", OURS, "first"), ...madeIn("both", "b", THEIRS, "second")]);
const mapped = file("mapped", { "pack-settings": { sameSubregions: [[OURS, THEIRS]] } });
const known = JSON.parse(run("facts", "--state", ofTheirs).stdout) as Readonly<Record<string, object>>;
const told = file("told", { "pack-settings": { known } });
const toldAndMapped = file("told-and-mapped", { "pack-settings": { known, sameSubregions: [[OURS, THEIRS]] } });

const refused = (one: string, other: string) => ({
  status: 2,
  stdout: "",
  stderr:
    `The accounts ${one} and ${other} are taken together only where \`pack-settings.sameSubregions\` lists both: ` +
    "Subregion names are given account by account, so Subregion `a` of one may be another place than Subregion `a` of the other.\n",
});

describe("what is of two accounts is refused", () => {
  const apart = refused(`${OURS} (shop/prod)`, `${THEIRS} (network/prod)`);
  const within = refused(`${OURS} (both/prod)`, `${THEIRS} (both/prod)`);
  test.each([
    ["two states, by check", apart, ["check", "--state", ofOurs, "--with-state", ofTheirs]],
    ["two states, by prove", apart, ["prove", "--state", ofOurs, "--with-state", ofTheirs]],
    ["two states, by reach", apart, ["reach", "--from", "internet", "--state", ofOurs, "--with-state", ofTheirs]],
    ["a program's two states", apart, ["check", PROGRAM, "--with-state", ofOurs, "--with-state", ofTheirs]],
    ["one state, by check", within, ["check", "--state", ofBoth]],
    ["one state, by prove", within, ["prove", "--state", ofBoth]],
    ["one state, by reach", within, ["reach", "--from", "internet", "--state", ofBoth]],
    ["one state, by facts", within, ["facts", "--state", ofBoth]],
    [
      "a state, and facts",
      refused(`${OURS} (shop/prod)`, `${THEIRS} (\`pack-settings.known\`)`),
      ["check", "--state", ofOurs, "--config", told],
    ],
  ])("%s", (_what, expected, args) => {
    expect(run(...args)).toEqual(expected);
  });

  test("facts of two accounts, with the configuration that has them", () => {
    const [one, other] = [OURS, THEIRS].map((account) => ({ type: "outscale:index/net:Net", account }));
    const config = file("known-apart", { "pack-settings": { known: { "vpc-1": one, "vpc-2": other } } });
    const { status, stderr } = run("check", "--state", ofNobody, "--config", config);
    const places = ["`pack-settings.known`", "`pack-settings.known`"] as const;
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `${config}: ${refused(`${OURS} (${places[0]})`, `${THEIRS} (${places[1]})`).stderr}`,
    });
  });

  test("in French", () => {
    const { status, stderr } = run("check", "--state", ofBoth, "--lang", "fr");
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr:
        `Les comptes ${OURS} (both/prod) et ${THEIRS} (both/prod) ne sont pris ensemble que si ` +
        "`pack-settings.sameSubregions` les cite tous les deux\u00a0: les noms de Sous-régions sont donnés compte par compte, " +
        "et la Sous-région `a` de l'un peut être un autre lieu que la Sous-région `a` de l'autre.\n",
    });
  });
});

test("the accounts of a list are twelve digits each", () => {
  const list = (sameSubregions: unknown) => {
    const config = file("malformed", { "pack-settings": { sameSubregions } });
    return run("check", "--state", ofOurs, "--config", config).stderr.replace(`${config}: `, "");
  };
  expect(list([[OURS, "12"]])).toBe(
    '`pack-settings.sameSubregions[0][1]` is "12". Accepted: for example "012345678910".\n',
  );
  expect(list([[OURS]])).toBe(
    `\`pack-settings.sameSubregions[0]\` is ["${OURS}"]. Accepted: for example ["012345678910","109876543210"].\n`,
  );
  expect(list([[OURS, 109_876_543_210]])).toBe(
    "`pack-settings.sameSubregions[0][1]` is 109876543210. Accepted: text.\n",
  );
});

describe("the accounts that a report is about", () => {
  test.each([
    ["of one state", ["--state", ofOurs], [OURS]],
    ["of two states of one account", ["--state", ofOurs, "--with-state", ofOursToo], [OURS]],
    ["of a state with another that tells none", ["--state", ofOurs, "--with-state", ofNobody], [OURS]],
    ["of a state that tells none", ["--state", ofNobody], []],
    [
      "of two states that are joined",
      ["--state", ofOurs, "--with-state", ofTheirs, "--config", mapped],
      [OURS, THEIRS],
    ],
    ["of one state that is joined", ["--state", ofBoth, "--config", mapped], [OURS, THEIRS]],
    ["of a state and facts that are joined", ["--state", ofOurs, "--config", toldAndMapped], [OURS, THEIRS]],
  ])("%s", (_whose, args, accounts) => {
    const { stdout } = run("check", ...args, "--format", "json");
    expect((JSON.parse(stdout) as { stack: { accounts: string[] } }).stack.accounts).toEqual(accounts);
  });
});

test("Subregions of two accounts are added up where they are the same places", () => {
  const tier = ["--policy", "require-tier-in-every-subregion", "--format", "json"];
  const messages = (...args: string[]) =>
    (JSON.parse(run("check", ...args, ...tier).stdout) as { findings: { message: string }[] }).findings.map(
      ({ message }) => message,
    );
  expect(messages("--state", ofBoth, "--config", mapped)).toEqual([
    expect.stringMatching(/^This tier has no VM in cloudgouv-eu-west-1c\./),
  ]);
});

describe("a proof carries the accounts", () => {
  const rows = (...args: string[]) =>
    run("prove", ...args)
      .stdout.split("\n")
      .filter((line) => /^(Account|Compte|Project|Together)/.test(line));
  const content = (...args: string[]) => {
    const { stack, others } = JSON.parse(run("prove", ...args, "--format", "json").stdout) as Record<string, unknown>;
    return { stack, others };
  };
  const written = { name: "prod", writtenAt: "2026-01-31T00:00:00Z" };

  test("of one state", () => {
    expect(rows("--state", ofOurs)).toEqual(["Project (stack)  shop (prod)", `Account          ${OURS}`]);
    expect(rows("--state", ofOurs, "--lang", "fr")).toContain(`Compte          ${OURS}`);
    expect(content("--state", ofOurs)).toEqual({
      stack: { project: "shop", accounts: [OURS], ...written },
      others: [],
    });
  });

  test("that is not told", () => {
    expect(rows("--state", ofNobody)).toEqual(["Project (stack)  silent (prod)", "Account          not in the state"]);
    expect(content("--state", ofNobody)).toEqual({
      stack: { project: "silent", accounts: [], ...written },
      others: [],
    });
  });

  test("of each of two states", () => {
    const args = ["--state", ofOurs, "--with-state", ofTheirs, "--config", mapped];
    expect(rows(...args)).toEqual([
      "Project (stack)  shop (prod)",
      `Account          ${OURS}`,
      "Together with    network (prod)",
      `Account          ${THEIRS}`,
    ]);
    expect(content(...args)).toEqual({
      stack: { project: "shop", accounts: [OURS], ...written },
      others: [{ project: "network", accounts: [THEIRS], ...written }],
    });
  });

  test("of two providers of one state", () => {
    const args = ["--state", ofBoth, "--config", mapped];
    expect(rows(...args)).toEqual(["Project (stack)  both (prod)", `Account          ${OURS}, ${THEIRS}`]);
  });
});

test("facts carry the account of what one provider made", () => {
  expect(known).toEqual({
    "subnet-network-b": {
      type: "outscale:index/subnet:Subnet",
      account: THEIRS,
      subregion: `${REGION}b`,
    },
    "i-network-b": { type: "outscale:index/vm:Vm", account: THEIRS, subregion: `${REGION}b` },
  });
  const both = JSON.parse(run("facts", "--state", ofBoth, "--config", mapped).stdout) as Record<string, object>;
  expect(both).toMatchObject({ "subnet-both-a": { account: OURS }, "subnet-both-b": { account: THEIRS } });
  expect(run("facts", "--state", ofNobody).stdout).not.toContain("account");
  expect(JSON.parse(readFileSync(told, "utf8"))).toEqual({ "pack-settings": { known } });
});
