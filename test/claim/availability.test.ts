import { describe, expect, test } from "@jest/globals";
import { count, deductions, held } from "./count";

describe("a figure is held over the true length of its month or year", () => {
  test.each([
    ["of 28 days", "2027-02-10T10:00Z/2027-02-10T11:00Z", "2027-02", 80.64],
    ["of 29 days", "2028-02-10T10:00Z/2028-02-10T11:00Z", "2028-02", 83.52],
    ["of 30 days", "2026-04-10T10:00Z/2026-04-10T11:00Z", "2026-04", 86.4],
    ["of 31 days", "2026-01-10T10:00Z/2026-01-10T11:00Z", "2026-01", 89.28],
    ["of 31 days less the hour of March", "2026-03-10T10:00Z/2026-03-10T11:00Z", "2026-03", 89.16],
    ["of 31 days and the hour of October", "2026-10-10T10:00Z/2026-10-10T11:00Z", "2026-10", 89.4],
  ])("a month %s", (_what, incident, month, budget) => {
    expect(held(count("firewall", [incident]))).toEqual([[month, budget, 60, "kept"]]);
  });

  test.each([
    ["365 days", "2026-06-01T00:00Z/2026-06-01T01:00Z", "2026", 52.56],
    ["366 days", "2028-06-01T00:00Z/2028-06-01T01:00Z", "2028", 52.704],
  ])("a year of %s", (_what, incident, year, budget) => {
    expect(held(count("network", [incident]))).toEqual([[year, budget, 60, "broken"]]);
  });
});

describe("what is used up", () => {
  test("is the budget to the millisecond, and no more", () => {
    // 43 min 12 s of the 30 days of April.
    expect(held(count("api", ["2026-04-10T10:00Z/2026-04-10T10:43:12Z"]))).toEqual([["2026-04", 43.2, 43.2, "kept"]]);
    const [more] = held(count("api", ["2026-04-10T10:00Z/2026-04-10T10:43:12.001Z"]));
    expect(more?.[3]).toBe("broken");
  });

  test("is added up from one month", () => {
    const incidents = ["2026-04-10T10:00Z/2026-04-10T10:30Z", "2026-04-20T10:00Z/2026-04-20T10:30Z"];
    expect(held(count("api", incidents))).toEqual([["2026-04", 43.2, 60, "broken"]]);
  });

  test("is shared out among the months that an incident lasts over, as they change in metropolitan France", () => {
    // Midnight in Paris is 22:00 in Greenwich in April, and 23:00 in January.
    expect(held(count("vm", ["2026-04-30T21:00Z/2026-04-30T23:30Z"]))).toEqual([
      ["2026-04", 129.6, 60, "kept"],
      ["2026-05", 133.92, 90, "kept"],
    ]);
    expect(held(count("vm", ["2026-01-31T22:30Z/2026-02-01T01:30Z"]))).toEqual([
      ["2026-01", 133.92, 30, "kept"],
      ["2026-02", 120.96, 150, "broken"],
    ]);
  });

  test("is shared out among years", () => {
    expect(held(count("zone", ["2026-12-31T20:00Z/2027-01-01T20:00Z"]))).toEqual([
      ["2026", 1576.8, 180, "kept"],
      ["2027", 1576.8, 1260, "kept"],
    ]);
  });

  test("is the same whichever zone the times are written in", () => {
    const one = held(count("region", ["2026-06-01T10:00+02:00/2026-06-01T12:00+02:00"]));
    expect(held(count("region", ["2026-05-31T22:00-10:00/2026-06-01T19:00+09:00"]))).toEqual(one);
    expect(one).toEqual([["2026", 525.6, 120, "kept"]]);
  });

  test("is whole over midnight, and over the hour that March lacks", () => {
    expect(held(count("volume", ["2026-06-10T23:30+02:00/2026-06-11T00:30+02:00"]))).toEqual([
      ["2026-06", 129.6, 60, "kept"],
    ]);
    expect(held(count("volume", ["2026-03-29T01:30+01:00/2026-03-29T04:00+02:00"]))).toEqual([
      ["2026-03", 133.74, 90, "kept"],
    ]);
  });
});

