import { describe, expect, test } from "@jest/globals";
import { INCIDENT } from "./claim-page";
import { run } from "./command";

const CLAIM = ["claim", "--service", "vm", "--incident", INCIDENT];

describe("an option that takes one value is refused where it is given twice", () => {
  test.each([
    ["--service", [...CLAIM, "--service", "lb"]],
    ["--severity", [...CLAIM, "--severity", "1", "--severity", "1"]],
    ["--working-day", [...CLAIM, "--working-day", "09:00-18:00", "--working-day", "08:00-18:00"]],
    ["--penalties", [...CLAIM, "--penalties", "a.json", "--penalties", "b.json"]],
    ["--format", [...CLAIM, "--format", "json", "--format=text"]],
    ["--output", [...CLAIM, "--output", "a", "--output", "b"]],
    ["--lang", [...CLAIM, "--lang", "en", "--lang", "en"]],
    ["--config", ["check", "examples/minimal", "--config", "a.json", "--config", "b.json"]],
    ["--timeout", ["reach", "examples/minimal", "--from", "internet", "--timeout", "1", "--timeout", "2"]],
    ["--before", ["prove", "--state", "-", "--before", "a", "--before", "b"]],
    ["--state", ["facts", "--state", "a", "--state", "b"]],
    ["--by", ["list", "--by", "policy", "--by", "clause"]],
  ])("%s: %p", (option, args) => {
    expect(run(...args)).toEqual({
      status: 2,
      stdout: "",
      stderr: `${option} is given twice. Accepted: once, with one value.\n`,
    });
  });

  test("in French too", () => {
    expect(run(...CLAIM, "--lang", "fr", "--service", "lb").stderr).toBe(
      "--service est donné deux fois. Accepté\u00a0: une fois, avec une valeur.\n",
    );
  });
});

test("an option that may be repeated is not", () => {
  const later = "2026-03-10T10:00Z/2026-03-10T10:10Z";
  const policies = ["--policy", "no-public-admin-port", "--policy", "no-public-database"];
  expect(run(...CLAIM, "--incident", later).status).toBe(0);
  expect(run("check", "--state", "test/cli/state/shop.json", ...policies).stderr).not.toContain("twice");
});
