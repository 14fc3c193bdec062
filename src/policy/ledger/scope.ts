import type { ClauseId } from "../../contract";
import type { AssetScope } from "../../outscale";

/** What each commitment is about (docs/interpretation.md): it has a line for each such thing, and for nothing else. */
const SCOPES: Partial<Readonly<Record<ClauseId, AssetScope>>> = {
  "SLA1.region": "regions",
  "SLA1.zone": "subregions",
  "SLA2.network": "nets",
  "SLA2.latency": "nets",
  "SLA2.ooslatency": "object storage",
  "SLA3.services": "machines",
  "SLA3.metadata": "machines",
  "SLA4.internet": "ways to the Internet",
  "SLA4.firewall": "behind security groups",
  "SLA4.api": "account",
  "SLA5.lb": "load balancers",
  "SLA5.api": "account",
  "SLA6.durability": "object storage",
  "SLA6.publishapi": "object storage",
  "SLA6.accessapi": "object storage",
  "SLA7.volume": "volumes",
  "SLA7.snapshot": "snapshots",
  "SLA7.durability": "snapshots",
  "SLA7.iops": "guaranteed IOPS",
  "SLA9.hardware": "vms",
  "SLA9.vm": "vms",
  "SLA9.api": "account",
  "SLA10.sev1": "what may fail",
  "SLA10.sev2": "what may fail",
  "SLA10.sev3": "what may fail",
};

/** What a commitment is about. */
export function scopeOf(clause: ClauseId): AssetScope {
  const scope = SCOPES[clause];
  if (scope === undefined) throw new Error(`${clause} is about nothing.`);
  return scope;
}
