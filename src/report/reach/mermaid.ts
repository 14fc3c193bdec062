import type { Resource } from "../../stack";
import type { Language } from "../../text";
import { named, type Reach } from "./reach";

interface Edge {
  readonly ends: readonly [string, string];
  readonly labels: Set<string>;
  readonly isOpen: boolean;
}

/** Who reaches what, as a Mermaid flowchart: each resource once, dotted where it is not certain that the way is open. */
export function mermaidReach({ from, paths }: Reach, language: Language): string {
  const ids = new Map<string, string>();
  const nodes = [`  from((${quoted(from[language])}))`];
  const edges = new Map<string, Edge>();
  for (const { to, services, hops, why } of paths) {
    const isOpen = why === undefined;
    let before = "from";
    for (const { resource } of hops) before = link(before, resource, "", isOpen);
    link(before, to, services[language], isOpen);
  }
  const arrows = [...edges.values()].map(({ ends: [before, after], labels, isOpen }) => {
    const label = labels.size === 0 ? "" : `|${quoted([...labels].join(", "))}|`;
    return `  ${before} ${isOpen ? "-->" : "-.->"}${label} ${after}`;
  });
  return `flowchart LR\n${[...nodes, ...arrows].join("\n")}\n`;

  function link(before: string, resource: Resource, label: string, isOpen: boolean): string {
    const id = idOf(resource);
    const key = `${before} ${id}`;
    const { labels, isOpen: wasOpen } = edges.get(key) ?? { labels: new Set<string>(), isOpen: false };
    if (label !== "") labels.add(label);
    edges.set(key, { ends: [before, id], labels, isOpen: wasOpen || isOpen });
    return id;
  }

  function idOf(resource: Resource): string {
    const known = ids.get(resource.urn);
    if (known !== undefined) return known;
    const id = `n${String(ids.size + 1)}`;
    ids.set(resource.urn, id);
    nodes.push(`  ${id}[${quoted(named(resource))}]`);
    return id;
  }
}

/** As Mermaid takes any text: in quotes, its own quotes as an entity. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', "#quot;")}"`;
}
