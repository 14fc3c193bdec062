import { noLongLivedSecretInProgram } from "../../policies/identity/no-long-lived-secret-in-program";
import { type Resource, Unknown } from "../../src/stack";
import { policySuite } from "../support/policy-suite";
import { resource } from "../support/resources";

const SEEN = { secretPaths: [] };

function exported(secretKey: string | Unknown, options: Partial<Resource> = SEEN): Resource {
  const osuApiKeys = [{ apiKeyId: "EXAMPLE", secretKey }];
  const inputs = { snapshotId: "snap-12345678", osuExports: [{ osuBucket: "copies", osuApiKeys }] };
  return resource("snapshotExportTask:SnapshotExportTask", "copy", inputs, options);
}

const KEY = "osuExports[0].osuApiKeys[0].secretKey";
const said = "A secret key is written here, and is not marked as secret.";

policySuite(noLongLivedSecretInProgram, {
  compliant: [
    { name: "a key that is marked as secret", resources: [exported("EXAMPLE", { secretPaths: [KEY] })] },
    {
      name: "a list of keys that is marked as a whole",
      resources: [exported("EXAMPLE", { secretPaths: ["osuExports"] })],
    },
    { name: "a secret that is not shown", resources: [exported(new Unknown(undefined, true))] },
    {
      name: "a provider whose key comes from a secret setting",
      resources: [
        resource("pulumi:providers:outscale", "main", { secretKeyId: "EXAMPLE" }, { secretPaths: ["secretKeyId"] }),
      ],
    },
  ],
  violation: [
    {
      name: "a key in plain text",
      resources: [exported("EXAMPLE")],
      findings: [`part copy ${KEY}: ${said}`],
      needs: ["copy.osuExports", `copy.${KEY}`],
    },
    {
      name: "keys of providers in plain text",
      resources: [
        resource("pulumi:providers:aws", "oos", { accessKey: "EXAMPLE", secretKey: "EXAMPLE" }, SEEN),
        resource("pulumi:providers:outscale", "main", { secretKeyId: "EXAMPLE" }, { secretPaths: ["secretKeyIds"] }),
      ],
      findings: [`part main secretKeyId: ${said}`, `part oos secretKey: ${said}`],
      needs: ["oos.secretKey", "main.secretKeyId"],
    },
  ],
  undetermined: [
    {
      name: "a key that comes with the deployment and is not marked",
      resources: [exported(new Unknown())],
      reasons: [`copy: \`${KEY}\` is not known before deployment.`],
    },
  ],
  notApplicable: [
    { name: "a door that does not tell what is secret", resources: [exported("EXAMPLE", {})] },
    {
      name: "a task without keys",
      resources: [
        resource("snapshotExportTask:SnapshotExportTask", "copy", { osuExports: [{ osuBucket: "copies" }] }, SEEN),
      ],
    },
    {
      name: "a provider whose keys come from the environment",
      resources: [resource("pulumi:providers:outscale", "main", {}, SEEN)],
    },
  ],
});
