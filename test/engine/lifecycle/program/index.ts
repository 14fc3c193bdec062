// One small stack in the states that its configuration names; compliant without any.
import * as outscale from "@pulumi/outscale";
import { Config } from "@pulumi/pulumi";

const config = new Config();

const net = new outscale.Net("net", {
  ipRange: "10.0.0.0/16",
  tags: [{ key: "sensitivity", value: "internal" }],
});

const subregionName = config.get("subregion") ?? "cloudgouv-eu-west-1a";
new outscale.Subnet("subnet", {
  netId: net.netId,
  ipRange: "10.0.1.0/24",
  ...(subregionName !== "none" && { subregionName }),
});

const group = new outscale.SecurityGroup("group", { netId: net.netId, description: "Bastion" });

new outscale.SecurityGroupRule("ssh", {
  flow: "Inbound",
  securityGroupId: group.securityGroupId,
  ipProtocol: "tcp",
  fromPortRange: 22,
  toPortRange: 22,
  ipRange: config.get("from") ?? "192.0.2.1/32",
});

/** Encrypted by nothing. */
function volume(name: string, options: { protect?: boolean; retainOnDelete?: boolean; import?: string }): void {
  new outscale.Volume(name, { subregionName: "cloudgouv-eu-west-1a", size: 10 }, options);
}

const KINDS: Readonly<Record<string, () => void>> = {
  plain: () => {
    volume("data", {});
  },
  protected: () => {
    volume("data", { protect: true });
  },
  "left-behind": () => {
    volume("data", { retainOnDelete: true });
  },
  imported: () => {
    volume("adopted", { import: config.require("volumeId") });
  },
};
KINDS[config.get("volume") ?? "none"]?.();
