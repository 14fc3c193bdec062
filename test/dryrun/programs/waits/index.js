const outscale = require("@pulumi/outscale");

module.exports = async () => {
  const net = new outscale.Net("first", { ipRange: "10.0.0.0/16" });
  await new Promise((resolve) => net.netId.apply(resolve));
  new outscale.Net("second", { ipRange: "10.1.0.0/16" });
};
