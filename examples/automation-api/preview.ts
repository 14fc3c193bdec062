// Previews the program in web.ts with the policy pack, and prints what the policies say of it.
import { LocalWorkspace, type PolicyEvent } from "@pulumi/pulumi/automation";
import { join } from "node:path";
import { web } from "./web";

async function main(): Promise<number> {
  const stack = await LocalWorkspace.createOrSelectStack(
    { stackName: "dev", projectName: "automation-api", program: web },
    { workDir: __dirname },
  );
  const violations: PolicyEvent[] = [];
  const preview = stack.preview({
    policyPacks: [join(__dirname, "node_modules", "pulumi-policy-outscale")],
    policyPackConfigs: [join(__dirname, "policies.json")],
    color: "never",
    onEvent: ({ policyEvent }) => {
      if (policyEvent) violations.push(policyEvent);
    },
  });
  const [outcome] = await Promise.allSettled([preview]);

  for (const violation of violations) process.stdout.write(`${textOf(violation)}\n`);
  if (violations.some(({ enforcementLevel }) => enforcementLevel === "mandatory")) return 1;
  // No policy stopped the preview, so something else did.
  if (outcome.status === "rejected") throw outcome.reason;
  return 0;
}

function textOf({ enforcementLevel, policyName, resourceUrn, message }: PolicyEvent): string {
  return `${enforcementLevel} ${policyName} ${resourceUrn ?? ""}\n${message}`;
}

main().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 2;
  },
);
