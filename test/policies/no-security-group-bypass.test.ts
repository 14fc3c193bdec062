import { noSecurityGroupBypass } from "../../policies/exposure/no-security-group-bypass";
import { type Resource, Unknown } from "../../src/stack";
import { net, subnetIn, vmIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

const KEY = "osc.fcu.disable_lan_security_groups";
const bypass = tags({ [KEY]: "1" });
const subnet = subnetIn("a");

function bypassing(name: string, inputs: InputsOf<"tag:Tag">): Resource {
  return resource("tag:Tag", name, { tag: bypass, ...inputs });
}

const launching = `-----BEGIN OUTSCALE SECTION-----\ntags.${KEY}=1\n-----END OUTSCALE SECTION-----\n#!/bin/sh\n`;
const inNet = `The tag \`${KEY}\` has security groups passed by inside the Subnets of this Net.`;
const ofVm = `The tag \`${KEY}\` has security groups passed by between this VM and others of its Subnet.`;
const elsewhere = `It sets the tag \`${KEY}\` on what another stack made, where security groups are then passed by.`;

policySuite(noSecurityGroupBypass, {
  compliant: [
    {
      name: "a Net that filters, with VMs and other tags",
      resources: [
        net("net", { tags: tags({ "osc.fcu.enable_lan_security_groups": "true" }) }),
        ...[subnet, vmIn(subnet, "web", { tags: tags({ tier: "web" }), userData: "#!/bin/sh\n" })],
        resource("tag:Tag", "other", { resourceIds: [from(net()), "vpc-12345678"], tag: tags({ owner: "shop" }) }),
      ],
    },
    {
      name: "the words in user data, where they set nothing",
      resources: [net(), subnet, vmIn(subnet, "web", { userData: `#!/bin/sh\n# tags.${KEY}=1\n` })],
    },
    {
      name: "the tag on what it does nothing to",
      resources: [net(), subnet, bypassing("volume", { resourceIds: [from(subnet), "vol-12345678"] })],
    },
  ],
  violation: [
    {
      name: "a Net, whatever the tag's value",
      resources: [net("net", { tags: tags({ [KEY]: "false" }) })],
      findings: [`resource net tags: ${inNet}`],
      needs: ["net.tags[0].key"],
    },
    {
      name: "a VM, by a tag, by user data in Base64, by both",
      resources: [
        net(),
        subnet,
        vmIn(subnet, "both", { tags: bypass, userData: launching }),
        vmIn(subnet, "tagged", { tags: bypass }),
        vmIn(subnet, "told", { userData: Buffer.from(launching).toString("base64") }),
      ],
      findings: [`resource both tags: ${ofVm}`, `resource tagged tags: ${ofVm}`, `resource told userData: ${ofVm}`],
      needs: ["tagged.tags[0].key", "told.userData", "both.tags[0].key"],
    },
    {
      name: "what a Tag resource tags, in the stack and out of it",
      resources: [
        net(),
        subnet,
        vmIn(subnet, "web"),
        bypassing("here", { resourceIds: [from(net()), from(vmIn(subnet, "web"))] }),
        bypassing("there", { resourceIds: ["vpc-12345678"] }),
      ],
      findings: [`resource net tags: ${inNet}`, `resource web tags: ${ofVm}`, `resource there tag: ${elsewhere}`],
      needs: ["here.resourceIds", "here.tag[0].key", "there.resourceIds[0]", "there.tag[0].key"],
    },
    {
      name: "a Net that a fact tells of",
      resources: [bypassing("there", { resourceIds: ["vpc-12345678"] })],
      shared: { known: { "vpc-12345678": { type: "outscale:index/net:Net" } } },
      findings: [`resource there tag: ${elsewhere}`],
      needs: ["there.resourceIds[0]", "there.tag[0].key"],
    },
  ],
  undetermined: [
    {
      name: "a key or user data that is not known",
      resources: [
        net("net", { tags: [{ key: new Unknown(), value: "1" }] }),
        vmIn(subnet, "web", {
          userData: new Unknown(),
          tags: tags({ environment: "prod" }),
        }),
      ],
      reasons: [
        "net: `tags[0].key` is not known before deployment.",
        "web: `userData` is not known before deployment.",
      ],
    },
    {
      name: "a Tag resource that may tag anything",
      resources: [net(), bypassing("any", { resourceIds: [new Unknown()] })],
      reasons: [
        'net: `resourceIds[0]` of "any" is not known before deployment.',
        "any: `resourceIds[0]` is not known before deployment.",
      ],
    },
    {
      name: "a Net whose environment is not known",
      resources: [net("net", { tags: [...bypass, { key: "environment", value: new Unknown() }] })],
      reasons: ["net: `tags[1].value` is not known before deployment."],
    },
  ],
  notApplicable: [
    {
      name: "tests",
      resources: [
        net("net", { tags: tags({ environment: "test", [KEY]: "1" }) }),
        ...[subnet, vmIn(subnet, "trial", { userData: launching })],
      ],
    },
  ],
});
