const TYPE = "outscale:index/securityGroupRule:SecurityGroupRule";

/** What `pulumi preview --json` prints of rules that open SSH to these ranges. */
export function previewOf(...rules: readonly { name: string; ipRange: string; sourcePosition?: string }[]): object {
  const steps = rules.map(({ name, ipRange, sourcePosition }) => {
    const urn = `urn:pulumi:dev::shop::${TYPE}::${name}`;
    const ports = { fromPortRange: 22, toPortRange: 22 };
    const inputs = { flow: "Inbound", ipProtocol: "tcp", ...ports, ipRange, securityGroupId: "sg-12345678" };
    return { op: "create", urn, newState: { urn, type: TYPE, inputs, sourcePosition } };
  });
  return { steps };
}

/** What stands for a value that is known after deployment. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
