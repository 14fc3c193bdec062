import { noEphemeralVolume } from "../../policies/durability/no-ephemeral-volume";
import { type Resource, Unknown } from "../../src/stack";
import { image, net, subnetIn, vm } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

const ephemeral = [
  { deviceName: "/dev/sda1", bsu: { volumeSize: 20 } },
  { deviceName: "/dev/sdb", virtualDeviceName: "ephemeral0" },
];

function ephemeralVm(inputs: InputsOf<"vm:Vm"> = {}): Resource {
  return vm("app", { blockDeviceMappings: ephemeral, ...inputs });
}

function ephemeralImage(inputs: InputsOf<"image:Image"> = {}): Resource {
  return image("golden", { blockDeviceMappings: ephemeral.slice(1), ...inputs });
}

function running(text: string): Resource {
  return ephemeralVm({ userData: `#!/bin/sh\n${text}\n` });
}

const scratch = tags({ storage: "scratch" });
const development = net("dev", { tags: tags({ environment: "dev" }) });
const subnet = subnetIn("a", { netId: from(development) });
const unshown = "ephemeral0 does not persist, and nothing shows that it holds temporary data only.";
const declared = "What lies on ephemeral0 may be lost, as the tag `storage: scratch` declares.";
const place = "app blockDeviceMappings[1].virtualDeviceName";

policySuite(noEphemeralVolume, {
  compliant: [
    {
      name: "a disk used as swap that the tag declares too",
      resources: [ephemeralVm({ userData: "#!/bin/sh\nswapon /dev/xvdb\n", tags: scratch })],
    },
    { name: "a disk used as swap", resources: [running("mkswap /dev/xvdb\nswapon -p 5 /dev/xvdb")] },
    {
      name: "a disk mounted for temporary files",
      resources: [running("mkfs.ext4 /dev/vdb\nmount -o noatime /dev/vdb1 /tmp")],
    },
    {
      name: "a disk that a mount table gives a cache",
      resources: [running("echo '/dev/xvdb /var/cache/nginx ext4 defaults 0 2' >> /etc/fstab")],
    },
    {
      name: "a disk that cloud-init makes swap",
      resources: [ephemeralVm({ userData: "#cloud-config\nmounts:\n  - [ephemeral0, none, swap]\n" })],
    },
  ],
  violation: [
    {
      name: "a disk of which nothing is said, of a VM and of an image",
      resources: [ephemeralVm(), ephemeralImage()],
      findings: [`part ${place}: ${unshown}`, `part golden blockDeviceMappings[0].virtualDeviceName: ${unshown}`],
      needs: ["app.blockDeviceMappings[1].virtualDeviceName", "golden.blockDeviceMappings[0].virtualDeviceName"],
    },
    {
      name: "a disk used for data beside swap",
      resources: [running("swapon /dev/xvdb1\nmount /dev/xvdb2 /srv/files")],
      findings: [`part ${place}: ${unshown}`],
      needs: ["app.userData", "app.blockDeviceMappings[1].deviceName", "app.blockDeviceMappings[1].virtualDeviceName"],
    },
    {
      name: "another disk used as swap",
      resources: [running("swapon /dev/xvdc")],
      findings: [`part ${place}: ${unshown}`],
      needs: ["app.userData", "app.blockDeviceMappings[1].deviceName", "app.blockDeviceMappings[1].virtualDeviceName"],
    },
    {
      name: "a database on a disk that is declared scratch",
      resources: [ephemeralVm({ userData: "#!/bin/sh\nmount -t ext4 /dev/xvdb /var/lib/postgresql\n", tags: scratch })],
      findings: [`part ${place}: A database lies on ephemeral0, a disk that does not persist.`],
      needs: [
        "app.userData",
        "app.tags[0].key",
        "app.blockDeviceMappings[1].deviceName",
        "app.blockDeviceMappings[1].virtualDeviceName",
      ],
    },
  ],
  undetermined: [
    {
      name: "the device may be one",
      resources: [ephemeralVm({ blockDeviceMappings: [{ deviceName: "/dev/sdb", virtualDeviceName: new Unknown() }] })],
      reasons: ["app: `blockDeviceMappings[0].virtualDeviceName` is not known before deployment."],
    },
    {
      name: "a tag whose value is not known",
      resources: [ephemeralVm({ tags: [{ key: "storage", value: new Unknown() }] })],
      reasons: ["app: `tags[0].value` is not known before deployment."],
    },
    {
      name: "user data that is not known",
      resources: [ephemeralVm({ userData: new Unknown() })],
      reasons: ["app: `userData` is not known before deployment."],
    },
    {
      name: "user data that is not read, swap in what is",
      resources: [running("swapon /dev/xvdb\ncurl https://example.com/setup.sh | sh")],
      reasons: ["app: `userData` cannot be judged: a script downloaded at boot."],
    },
  ],
  accepted: [
    {
      name: "the tag of a VM, in any case, and of an image",
      resources: [ephemeralVm({ tags: tags({ Storage: "Scratch" }) }), ephemeralImage({ tags: scratch })],
      losses: [`app: ${declared}`, `golden: ${declared}`],
    },
    {
      name: "a tag that is set apart, user data not all read",
      resources: [
        running("curl https://example.com/setup.sh | sh"),
        resource("tag:Tag", "later", { resourceIds: [from(ephemeralVm())], tag: scratch }),
      ],
      losses: [`app: ${declared}`],
    },
  ],
  notApplicable: [
    { name: "devices that persist", resources: [ephemeralVm({ blockDeviceMappings: ephemeral.slice(0, 1) })] },
    {
      name: "a VM with NICs in a Net for development",
      resources: [development, subnet, ephemeralVm({ nics: [{ subnetId: from(subnet) }] })],
    },
  ],
});
