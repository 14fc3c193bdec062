/** The type of the resource that stands for the stack itself. */
export const ROOT_TYPE = "pulumi:pulumi:Stack";

/** The urn Pulumi gives a resource: the types of its parents, but for the stack's own, are joined with `$`. */
export function makeUrn(
  stack: string,
  project: string,
  parent: string | undefined,
  type: string,
  name: string,
): string {
  const parentType = parent === undefined ? "" : qualifiedType(parent);
  const qualified = parentType === "" || parentType === ROOT_TYPE ? type : `${parentType}$${type}`;
  return `urn:pulumi:${stack}::${project}::${qualified}::${name}`;
}

function qualifiedType(urn: string): string {
  return urn.split("::")[2] ?? "";
}

/** The urn of a provider reference, which is a urn and an id. */
export function providerUrn(reference: string): string {
  return reference.slice(0, reference.lastIndexOf("::"));
}

/** The type of the resource a urn names. */
export function typeOfUrn(urn: string): string {
  return qualifiedType(urn).split("$").at(-1) ?? "";
}

/** A type without its package: `Vm` of `outscale:index/vm:Vm`. */
export function shortType(type: string): string {
  return type.split(":").at(-1) ?? type;
}

/** The stack and the project that a urn names. */
export function stackOfUrn(urn: string): { readonly project: string; readonly name: string } {
  const [head = "", project = ""] = urn.split("::");
  return { project, name: head.split(":")[2] ?? "" };
}

/** The logical name of the resource a urn names. */
export function nameOfUrn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}
