import { noSecretInUserData } from "../../policies/encryption/no-secret-in-user-data";
import { type Resource, Unknown } from "../../src/stack";
import { vm } from "../support/builders";
import { policySuite } from "../support/policy-suite";

function running(userData: string | Unknown): Resource {
  return vm("app", { userData });
}

// Put together here: whole, they would alarm those who look for secrets in this repository.
const PASSWORD = ["Gr1ll3", "P@in!"].join("");
const SECRET_KEY = ["WJ4KQ7Z2MB9XH5TC8RN3", "VD6LPG1YF0SAEU2IO4KZ"].join("");

policySuite(noSecretInUserData, {
  compliant: [
    {
      name: "a secret that is fetched at boot",
      resources: [running("#!/bin/sh\nPASSWORD=$(vault read -field=p kv/db)\n")],
    },
    { name: "what is to be put in place of it", resources: [running("#cloud-config\npassword: changeme\n")] },
    { name: "what is brought from elsewhere", resources: [running("#include\nhttps://example.com/init\n")] },
  ],
  violation: [
    {
      name: "a password",
      resources: [running(`#!/bin/sh\nexport DB_PASSWORD='${PASSWORD}'\n`)],
      findings: ["resource app userData: The user data hold a password (line 2 of the decoded text)."],
      needs: ["app.userData"],
    },
    {
      name: "several secrets in Base64",
      resources: [
        running(
          Buffer.from(
            `#cloud-config\npassword: ${PASSWORD}\nruncmd:\n- export OSC_SECRET_KEY=${SECRET_KEY}\n`,
          ).toString("base64"),
        ),
      ],
      findings: [
        "resource app userData: The user data hold a password and the secret of an access key (lines 2 and 4 of the decoded text).",
      ],
      needs: ["app.userData"],
    },
    {
      name: "more lines than anybody reads",
      resources: [running(`#cloud-config\nruncmd:\n${`- export OSC_SECRET_KEY=${SECRET_KEY}\n`.repeat(40)}`)],
      findings: [
        "resource app userData: The user data hold the secret of an access key (lines 3, 4, 5, 6, 7 and 35 more of the decoded text).",
      ],
      needs: ["app.userData"],
    },
  ],
  undetermined: [
    {
      name: "user data that is not known",
      resources: [running(new Unknown())],
      reasons: ["app: `userData` is not known before deployment."],
    },
    {
      name: "user data that is not text",
      resources: [running(Buffer.from(new Uint8Array(90).fill(0xf7)).toString("base64"))],
      reasons: ["app: `userData` cannot be judged: binary user data."],
    },
  ],
  notApplicable: [{ name: "a VM without user data", resources: [vm("bare")] }],
});
