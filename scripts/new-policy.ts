import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeGenerated } from "./generate";
import { exportName } from "./generate/policy-index";
import { EMPTY_HEADER } from "./generate/policy-page";

const root = join(__dirname, "..");
const ACCEPTED = /^[a-z-]+\/(no|require|limit)-[a-z0-9-]+$/;

/**
 * The files of a new policy, by path from the root. They make a policy that judges something, with a test of each
 * verdict and a page whose examples are run: what is to be written takes the place of what is there.
 */
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
  ground: "recommendation",
  severity: "medium",
  level: "advisory",
  alone: [Net],
  title: { en: "Nets run on shared hosts", fr: "Les Nets tournent sur des hôtes partagés" },
  why: {
    en: "What is lost when this is broken, by the convention.",
    fr: "Ce qui est perdu quand ce n'est pas respecté, selon la convention.",
  },
  remediation: {
    en: "Set \`tenancy\` to \`default\`, or leave it out.",
    fr: "Donnez à \`tenancy\` la valeur \`default\`, ou retirez-la.",
  },
  messages: {
    dedicated: ({ tenancy }: { readonly tenancy: string }) => ({
      en: \`Its tenancy is \${tenancy}.\`,
      fr: \`Sa tenancy est \${tenancy}.\`,
    }),
  },
  subjects: (system) => system.all(Net),
  applies: (net) => net.isProduction(),
  *check(net, { messages }) {
    const tenancy = net.written.tenancy ?? "default";
    if (tenancy !== "default") yield finding(net, messages.dedicated({ tenancy }), "tenancy");
  },
});
`;
}

function test(path: string, exported: string): string {
  return `import { ${exported} } from "../../policies/${path}";
import { Unknown } from "../../src/stack";
import { net, vm } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { tags } from "../support/resources";

policySuite(${exported}, {
  compliant: [
    { name: "a Net that leaves it out", resources: [net()] },
    { name: "a Net that says so", resources: [net("net", { tenancy: "default" })] },
  ],
  violation: [
    {
      name: "a Net on hosts of its own",
      resources: [net("net", { tenancy: "dedicated" })],
      findings: ["resource net tenancy: Its tenancy is dedicated."],
      needs: ["net.tenancy"],
    },
  ],
  undetermined: [
    {
      name: "a tenancy that is not known",
      resources: [net("net", { tenancy: new Unknown() })],
      reasons: ["net: \`tenancy\` is not known before deployment."],
    },
    {
      name: "a Net on hosts of its own that may serve production",
      resources: [net("net", { tenancy: "dedicated", tags: [{ key: "environment", value: new Unknown() }] })],
      reasons: ["net: \`tags[0].value\` is not known before deployment."],
    },
  ],
  notApplicable: [
    { name: "a Net for tests", resources: [net("net", { tenancy: "dedicated", tags: tags({ environment: "test" }) })] },
    { name: "what is no Net", resources: [vm()] },
  ],
});
`;
}

function page(name: string): string {
  const net = (inputs: string) =>
    `\`\`\`ts\nimport * as outscale from "@pulumi/outscale";\n\nnew outscale.Net("net", ${inputs});\n\`\`\``;
  return (
    [
      `# ${name}`,
      EMPTY_HEADER,
      "What the policy looks at, and what it asks of it.",
      "## Fails",
      net('{ ipRange: "10.0.0.0/16", tenancy: "dedicated" }'),
      "## Passes",
      net('{ ipRange: "10.0.0.0/16" }'),
      "## Why",
      "What is lost when this is broken, at more length than the message has.",
      "## How to fix",
      "Set `tenancy` to `default`, or leave it out.",
      "## Configuration",
      "None.",
      "## Limits",
      "What the policy does not see.",
      "## Related",
      "The policies that look at the same from another side.",
    ].join("\n\n") + "\n"
  );
}

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
  console.log('\nIt works as it is. What to do next stands in CONTRIBUTING.md, "Add a policy in ten minutes".');
}

void main(process.argv[2]);
