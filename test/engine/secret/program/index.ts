// Secrets wherever a policy reads, in resources that it finds something about.
import * as outscale from "@pulumi/outscale";
import { Config, interpolate, secret } from "@pulumi/pulumi";

const config = new Config();
const password = config.requireSecret("password");

const net = new outscale.Net("net", {
  ipRange: "10.0.0.0/16",
  tags: [{ key: "sensitivity", value: secret("tag-of-the-net") }],
});

const subnet = new outscale.Subnet("subnet", { netId: net.netId, ipRange: "10.0.1.0/24" });

new outscale.Vm("uploads", {
  imageId: "ami-12345678",
  subnetId: subnet.subnetId,
  userData: interpolate`#!/bin/sh
echo ${password} > /etc/passwd-s3fs
s3fs bucket-${password} /srv/${password} -o passwd_file=/etc/passwd-s3fs,user=${secret("user-in-a-literal")}
`,
  keypairName: secret("key-of-the-vm"),
  tags: [
    { key: "tier", value: "uploads" },
    { key: "token", value: secret("tag-of-the-vm") },
  ],
});

new outscale.Volume("sealed", {
  subregionName: "cloudgouv-eu-west-1a",
  size: 10,
  tags: [{ key: "encryption", value: secret("tag-of-the-volume") }],
});

const group = new outscale.SecurityGroup("group", {
  netId: net.netId,
  description: secret("description-of-the-group"),
});

new outscale.SecurityGroupRule("ssh", {
  flow: "Inbound",
  securityGroupId: group.securityGroupId,
  rules: [{ ipProtocol: "tcp", fromPortRange: 22, toPortRange: 22, ipRanges: ["0.0.0.0/0"], serviceIds: [password] }],
});
