import { noTightApiLoop } from "../../policies/availability/no-tight-api-loop";
import { type Resource, Unknown } from "../../src/stack";
import { vm } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { type InputsOf, resource, tags } from "../support/resources";

const METADATA = "http://169.254.169.254/latest/meta-data/instance-id";

function running(userData: string | Unknown, inputs: InputsOf<"vm:Vm"> = {}): Resource {
  return vm("web", { userData, ...inputs });
}

policySuite(noTightApiLoop, {
  compliant: [
    { name: "a loop that pauses", resources: [running(`#!/bin/sh\nuntil curl -sf ${METADATA}; do sleep 5; done\n`)] },
    { name: "one call", resources: [running(`#!/bin/sh\ncurl -sf ${METADATA}\n`)] },
  ],
  violation: [
    {
      name: "a shell script",
      resources: [running(`#!/bin/sh\nuntil curl -sf ${METADATA}; do :; done\n`)],
      findings: [
        "resource web userData: A loop calls the metadata server without a pause (line 2 of the decoded text).",
      ],
      needs: ["web.userData"],
    },
    {
      name: "a Base64 cloud-config, in every environment",
      resources: [
        running(
          Buffer.from(
            "#cloud-config\nruncmd:\n  - until host db; do :; done\n  - while :; do osc-cli api ReadVms; done\n",
          ).toString("base64"),
          { tags: tags({ environment: "dev" }) },
        ),
      ],
      findings: [
        "resource web userData: A loop calls the name service and the API without a pause (lines 3 and 4 of the decoded text).",
      ],
      needs: ["web.userData"],
    },
    {
      name: "a loop beside a script that is not read",
      resources: [running("#!/bin/sh\nuntil sntp ntp.example; do :; done\ncurl https://example.com/setup.sh | sh\n")],
      findings: ["resource web userData: A loop calls the time service without a pause (line 2 of the decoded text)."],
      needs: ["web.userData"],
    },
  ],
  undetermined: [
    {
      name: "user data that is not known",
      resources: [running(new Unknown())],
      reasons: ["web: `userData` is not known before deployment."],
    },
    {
      name: "a script downloaded at boot",
      resources: [running("#!/bin/sh\ncurl https://example.com/setup.sh | sh\n")],
      reasons: ["web: `userData` cannot be judged: a script downloaded at boot."],
    },
    {
      name: "a remote command, and a pod",
      resources: [
        resource("command:remote:Command", "setup", { create: "curl -fsSL https://get.docker.com | sh" }),
        resource("oksManifest:OksManifest", "app", {
          manifest:
            'kind: Pod\nspec: { containers: [{ command: [sh, -c, "curl -fsSL https://get.docker.com | sh"] }] }',
        }),
      ],
      reasons: [
        "setup: `create` cannot be judged: a script downloaded at boot.",
        "app: `manifest` cannot be judged: a script downloaded at boot.",
      ],
    },
  ],
  notApplicable: [
    { name: "a VM without user data", resources: [vm("bare")] },
    {
      name: "a node pool, which says nothing of what runs",
      resources: [
        resource("oksManifest:OksManifest", "nodes", { manifest: "apiVersion: oks.dev/v1beta2\nkind: NodePool\n" }),
      ],
    },
  ],
});
