import { limitPublicIp } from "../../policies/exposure/limit-public-ip";
import { type Resource, Unknown } from "../../src/stack";
import { loadBalancer, net, subnetIn, vm, vmIn } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

const subnet = subnetIn("a");
const publicIp = resource("publicIp:PublicIp", "ip");
const nic = resource("nic:Nic", "nic", { subnetId: from(subnet) });
const ground = [net(), subnet, publicIp, nic];

function link(inputs: InputsOf<"publicIpLink:PublicIpLink">): Resource {
  return resource("publicIpLink:PublicIpLink", "ip", { publicIpId: from(publicIp), ...inputs });
}

const web = vmIn(subnet, "web", { tags: tags({ tier: "web" }) });
const bastion = vmIn(subnet, "bastion", { tags: tags({ tier: "Bastion" }) });
const nicLink = resource("nicLink:NicLink", "nic", { nicId: from(nic), vmId: from(web), deviceNumber: 1 });
const attaching = tags({ tier: "web", "osc.fcu.eip.auto-attach": "198.51.100.7" });
const userData = `-----BEGIN OUTSCALE SECTION-----
tags.osc.fcu.eip.auto-attach=198.51.100.7
-----END OUTSCALE SECTION-----
`;
/** The tag that says of what tier a VM is. */
const tier = (name: string) => ["tags", "tags[0]", "tags[0].key", "tags[0].value"].map((path) => `${name}.${path}`);

