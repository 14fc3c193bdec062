import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { availabilityOf, type RequestPath } from "../../src/resilience/availability";

const path: RequestPath = { subregions: 3, loadBalancers: 3, facesInternet: true };

describe("the estimate counts", () => {
  test.each([
    { subregions: 1, loadBalancers: 1, estimate: "0.98676" },
    { subregions: 2, loadBalancers: 1, estimate: "0.99470" },
    { subregions: 3, loadBalancers: 1, estimate: "0.99470" },
    { subregions: 3, loadBalancers: 3, estimate: "0.99689" },
  ])("$estimate for $subregions Subregions behind $loadBalancers load balancers", ({ estimate, ...own }) => {
    expect(availabilityOf({ ...path, ...own }).toFixed(5)).toBe(estimate);
  });

  test("no Internet access for what is asked from inside", () => {
    expect(availabilityOf({ ...path, facesInternet: false }) * 0.99999).toBeCloseTo(availabilityOf(path), 12);
  });

  test("more for more, and never more than the Region has", () => {
    const number = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(number, number, fc.boolean(), (subregions, loadBalancers, facesInternet) => {
        const estimate = availabilityOf({ subregions, loadBalancers, facesInternet });
        expect(availabilityOf({ subregions: subregions + 1, loadBalancers, facesInternet })).toBeGreaterThanOrEqual(
          estimate,
        );
        expect(availabilityOf({ subregions, loadBalancers: loadBalancers + 1, facesInternet })).toBeGreaterThan(
          estimate,
        );
        expect(estimate).toBeLessThan(0.999);
      }),
    );
  });
});
