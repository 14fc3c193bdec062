import { requirePrivateAccessToServices } from "../../policies/flows/require-private-access-to-services";
import type { Resource } from "../../src/stack";
import { vmIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource } from "../support/resources";
import { netOf, subnetOf } from "../support/sensitive";

const net = netOf("records", "sensitive");
const plain = netOf("shop", "internal");
const subnet = subnetOf(net, "inside");
const classification = ["records.tags[0].key", "records.tags[0].value"];

/** A VM that runs a script. */
function running(userData: string, of = subnet): Resource {
  return vmIn(of, "db", { userData: Buffer.from(userData).toString("base64") });
}

const BACKUP = `#!/bin/sh
restic -r s3:https://oos.cloudgouv-eu-west-1.outscale.com/backups backup /data
`;
const CONTROL = `${BACKUP}curl https://api.cloudgouv-eu-west-1.outscale.com/api/v1/ReadVms
`;

function point(
  service: string,
  inputs: InputsOf<"netAccessPoint:NetAccessPoint"> = { routeTableIds: ["rtb-12345678"] },
): Resource {
  return resource("netAccessPoint:NetAccessPoint", "point", {
    netId: from(net),
    serviceName: `com.outscale.${service}`,
    ...inputs,
  });
}

policySuite(requirePrivateAccessToServices, {
  compliant: [
    { name: "a Net whose VMs call nothing", resources: [net, subnet, running("#!/bin/sh\ntrue\n")] },
    {
      name: "a Net access point for what is called",
      resources: [net, subnet, running(BACKUP), point("cloudgouv-eu-west-1.oos")],
    },
    {
      name: "a host that is commented out",
      resources: [net, subnet, running("#!/bin/sh\n# see oos.cloudgouv-eu-west-1.outscale.com\ntrue\n")],
    },
  ],
  violation: [
    {
      name: "object storage and the API, and no Net access point",
      resources: [net, subnet, running(CONTROL)],
      findings: [
        "resource records : VMs of this sensitive Net call oos and api, and no Net access point of cloudgouv-eu-west-1 leads there.",
      ],
      needs: [...classification, "db.userData"],
    },
    {
      name: "a Net access point that no table uses",
      resources: [net, subnet, running(BACKUP), point("cloudgouv-eu-west-1.oos", {})],
      findings: [
        "resource records : VMs of this sensitive Net call oos, and no Net access point of cloudgouv-eu-west-1 leads there.",
      ],
      needs: [...classification, "db.userData"],
    },
    {
      name: "a Net access point of another region",
      resources: [net, point("eu-west-2.oos")],
      findings: ["resource point serviceName: This Net access point leads to no service of the region."],
      needs: [...classification, "point.serviceName"],
    },
  ],
  undetermined: [
    {
      name: "user data in a form that is not read",
      resources: [net, subnet, running("#!/usr/bin/env python3\nprint(1)\n")],
      reasons: ['records: `userData` of "db" cannot be judged: a Python script.'],
    },
  ],
  notApplicable: [
    {
      name: "a Net that is not sensitive",
      resources: [plain, subnetOf(plain, "inside"), running(CONTROL, subnetOf(plain, "inside"))],
    },
  ],
});
