type Decode = (sent: object, keepsSecrets: boolean) => object;

/**
 * Lets Pulumi's SDK decode what the engine sends of a resource once, and not once for each policy. No policy of ours
 * changes what it is shown.
 *
 * Gains: 14 microseconds a resource and policy, which would be most of what the pack costs.
 * What is used: the SDK offers nothing for it, so its own function is replaced. A version without that function is left
 * as it is.
 * Breaks: `test/pulumi/sdk/decode-once.test.ts`.
 * Off: leave its call out of the `index.ts` at the root.
 */
export function decodeOnce(): void {
  // An import would give a copy of the module, where nothing can be replaced.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const sdk = require("@pulumi/policy/deserialize") as { deserializeProperties?: Decode };
  const decode = sdk.deserializeProperties;
  if (decode === undefined) return;
  const decoded = new WeakMap<object, object>();
  sdk.deserializeProperties = (sent, keepsSecrets) => {
    if (keepsSecrets) return decode(sent, keepsSecrets);
    let properties = decoded.get(sent);
    if (properties === undefined) decoded.set(sent, (properties = decode(sent, keepsSecrets)));
    return properties;
  };
}
