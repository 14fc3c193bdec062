const { PolicyPack } = require("@pulumi/policy");

/** The properties of a resource as the engine sent them: reading an unknown one as a policy does would throw. */
function sent({ props }) {
  return Object.fromEntries(
    Object.entries(Object.getOwnPropertyDescriptors(props)).map(([name, { value }]) => [name, value]),
  );
}

new PolicyPack("small", {
  policies: [
    {
      name: "no-ssh",
      description: "Port 22 is closed",
      enforcementLevel: "mandatory",
      validateResource: (resource, report) => {
        if (sent(resource).fromPortRange === 22) report(`Port 22 is open to ${sent(resource).ipRange}.`);
      },
    },
    {
      name: "tell-vm",
      description: "What a VM is made of",
      enforcementLevel: "advisory",
      validateStack: ({ resources }, report) => {
        for (const vm of resources.filter(({ type }) => type.endsWith(":Vm"))) {
          const { placementSubregionName, subnetId, vmType } = sent(vm);
          const [subnet] = vm.propertyDependencies.subnetId;
          report(JSON.stringify({ placementSubregionName, subnetId, vmType, subnet: subnet.urn }), vm.urn);
        }
      },
    },
    {
      name: "not-here",
      description: "Does not apply",
      enforcementLevel: "mandatory",
      validateResource: (resource) => resource.notApplicable("nothing to judge"),
    },
  ],
});
