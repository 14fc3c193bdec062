import { formatJson, type Language } from "../../text";
import type { Reach } from "./reach";

/** Writes who reaches what, for machines; the form of the document is fixed by `schemaVersion`. */
export function formatJsonReach({ stack, from, paths, limits }: Reach, language: Language): string {
  const document = {
    schemaVersion: 1,
    stack,
    from: from[language],
    paths: paths.map(({ to, services, hops, why }) => ({
      to: { urn: to.urn, type: to.type, name: to.name },
      services: services[language],
      status: why === undefined ? "open" : "undetermined",
      why: why?.[language] ?? null,
      hops: hops.map(({ resource: { urn, type, name, position }, path }) => ({
        ...{ urn, type, name, path },
        position: position ? { file: position.file, line: position.line, column: position.column } : null,
      })),
    })),
    limits: limits.map((limit) => limit[language]),
  };
  return `${formatJson(document)}\n`;
}
