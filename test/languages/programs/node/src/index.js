const pulumi = require("@pulumi/pulumi");

class Net extends pulumi.CustomResource {
  constructor(name, args, options) {
    super("outscale:index/net:Net", name, { netId: undefined, ...args }, { version: "1.8.0", ...options });
  }
}

class Subnet extends pulumi.CustomResource {
  constructor(name, args, options) {
    super("outscale:index/subnet:Subnet", name, args, { version: "1.8.0", ...options });
  }
}

class Network extends pulumi.ComponentResource {
  constructor(name, options) {
    super("versions:index:Network", name, {}, options);
    const net = new Net(name, { ipRange: "10.0.0.0/16" }, { parent: this });
    new Subnet(name, { netId: net.netId, ipRange: pulumi.secret("10.0.1.0/24") }, { parent: this });
    this.registerOutputs();
  }
}

class Remote extends pulumi.ComponentResource {
  constructor(name) {
    super("outscale:index:Remote", name, {}, { version: "1.8.0" }, true);
  }
}

// What came after the oldest SDK that is accepted.
function later() {
  const tagged = ({ type, props, opts }) =>
    type === "outscale:index/net:Net"
      ? { props: { ...props, tags: [{ key: "by", value: "stack" }] }, opts }
      : undefined;
  pulumi.runtime.registerResourceTransform(tagged);
  pulumi.runtime.registerInvokeTransform(({ args, opts }) => ({
    args: { ...args, filters: [{ name: "subregion_names", values: ["cloudgouv-eu-west-1b"] }] },
    opts,
  }));
  const hook = new pulumi.ResourceHook("never", () => {
    throw new Error("It ran.");
  });
  new Remote("remote");
  return { hooks: { beforeCreate: [hook] } };
}

async function main() {
  const options = process.env.LATER === "true" ? later() : {};
  new Network("main");
  const { subregions } = await pulumi.runtime.invoke(
    "outscale:index/getSubregions:getSubregions",
    {},
    { version: "1.8.0" },
  );
  const subregionName = subregions[0].subregionName;
  const base = new pulumi.StackReference("organization/base/prod");
  new Subnet("other", { netId: base.getOutput("net"), ipRange: "10.0.2.0/24", subregionName }, options);
}

module.exports = main().then(() => ({}));
