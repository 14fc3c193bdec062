import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { availabilityOf, type RequestPath } from "../../src/resilience/availability";

const path: RequestPath = { needed: [], subregions: 3, loadBalancers: 3, facesInternet: true };

describe("the estimate counts", () => {
  test.each([
    { subregions: 1, loadBalancers: 1, estimate: "0.98676" },
    { subregions: 2, loadBalancers: 1, estimate: "0.99470" },
    { subregions: 3, loadBalancers: 1, estimate: "0.99470" },
    { subregions: 3, loadBalancers: 3, estimate: "0.99689" },
  ])("$estimate for $subregions Subregions behind $loadBalancers load balancers", ({ estimate, ...own }) => {
    expect(availabilityOf({ ...path, ...own }).toFixed(5)).toBe(estimate);
  });

  test("every tier that it cannot answer without, in series, and a majority where one is needed", () => {
    const alone = { machines: [1], needsMajority: false };
    const everywhere = { machines: [1, 1, 1], needsMajority: false };
    expect(availabilityOf({ ...path, needed: [alone] }).toFixed(4)).toBe("0.9889");
    expect(availabilityOf({ ...path, needed: [everywhere, everywhere] }).toFixed(5)).toBe("0.99689");
    const uneven = { machines: [3, 1, 1], needsMajority: true };
    expect(availabilityOf({ ...path, needed: [uneven] })).toBeCloseTo(availabilityOf({ ...path, needed: [alone] }), 12);
    const even = { machines: [1, 1, 1], needsMajority: true };
    expect(availabilityOf({ ...path, needed: [even] }).toFixed(5)).toBe("0.99689");
  });

  test("no Internet access for what is asked from inside", () => {
    expect(availabilityOf({ ...path, facesInternet: false }) * 0.99999).toBeCloseTo(availabilityOf(path), 12);
  });

  test("more for more, and never more than the Region has", () => {
    const number = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(number, number, fc.boolean(), (subregions, loadBalancers, facesInternet) => {
        const estimate = availabilityOf({ needed: [], subregions, loadBalancers, facesInternet });
        expect(
          availabilityOf({ needed: [], subregions: subregions + 1, loadBalancers, facesInternet }),
        ).toBeGreaterThanOrEqual(estimate);
        expect(
          availabilityOf({ needed: [], subregions, loadBalancers: loadBalancers + 1, facesInternet }),
        ).toBeGreaterThan(estimate);
        expect(estimate).toBeLessThan(0.999);
      }),
    );
  });
});
