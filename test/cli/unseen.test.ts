import { describe, expect, test } from "@jest/globals";
import { POLICIES } from "../../policies";
import { reportOn } from "../../src/cli/check-report";
import { chooseExitCode } from "../../src/cli/exit-code";
import { readConfiguration } from "../../src/config";
import { PACK_POLICIES } from "../../src/policy";
import type { Limit } from "../../src/sources";
import { net } from "../support/builders";
import { TODAY } from "../support/judgement";
import { stackOf, tags } from "../support/resources";

const settings = readConfiguration({}, { policies: POLICIES, packPolicies: PACK_POLICIES });
const clean = stackOf([net("net", { tags: tags({ sensitivity: "internal" }) })]);

/** The exit code of `--strict` for a stack without a fault of which something was not seen, and what is said of it. */
function strict(kind: Limit["kind"]): { code: number; undetermined: number; limits: number } {
  const read = { stack: clean, limits: [{ kind, name: "shop" }], source: "program" as const };
  const found = reportOn(read, settings, [...POLICIES, ...PACK_POLICIES], TODAY);
  const code = chooseExitCode(found, { failOn: "mandatory", strict: true });
  return { code, undetermined: found.summary.undetermined, limits: found.limits.length };
}

describe("what was not seen of the program itself fails --strict:", () => {
  test.each<Limit["kind"]>(["unfinished", "made after deployment", "remote component", "pending operation"])(
    "%s",
    (kind) => {
      expect(strict(kind)).toEqual({ code: 3, undetermined: 1, limits: 1 });
    },
  );
});

describe("what nobody answered, or the tool does not know, is said and leaves nothing open:", () => {
  test.each<Limit["kind"]>(["stack reference", "unknown function", "environment", "unknown package", "other version"])(
    "%s",
    (kind) => {
      expect(strict(kind)).toEqual({ code: 0, undetermined: 0, limits: 1 });
    },
  );
});
