import type { ClauseId } from "../contract";

/** What an incident struck, and the commitments about it. */
export const SERVICES = {
  internet: ["SLA4.internet"],
  network: ["SLA2.network"],
  dns: ["SLA3.services"],
  metadata: ["SLA3.metadata"],
  firewall: ["SLA4.firewall"],
  lb: ["SLA5.lb"],
  volume: ["SLA7.volume"],
  snapshot: ["SLA7.snapshot"],
  vm: ["SLA9.vm"],
  hardware: ["SLA9.hardware"],
  zone: ["SLA1.zone"],
  region: ["SLA1.region"],
  "object-storage": ["SLA6.publishapi", "SLA6.accessapi"],
  // The command API is one, which three services promise by the same figure (A13).
  api: ["SLA4.api", "SLA5.api", "SLA9.api"],
  support: [],
} as const satisfies Readonly<Record<string, readonly ClauseId[]>>;

/** What an incident struck. */
export type Service = keyof typeof SERVICES;

/** The severity of an incident, by which support owes its times. */
export type Severity = 1 | 2 | 3;

/** The commitment to support times for a severity. */
export const SUPPORT: Readonly<Record<Severity, ClauseId>> = { 1: "SLA10.sev1", 2: "SLA10.sev2", 3: "SLA10.sev3" };
