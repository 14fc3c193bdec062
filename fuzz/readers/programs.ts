import { reportOn } from "../../src/cli/check-report";
import { chooseExitCode } from "../../src/cli/exit-code";
import { withoutSecrets } from "../../src/cli/masked";
import { readConfiguration } from "../../src/config";
import { PACK_POLICIES } from "../../src/policy";
import { formatJsonReport, formatTextReport } from "../../src/report";
import { nameOfUrn, type Resource, Stack } from "../../src/stack";
import {
  carriedDependencies,
  readValues,
  secretPathsOf,
  secretTextsOf,
  unwrap,
  type WireObject,
} from "../../src/stack/wire";
import { createColors } from "picocolors";
import { POLICIES } from "../../policies";
import { anyWay, said, TODAY, wayOf } from "../command";
import { isList, isObject, type Json, type JsonObject, writeJson } from "../json";
import type { Reader, Said } from "../reader";
import { changedResources, documentIn } from "./documents";

const CONFIGURATION = readConfiguration({}, { policies: POLICIES, packPolicies: PACK_POLICIES });
/** What cannot be asked for through the protocol stays out: a program's numbers are JavaScript's. */
const PORT_OF_NOBODY = { project: "shop", name: "dev" };

/** Resources as a dry run registers them: the values of the protocol, straight from the program. */
export const programs: Reader = {
  kind: "programs' inputs",
  make: (dice, bases) => ({ as: anyWay(dice, ["check"]), resources: changedResources(dice, bases) }),
  read: async (input) => {
    const resources = documentIn(input, "resources");
    return reported(input, (isList(resources) ? resources : []).filter(isRegistered));
  },
};

interface Registered extends JsonObject {
  readonly urn: string;
  readonly type: string;
  readonly inputs: JsonObject;
}

function isRegistered(resource: Json): resource is Registered {
  return (
    isObject(resource) &&
    typeof resource["urn"] === "string" &&
    resource["urn"].startsWith("urn:pulumi:") &&
    typeof resource["type"] === "string" &&
    isObject(resource["inputs"])
  );
}

async function reported(input: Json, registered: readonly Registered[]): Promise<Said> {
  const { format, language, strict } = wayOf(input);
  return said(format, async (print) => {
    const byUrn = new Map(registered.map((resource) => [resource.urn, readRegistered(resource)]));
    const stack = Stack.of([...byUrn.values()], PORT_OF_NOBODY);
    return withoutSecrets([stack], CONFIGURATION.shared, (mask) => {
      const wanted = [...POLICIES, ...PACK_POLICIES];
      const report = reportOn({ stack, limits: [], source: "program" }, CONFIGURATION, wanted, TODAY);
      const text = format === "json" ? formatJsonReport(report, language) : formatTextReport(report, language, PLAIN);
      print(mask[format](text));
      return chooseExitCode(report, { failOn: "mandatory", strict });
    });
  });
}

const PLAIN = createColors(false);

function readRegistered({ urn, type, inputs: written }: Registered): Resource {
  // Numbers that JSON has no word for are those of the program.
  const wire = JSON.parse(writeJson(written)) as WireObject;
  const inputs = readValues(wire);
  return {
    urn,
    type,
    name: nameOfUrn(urn),
    inputs,
    written: true,
    secretPaths: secretPathsOf(wire),
    secretTexts: secretTextsOf(wire, inputs),
    dependencies: [],
    propertyDependencies: Object.fromEntries(
      Object.entries(wire).map(([name, value]) => [name, [unwrap(value), value].flatMap(carriedDependencies)]),
    ),
    protect: false,
  };
}