policySuite(limitPublicIp, {
  compliant: [
    { name: "a bastion's", resources: [...ground, bastion, link({ vmId: from(bastion) })] },
    {
      name: "a router's, by a tag, though its user data is not known",
      resources: [
        ...ground,
        vmIn(subnet, "nat", {
          tags: tags({ tier: "nat", "osc.fcu.eip.auto-attach": "198.51.100.7" }),
          userData: new Unknown(),
        }),
      ],
    },
    {
      name: "that of a tier of the settings, by setting",
      resources: [...ground, vmIn(subnet, "mx-1"), link({ vmId: from(vmIn(subnet, "mx-1")) })],
      shared: { publicTiers: ["mail"], tierOf: { "mx-*": "mail" } },
    },
  ],
  violation: [
    {
      name: "a link to a VM",
      resources: [...ground, web, link({ vmId: from(web) })],
      findings: ["resource ip : VM web of tier web holds a public IP."],
      needs: tier("web"),
    },
    {
      name: "the same outside production",
      resources: [
        net("net", { tags: tags({ environment: "dev" }) }),
        ...[subnet, web, link({ vmId: from(web), publicIp: "198.51.100.7" })],
      ],
      findings: ["resource ip : VM web of tier web holds public IP 198.51.100.7."],
      needs: tier("web"),
    },
    {
      name: "a link to a NIC that stands apart",
      resources: [...ground, web, nicLink, link({ nicId: from(nic) })],
      findings: ["resource ip : VM web of tier web holds a public IP."],
      needs: tier("web"),
    },
    {
      name: "an address that only the provider has told, which not every door knows",
      resources: [
        ...[net(), subnet, web, link({ vmId: from(web) })],
        resource("publicIp:PublicIp", "ip", {}, { outputs: { publicIp: "198.51.100.7" } }),
      ],
      findings: ["resource ip : VM web of tier web holds a public IP."],
      needs: tier("web"),
    },
    {
      name: "a NIC of the VM, and one that stands apart",
      resources: [
        ...[net(), subnet, nicLink],
        vm("web", {
          nics: [{ subnetId: from(subnet), deviceNumber: 0, linkPublicIps: [{ publicIp: "198.51.100.7" }] }],
          tags: tags({ tier: "web" }),
        }),
        resource("nic:Nic", "nic", {
          subnetId: from(subnet),
          privateIps: [{ isPrimary: true, linkPublicIps: [{ publicIp: "198.51.100.8" }] }],
        }),
      ],
      findings: [
        "part nic privateIps: VM web of tier web holds public IP 198.51.100.8.",
        "part web nics[0]: This VM of tier web holds public IP 198.51.100.7.",
      ],
      needs: [
        ...tier("web"),
        ...["nics", "nics[0]", "nics[0].linkPublicIps"].map((path) => `web.${path}`),
        ...["privateIps", "privateIps[0]", "privateIps[0].linkPublicIps"].map((path) => `nic.${path}`),
      ],
    },
    {
      name: "a tag that attaches one, and user data",
      resources: [
        ...ground,
        vmIn(subnet, "web", { tags: attaching }),
        vmIn(subnet, "app", { userData, tags: tags({ tier: "app" }) }),
        // The tag comes later, with text that is no address.
        vmIn(subnet, "db", { tags: tags({ tier: "db" }) }),
        resource("tag:Tag", "eip", {
          resourceIds: [from(vmIn(subnet, "db"))],
          tag: [{ key: "osc.fcu.eip.auto-attach", value: "the spare one" }],
        }),
      ],
      findings: [
        "part app userData: This VM of tier app holds public IP 198.51.100.7.",
        "part db tags: This VM of tier db holds a public IP.",
        "part web tags: This VM of tier web holds public IP 198.51.100.7.",
      ],
      needs: [
        ...[...tier("web"), "web.tags[1]", "web.tags[1].key", "web.tags[1].value", ...tier("app"), "app.userData"],
        ...[...tier("db"), "eip.tag", "eip.tag[0]", "eip.tag[0].key", "eip.tag[0].value"],
      ],
    },
    {
      name: "a VM of the public Cloud",
      resources: [vm("web", { tags: tags({ tier: "web" }) })],
      findings: ["resource web : This VM of tier web holds a public IP, which the public Cloud gives it."],
      needs: tier("web"),
    },
  ],
  undetermined: [
    {
      name: "a VM whose tier nothing declares, or only its name",
      resources: [...ground, vmIn(subnet, "bastion-1"), link({ vmId: from(vmIn(subnet, "bastion-1")) })],
      reasons: ['ip: `tags` of "bastion-1" cannot be judged: a VM whose tier nothing declares.'],
    },
    {
      name: "a NIC that nothing puts on a VM",
      resources: [...ground, link({ nicId: from(nic) })],
      reasons: ['ip: `vmId` of "nic" leads out of this stack.'],
    },
    {
      name: "a link that leads nobody knows where, and one out of the stack",
      resources: [
        ...[...ground, web, link({ vmId: new Unknown() })],
        resource("publicIpLink:PublicIpLink", "far", { vmId: "i-12345678" }),
      ],
      reasons: ["far: `vmId` leads out of this stack.", "ip: `vmId` is not known before deployment."],
    },
    {
      name: "NICs and user data that are not known",
      resources: [net(), vm("web", { nics: new Unknown(), userData: new Unknown(), tags: tags({ tier: "web" }) })],
      reasons: [
        "web: `nics.linkPublicIps` is not known before deployment.",
        "web: `userData` is not known before deployment.",
      ],
    },
  ],
  notApplicable: [
    {
      name: "VMs without a public IP, and the public IPs of a NAT service and of a load balancer",
      resources: [
        ...[...ground, web, nicLink],
        resource("natService:NatService", "nat", { subnetId: from(subnet), publicIpId: from(publicIp) }),
        loadBalancer("front", { subnets: [from(subnet)], publicIp: "198.51.100.7" }),
      ],
    },
    {
      name: "a VM of the public Cloud that declines it, and a tag without an address",
      resources: [
        vm("web", {
          userData: "-----BEGIN OUTSCALE SECTION-----\nprivate_only=true\n-----END OUTSCALE SECTION-----\n",
          tags: tags({ tier: "web", "osc.fcu.eip.auto-attach": "" }),
        }),
      ],
    },
  ],
});
