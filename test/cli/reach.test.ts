import { describe, expect, test } from "@jest/globals";
import { join } from "node:path";
import { run } from "./command";

const stacks = join(__dirname, "..", "..", "stacks");
const reference = join(stacks, "three-tier-web");
const STATE = "test/cli/state/shop.json";
const REGION = "cloudgouv-eu-west-1";

interface Path {
  readonly to: { readonly name: string };
  readonly services: string;
  readonly status: string;
  readonly hops: readonly { readonly name: string; readonly position: { readonly file: string } | null }[];
}

function paths(...args: readonly string[]): Path[] {
  const { stdout } = run("reach", ...args, "--format", "json");
  return (JSON.parse(stdout) as { paths: Path[] }).paths;
}

describe("reach", () => {
  test("finds the two ports of each load balancer of three-tier-web, the servers behind, and nothing else", () => {
    const zones = ["a", "b", "c"].map((letter) => REGION + letter);
    const behind = [
      { port: 443, site: "TCP 8080", rule: "entry-to-site-inbound" },
      { port: 80, site: "TCP 8081", rule: "entry-to-redirect-inbound" },
    ];
    const expected = zones.flatMap((zone) =>
      behind.flatMap(({ port, site, rule }) => {
        const way = ["public", "shop", `internet-to-entry-${String(port)}`];
        return [
          { to: `shop-${zone}`, services: `TCP ${String(port)}`, status: "open", hops: way },
          ...zones.map((server) => ({
            ...{ to: `web-${server}`, services: site, status: "open", hops: [...way, `shop-${zone}`, rule] },
          })),
        ];
      }),
    );
    const found = paths(reference, "--from", "internet");
    expect(
      found.map(({ to, services, status, hops }) => ({
        to: to.name,
        services,
        status,
        hops: hops.map(({ name }) => name),
      })),
    ).toEqual(expected);
    expect(found.every(({ hops }) => hops.every(({ position }) => position !== null))).toBe(true);
  });

  test("says each way with the lines that open it", () => {
    const { status, stdout } = run(
      "reach",
      reference,
      "--from",
      `database-${REGION}a`,
      "--to",
      "database",
      "--lang",
      "en",
    );
    expect({ status, stdout }).toMatchSnapshot();
  });

  test("draws it", () => {
    expect(run("reach", reference, "--from", "web", "--format", "mermaid", "--lang", "fr").stdout).toMatchSnapshot();
  });

  test.each([
    ["--from", "internt", "`--from internt` names nothing in this stack. The closest name is internet.\n"],
    ["--from", "", "`--from ` names nothing in this stack. The closest name is app.\n"],
  ])("refuses a place that is none: %s %s", (option, value, message) => {
    const { status, stderr } = run("reach", "--state", STATE, option, value, "--lang", "en");
    expect({ status, stderr }).toEqual({ status: 2, stderr: message });
  });

  test("refuses a target that is none", () => {
    const { status, stderr } = run("reach", "--state", STATE, "--from", "internet", "--to", "shop", "--lang", "fr");
    expect({ status, stderr }).toMatchObject({ status: 2 });
    expect(stderr).toMatch(/^`--to shop` ne désigne rien dans cette stack\. Le nom le plus proche est /);
  });
});
