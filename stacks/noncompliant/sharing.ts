import * as outscale from "@pulumi/outscale";
import { net } from "./network";

// A file server that everybody may mount from: by two halves of the Internet, and over IPv6.
const files = new outscale.SecurityGroup("files", { netId: net.netId, description: "File servers" });
new outscale.SecurityGroupRule("files", {
  flow: "Inbound",
  securityGroupId: files.securityGroupId,
  rules: [
    { ipProtocol: "tcp", fromPortRange: 2049, toPortRange: 2049, ipRanges: ["0.0.0.0/1", "128.0.0.0/1"] },
    { ipProtocol: "17", fromPortRange: 445, toPortRange: 445, ipRanges: ["2000::/3"] },
  ],
});
