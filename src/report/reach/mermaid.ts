import type { Resource } from "../../stack";
import { type Language, showForeign } from "../../text";
import { formatResource, type Reach } from "./reach";

/** An arrow from one node to another, and the services that are reached along it. */
interface Edge {
  readonly ends: readonly [string, string];
  readonly labels: Set<string>;
  readonly isOpen: boolean;
}

/** Writes who reaches what as a Mermaid flowchart: each resource once, with a dotted arrow where a path may be closed. */
export function formatMermaidReach({ from, paths }: Reach, language: Language): string {
  const ids = new Map<string, string>();
  const nodes = [`  from((${quoteText(from[language])}))`];
  const edges = new Map<string, Edge>();
  for (const { to, services, hops, why } of paths) {
    const isOpen = why === undefined;
    let before = "from";
    for (const { resource } of hops) before = addEdge(before, resource, "", isOpen);
    addEdge(before, to, services[language], isOpen);
  }
  const arrows = [...edges.values()].map(({ ends: [before, after], labels, isOpen }) => {
    const label = labels.size === 0 ? "" : `|${quoteText([...labels].join(", "))}|`;
    return `  ${before} ${isOpen ? "-->" : "-.->"}${label} ${after}`;
  });
  return `flowchart LR\n${[...nodes, ...arrows].join("\n")}\n`;

  function addEdge(before: string, resource: Resource, label: string, isOpen: boolean): string {
    const id = findOrAddNode(resource);
    const key = `${before} ${id}`;
    const { labels, isOpen: wasOpen } = edges.get(key) ?? { labels: new Set<string>(), isOpen: false };
    if (label !== "") labels.add(label);
    edges.set(key, { ends: [before, id], labels, isOpen: wasOpen || isOpen });
    return id;
  }

  function findOrAddNode(resource: Resource): string {
    const known = ids.get(resource.urn);
    if (known !== undefined) return known;
    const id = `n${String(ids.size + 1)}`;
    ids.set(resource.urn, id);
    nodes.push(`  ${id}[${quoteText(formatResource(resource))}]`);
    return id;
  }
}

/**
 * Puts any text into quotes that Mermaid reads. What would end them, and what Mermaid takes for HTML, Markdown or an
 * entity, stands there as an entity.
 */
function quoteText(text: string): string {
  return `"${showForeign(text).replaceAll(MARKUP, (sign) => (sign === '"' ? "#quot;" : `#${String(sign.charCodeAt(0))};`))}"`;
}

const MARKUP = /["#<>&`*_[\]\\]/g;
