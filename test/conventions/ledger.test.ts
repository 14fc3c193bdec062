import { expect, test } from "@jest/globals";
import { POLICIES } from "../../policies";
import { BOUND_TO_DEPLOYMENT, COMMITMENTS, SUPPORT_TIMES } from "../../src/contract";

const every = COMMITMENTS.map(({ clause }) => clause);

test("these verdicts alone cost a commitment", () => {
  const forfeiting = POLICIES.filter(({ stakes }) => stakes.length > 0).map(({ name, stakes }) => [
    name,
    stakes.flatMap(({ forfeits }) => forfeits),
  ]);
  expect(Object.fromEntries(forfeiting)).toEqual({
    "limit-volume-iops": ["SLA7.iops"],
    "require-equivalent-tier-capacity": SUPPORT_TIMES,
    "require-nat-per-subregion": ["SLA4.internet", ...SUPPORT_TIMES],
    "require-oks-nodes-in-every-subregion": BOUND_TO_DEPLOYMENT,
    "require-redundant-load-balancer": BOUND_TO_DEPLOYMENT,
    "require-secteur-public-region": every,
    "require-storage-in-every-subregion": SUPPORT_TIMES,
    "require-tier-in-every-subregion": BOUND_TO_DEPLOYMENT,
  });
});

test("what is lost for less than every subject, or for others, says for which", () => {
  const partial = POLICIES.flatMap(({ name, stakes }) =>
    stakes.filter(({ of, when, extent }) => (of ?? when) && !extent).map(() => name),
  );
  expect(partial).toEqual([]);
});

test("these leave less evidence for one", () => {
  const weakening = POLICIES.filter(({ weakens }) => weakens.length > 0).map(({ name, weakens }) => [name, weakens]);
  expect(Object.fromEntries(weakening)).toEqual({
    "no-fresh-snapshot-as-only-copy": ["SLA7.durability"],
    "no-security-group-bypass": ["SLA2.network", "SLA4.firewall"],
    "require-outage-evidence": every,
    "require-explicit-host-action": ["SLA9.hardware", "SLA9.vm"],
    "require-explicit-subregion": ["SLA1.zone", ...SUPPORT_TIMES],
    "require-filtering-inside-subnets": ["SLA2.network"],
    "require-load-balancer-health-check": ["SLA4.internet", ...SUPPORT_TIMES],
    "require-oks-control-plane-in-every-subregion": SUPPORT_TIMES,
    "require-oks-nodes-in-every-subregion": SUPPORT_TIMES,
    "require-backends-in-every-subregion": ["SLA4.internet", ...SUPPORT_TIMES],
    "require-security-group": ["SLA4.firewall"],
    "require-subnets-in-every-subregion": ["SLA4.internet", ...SUPPORT_TIMES],
    "require-versioned-bucket": ["SLA6.durability"],
    "require-volume-beside-vm": ["SLA7.volume"],
  });
});

test("these exclude the incidents of a use", () => {
  const excluding = POLICIES.filter(({ excludes }) => excludes.length > 0).map(({ name, excludes }) => [
    name,
    excludes,
  ]);
  const objects = ["SLA6.durability", "SLA6.publishapi", "SLA6.accessapi"];
  expect(Object.fromEntries(excluding)).toEqual({
    "no-database-on-object-storage": objects,
    "no-object-storage-mount": objects,
    "no-object-storage-volume": objects,
    "no-tight-api-loop": ["SLA3.services", "SLA3.metadata", "SLA4.api", "SLA5.api", "SLA9.api"],
  });
});
