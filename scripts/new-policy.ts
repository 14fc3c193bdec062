import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeGenerated } from "./generate";
import { exportName } from "./generate/policy-index";
import { EMPTY_HEADER } from "./generate/policy-page";

const root = join(__dirname, "..");
const ACCEPTED = /^[a-z-]+\/(no|require|limit)-[a-z0-9-]+$/;

/** The files of a new policy, by path from the root: they compile, and their test fails until it is written. */
function filesOf(path: string): [string, string][] {
  const name = path.slice(path.indexOf("/") + 1);
  const exported = exportName(path);
  return [
    [`policies/${path}.ts`, code(name, exported)],
    [`test/policies/${name}.test.ts`, test(path, exported)],
    [`docs/policies/${name}.md`, page(name)],
  ];
}

function code(name: string, exported: string): string {
  return `import { Net } from "../../src/outscale";
import { definePolicy, finding } from "../../src/policy";

export const ${exported} = definePolicy({
  name: "${name}",
  clauses: ["SLA4.minimal"],
  severity: "medium",
  level: "advisory",
  title: { en: "What holds", fr: "Ce qui est vrai" },
  why: { en: "What is lost otherwise.", fr: "Ce qui est perdu sinon." },
  remediation: { en: "Set \`property\`.", fr: "Écrivez \`property\`." },
  subjects: (stack) => stack.all(Net),
  *check(net) {
    if (net.written.tenancy === "dedicated") yield finding(net, { en: "A fact.", fr: "Un fait." }, "tenancy");
  },
});
`;
}

function test(path: string, exported: string): string {
  return `import { ${exported} } from "../../policies/${path}";
import { policySuite } from "../support/policy-suite";
import { resource } from "../support/resources";

policySuite(${exported}, {
  compliant: [{ name: "write me", resources: [resource("net:Net", "net")] }],
  violation: [{ name: "write me", resources: [resource("net:Net", "net")], findings: ["write me"], needs: [] }],
  undetermined: [{ name: "write me", resources: [resource("net:Net", "net")], reasons: ["write me"] }],
  notApplicable: [{ name: "write me", resources: [resource("volume:Volume", "data")] }],
});
`;
}

function page(name: string): string {
  return [`# ${name}`, "", EMPTY_HEADER, "", ...SECTIONS.flatMap((heading) => [`## ${heading}`, ""])].join("\n");
}

/** The headings of a policy's page, in their order. */
const SECTIONS = ["Fails", "Passes", "Why", "How to fix", "Configuration", "Limits", "Related"];

async function main(path = ""): Promise<void> {
  const taken = ACCEPTED.test(path) ? filesOf(path).find(([file]) => existsSync(join(root, file))) : undefined;
  if (!ACCEPTED.test(path) || taken) {
    console.error(
      taken
        ? `${taken[0]} exists already.`
        : `"${path}" is no policy. Accepted: <domain>/<name>, the name starting with no-, require- or limit-.`,
    );
    process.exitCode = 2;
    return;
  }
  for (const [file, content] of filesOf(path)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
    console.log(file);
  }
  await writeGenerated();
}

void main(process.argv[2]);
