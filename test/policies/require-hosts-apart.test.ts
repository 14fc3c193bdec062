import { requireHostsApart } from "../../policies/availability/require-hosts-apart";
import { type Resource, Unknown } from "../../src/stack";
import { vm } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { from, type InputsOf, resource, tags } from "../support/resources";

/** A VM of the tier, in the public Cloud, whose name ends with the letter of its Subregion. */
function member(name: string, inputs: InputsOf<"vm:Vm"> = {}, more: Readonly<Record<string, string>> = {}): Resource {
  return vm(name, {
    placementSubregionName: `cloudgouv-eu-west-1${name.at(-1) ?? ""}`,
    tags: tags({ tier: "web", ...more }),
    ...inputs,
  });
}

/** User data that sets a tag at launch. */
function launching(value: string, key = "osc.fcu.repulse_server", below = "#!/bin/sh\n"): { userData: string } {
  return {
    userData: `-----BEGIN OUTSCALE SECTION-----\ntags.${key}=${value}\n-----END OUTSCALE SECTION-----\n${below}`,
  };
}

function encoded({ userData }: { userData: string }): { userData: string } {
  return { userData: Buffer.from(userData).toString("base64") };
}

const apart = launching("web");
const tagged = { "osc.fcu.repulse_server": "web" };
const PLACED = ["placementSubregionName", "tags[0].key", "tags[0].value"];
const names = (ends: readonly string[], ...paths: string[]) =>
  ends.flatMap((end) => paths.map((path) => `web-${end}.${path}`));
const found = (letter: string, who: string) =>
  `tier web : In cloudgouv-eu-west-1${letter}, the user data of ${who} share no \`osc.fcu.repulse_server\`: one host may carry them all.`;

