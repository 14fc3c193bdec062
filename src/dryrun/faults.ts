import { compare, placeText, type Position, type Resource } from "../stack";
import { closestFirst } from "./closest";
import { DryRunError } from "./error";
import type { PackageSchema } from "./package";
import { formatResource } from "./validate";

const NAMES_SHOWN = 5;

/** Two resources have one urn, which Pulumi refuses. */
export function makeDuplicateError(resource: Resource): DryRunError {
  const { en, fr } = formatResource(resource);
  return new DryRunError(
    "duplicate resource",
    {
      en: `${en} is made twice under the same name and parent; give each a name of its own.`,
      fr: `${fr} est créée deux fois sous le même nom et le même parent ; donnez à chacune son propre nom.`,
    },
    about(resource),
  );
}

/** The type is none of the package's. */
export function makeUnknownTypeError(resource: Resource, schema: PackageSchema): DryRunError {
  const { en, fr } = formatResource(resource);
  const accepted = closestFirst(resource.type, Object.keys(schema.resources));
  const shown = accepted.slice(0, NAMES_SHOWN).join(", ");
  return new DryRunError(
    "unknown type",
    {
      en: `${en} has a type that ${schema.name} ${schema.version} does not have; the closest are ${shown}.`,
      fr: `${fr} a un type que ${schema.name} ${schema.version} n'a pas ; les plus proches sont ${shown}.`,
    },
    { ...about(resource), accepted },
  );
}

/** The stack's configuration forbids the default provider that a resource or a call needs. */
export function makeNoDefaultProviderError(name: string, wanted: string, position: Position | undefined): DryRunError {
  const place = position ? placeText(position) : undefined;
  return new DryRunError(
    "no default provider",
    {
      en: `${place ? `${place}: ` : ""}\`${wanted}\` names no provider, and \`pulumi:disable-default-providers\` forbids the default one of ${name}.`,
      fr: `${place ? `${place} : ` : ""}\`${wanted}\` ne nomme aucun fournisseur, et \`pulumi:disable-default-providers\` interdit celui par défaut de ${name}.`,
    },
    { property: "pulumi:disable-default-providers", ...(position && { position }) },
  );
}

/** The first error of a run, which carries the others; the order is that of the places in the program. */
export function findFirstError(errors: readonly DryRunError[]): DryRunError | undefined {
  const [first, ...others] = [...errors].sort(byPlace);
  return first && new DryRunError(first.kind, first.text, first.details, others);
}

// Errors of one resource stay in the order of its properties.
function byPlace(a: DryRunError, b: DryRunError): number {
  const [one, other] = [placeOf(a), placeOf(b)];
  return (
    compare(one.file, other.file) ||
    one.line - other.line ||
    one.column - other.column ||
    compare(a.details.resource ?? "", b.details.resource ?? "")
  );
}

function placeOf({ details }: DryRunError): Position {
  return details.position ?? { file: "", line: 0, column: 0 };
}

function about({ urn, position }: Resource) {
  return { resource: urn, ...(position && { position }) };
}