describe("time is taken out where its clause stands", () => {
  const incident = ["2026-06-10T10:00Z/2026-06-10T12:00Z"];
  const during = ["2026-06-10T10:30Z/2026-06-10T11:00Z"];

  test("two minutes of every incident on Internet access, or all of a shorter one", () => {
    const claim = count("internet", ["2026-06-10T10:00Z/2026-06-10T10:05Z", "2026-06-11T10:00Z/2026-06-11T10:01Z"]);
    expect(deductions(claim)).toEqual([[["SLA4.bgp", 2]], [["SLA4.bgp", 1]]]);
    expect(held(claim)).toEqual([["2026", 5.256, 3, "kept"]]);
  });

  test("two minutes before the turn of a year are those of the year in which it begins", () => {
    const claim = count("internet", ["2026-12-31T22:59Z/2026-12-31T23:04Z"]);
    expect(held(claim).map(([year, , counted]) => [year, counted])).toEqual([
      ["2026", 0],
      ["2027", 3],
    ]);
  });

  test.each([
    ["vm", "restart", "SLA9.supervise"],
    ["api", "throttling", "SLA9.throttling"],
    ["api", "countermeasure", "SLA9.hammering"],
    ["lb", "countermeasure", "SLA9.hammering"],
    ["dns", "countermeasure", "SLA3.abuse"],
    ["metadata", "countermeasure", "SLA3.abuse"],
  ] as const)("%s: %s, by %s", (service, kind, clause) => {
    const claim = count(service, incident, { [kind]: during });
    expect(deductions(claim)).toEqual([[[clause, 30]]]);
    expect(claim.notDeducted).toEqual([]);
  });

  test.each([
    ["internet", "maintenance"],
    ["internet", "restart"],
    ["vm", "maintenance"],
    ["vm", "throttling"],
    ["api", "restart"],
    // The clause speaks of VMs.
    ["hardware", "restart"],
    ["region", "waiting"],
  ] as const)("%s: never %s, which is said", (service, kind) => {
    const claim = count(service, incident, { [kind]: during });
    expect(
      deductions(claim)
        .flat()
        .filter(([clause]) => clause !== "SLA4.bgp"),
    ).toEqual([]);
    expect(claim.notDeducted).toEqual([kind]);
  });

  test("once, by the first clause, where several would take it", () => {
    const claim = count("api", incident, {
      countermeasure: ["2026-06-10T10:30Z/2026-06-10T11:00Z"],
      throttling: ["2026-06-10T10:45Z/2026-06-10T11:15Z", "2026-06-10T11:00Z/2026-06-10T11:10Z"],
    });
    expect(deductions(claim)).toEqual([
      [
        ["SLA9.hammering", 30],
        ["SLA9.throttling", 15],
      ],
    ]);
    expect(held(claim)).toEqual([["2026-06", 43.2, 75, "broken"]]);
  });

  test("only where it falls into an incident", () => {
    const claim = count("vm", incident, {
      restart: ["2026-06-10T09:00Z/2026-06-10T10:10Z", "2026-06-11T09:00Z/2026-06-11T10:00Z"],
    });
    expect(deductions(claim)).toEqual([[["SLA9.supervise", 10]]]);
  });
});

test("object storage has two APIs of one figure, and the command API is named three times", () => {
  const incident = ["2026-06-10T10:00Z/2026-06-10T12:00Z"];
  expect(count("object-storage", incident).availability?.clauses).toEqual(["SLA6.publishapi", "SLA6.accessapi"]);
  expect(count("api", incident).availability?.clauses).toEqual(["SLA4.api", "SLA5.api", "SLA9.api"]);
});
