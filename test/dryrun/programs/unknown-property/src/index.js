const outscale = require("@pulumi/outscale");
const pulumi = require("@pulumi/pulumi");
new outscale.Volume("a", { subregionName: "cloudgouv-eu-west-1a", size: "ten", tags: [{ key: "name", value: "a" }] });

// The generated classes drop what they do not know; a class of the program's own does not.
new (class Subnet extends pulumi.CustomResource {})("outscale:index/subnet:Subnet", "b", {
  netId: "vpc-12345678",
  ipRange: "10.0.0.0/24",
  subRegionName: "cloudgouv-eu-west-1a",
});