policySuite(requireHostsApart, {
  compliant: [
    {
      name: "one value in the user data of both",
      resources: [member("web-1-a", apart), member("web-2-a", encoded(apart))],
    },
    {
      name: "a strict wish, and a plain one of the same value",
      resources: [member("web-1-a", apart), member("web-2-a", launching("web", "osc.fcu.repulse_server_strict"))],
    },
    {
      name: "clusters apart, which are hosts apart",
      resources: ["1-a", "2-a"].map((end) => member(`web-${end}`, launching("web", "osc.fcu.repulse_cluster"))),
    },
    {
      name: "another value in each Subregion",
      resources: ["1-a", "2-a", "1-b", "2-b"].map((end) => member(`web-${end}`, launching(`web ${end.at(-1) ?? ""}`))),
    },
    {
      name: "a lone VM in another Subregion",
      resources: [member("web-1-a", apart), member("web-2-a", apart), member("web-b")],
    },
    {
      name: "a tier that this value declares",
      resources: [member("alpha-a", { ...apart, tags: [] }), member("omega-a", { ...apart, tags: [] })],
    },
  ],
  violation: [
    {
      name: "VMs without user data",
      resources: [member("web-1-a"), member("web-2-a"), member("web-b")],
      findings: [found("a", "web-1-a and web-2-a")],
      needs: names(["1-a", "2-a", "b"], ...PLACED),
    },
    {
      name: "several Subregions, one of which keeps its VMs apart",
      resources: [
        ...["1-a", "2-a"].map((end) => member(`web-${end}`, apart)),
        ...["1-b", "2-b", "1-c", "2-c"].map((end) => member(`web-${end}`)),
      ],
      findings: [found("b", "web-1-b and web-2-b"), found("c", "web-1-c and web-2-c")],
      needs: names(["1-a", "2-a", "1-b", "2-b", "1-c", "2-c"], ...PLACED),
    },
    {
      name: "one of many that does not ask",
      resources: [
        ...[1, 2, 3, 4, 5, 6, 7].map((number) => member(`web-${String(number)}-a`, apart)),
        member("web-8-a"),
      ],
      findings: [found("a", "web-1-a, web-2-a, web-3-a, web-4-a, web-5-a, web-6-a and ...")],
      needs: names(
        [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `${String(number)}-a`),
        ...PLACED,
      ),
    },
    {
      name: "values that differ, and an empty one",
      resources: [member("web-1-a", apart), member("web-2-a", launching("shop")), member("web-3-a", launching(""))],
      findings: [found("a", "web-1-a, web-2-a and web-3-a")],
      needs: names(["1-a", "2-a", "3-a"], ...PLACED),
    },
    {
      name: "one value, of which the one keeps off servers and the other off clusters",
      resources: [member("web-1-a", apart), member("web-2-a", launching("web", "osc.fcu.repulse_cluster"))],
      findings: [found("a", "web-1-a and web-2-a")],
      needs: [...names(["1-a", "2-a"], ...PLACED), "web-1-a.userData", "web-2-a.userData"],
    },
    {
      name: "VMs that are to share a host",
      resources: ["1-a", "2-a"].map((end) => member(`web-${end}`, launching("web", "osc.fcu.attract_server"))),
      findings: [found("a", "web-1-a and web-2-a")],
      needs: names(["1-a", "2-a"], ...PLACED),
    },
    {
      name: "a section that does not come first",
      resources: ["1-a", "2-a"].map((end) => member(`web-${end}`, { userData: `#!/bin/sh\n${apart.userData}` })),
      findings: [found("a", "web-1-a and web-2-a")],
      needs: names(["1-a", "2-a"], ...PLACED),
    },
    {
      name: "tags of the VM, or a Tag: both come after the first boot",
      resources: [
        member("web-1-a", {}, tagged),
        member("web-2-a"),
        resource("tag:Tag", "late", { resourceIds: [from(member("web-2-a"))], tag: tags(tagged) }),
      ],
      findings: [
        "tier web : In cloudgouv-eu-west-1a, web-1-a and web-2-a are kept on different hosts by tags alone, which come after their first boot.",
      ],
      needs: [...names(["1-a", "2-a"], ...PLACED), ...["web-1-a.tags[1].key", "late.tag[0].key"]],
    },
    {
      name: "a voter that shares the host of a witness",
      resources: [member("web-1-a"), member("web-2-a", {}, { quorum: "witness" })],
      findings: [found("a", "web-1-a and web-2-a")],
      needs: [...names(["1-a", "2-a"], ...PLACED), "web-2-a.tags[1].key"],
    },
  ],
  undetermined: [
    {
      name: "user data that is not known, of all or beside one that asks",
      resources: [
        ...[member("web-1-a", { userData: new Unknown() }), member("web-2-a", apart)],
        ...["1-a", "2-a"].map((end) => member(`app-${end}`, { userData: new Unknown() }, { tier: "app" })),
      ],
      reasons: ["app: `userData` is not known before deployment.", "web: `userData` is not known before deployment."],
    },
    {
      name: "a VM of which it is not known whether it belongs",
      resources: [member("web-a"), member("maybe-a", { tags: [{ key: "tier", value: new Unknown() }] })],
      reasons: ['web: `tags[0].value` of "maybe-a" is not known before deployment.'],
    },
    {
      name: "a VM of which it is not known where it lies",
      resources: [member("web-a"), member("web-x", { placementSubregionName: new Unknown() })],
      reasons: ['web: `placementSubregionName` of "web-x" is not known before deployment.'],
    },
  ],
  notApplicable: [
    { name: "one VM in each Subregion", resources: [member("web-a"), member("web-b"), member("web-c")] },
    { name: "a guessed tier", resources: [member("web-1-a", { tags: [] }), member("web-2-a", { tags: [] })] },
    {
      name: "a stopped VM beside one that runs",
      resources: [member("web-1-a"), member("web-2-a", { state: "stopped" })],
    },
    {
      name: "VMs that are no production, or run as well as may be",
      resources: ["1-a", "2-a"].flatMap((end) => [
        member(`dev-${end}`, {}, { environment: "dev" }),
        member(`batch-${end}`, {}, { tier: "batch", availability: "best-effort" }),
      ]),
    },
  ],
});
