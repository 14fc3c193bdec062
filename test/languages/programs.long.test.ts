import { describe, expect, test } from "@jest/globals";
import { join } from "node:path";
import { Unknown, type Resource } from "../../src/stack";
import { hasEngine } from "../engine/environment";
import { ProgramFolder, type Language } from "./program-folder";

const PROGRAMS = join(__dirname, "programs");
const REGION = "cloudgouv-eu-west-1";

interface Everything {
  readonly language: Language;
  /** The place of each resource, by its name. */
  readonly places: Readonly<Record<string, string>>;
  readonly unseen: readonly string[];
  /** A provider's own settings, which Python writes as JSON text. */
  readonly api: unknown;
}

const EVERYTHING: readonly Everything[] = [
  {
    language: "python",
    places: {
      Net: "network.py:8",
      Subnet: "network.py:10",
      Network: "__main__.py:16 __main__.py:17",
      Volume: "__main__.py:20 __main__.py:44",
      Vm: "__main__.py:25",
      SecurityGroup: "__main__.py:57",
      outscale: "__main__.py:15 Pulumi.dev.yaml:2",
    },
    unseen: ["__main__.py:45", "__main__.py:52", "__main__.py:55"],
    api: '{"insecure": true}',
  },
  {
    language: "go",
    places: {
      Net: "network/network.go:20",
      Subnet: "network/network.go:27",
      Network: "main.go:48 main.go:52",
      Volume: "main.go:60 main.go:100",
      Vm: "main.go:72",
      SecurityGroup: "main.go:117",
      outscale: "main.go:41 Pulumi.dev.yaml:2",
    },
    unseen: ["main.go:103", "main.go:107", "main.go:110"],
    api: { insecure: true },
  },
];

function inputsOf(resources: readonly Resource[], type: string, name: string): Resource["inputs"] | undefined {
  return resources.find((resource) => resource.type.endsWith(`:${type}`) && resource.name === name)?.inputs;
}

function placesOf(resources: readonly Resource[], type: string): string {
  const places = resources
    .filter((resource) => resource.type.endsWith(`:${type}`))
    .flatMap(({ position }) => (position ? [`${position.file}:${String(position.line)}`] : []));
  return [...new Set(places)].sort((a, b) => a.localeCompare(b, "en", { numeric: true })).join(" ");
}

(hasEngine() ? describe : describe.skip)("a program that uses everything", () => {
  test.each(EVERYTHING)("in $language is read as a preview would see it", async ({ language, places, unseen, api }) => {
    const folder = ProgramFolder.copied(join(PROGRAMS, language), "everything", language);
    const { stack, limits, unansweredCalls, encryptedKeys } = await folder.read();
    const { resources } = stack;

    expect(inputsOf(resources, "Vm", "web")).toEqual({
      imageId: new Unknown("getImages.images[0].imageId"),
      vmType: "tinav5.c1r1p2",
      keypairName: "admin",
      placementTenancy: new Unknown("getKeypair.keypairType"),
      subnetId: new Unknown(),
      userData: new Unknown("getImages.images[0].imageId"),
      deletionProtection: new Unknown(),
      tags: [
        { key: "owner", value: "team-web" },
        { key: "password", value: new Unknown("config.password") },
        { key: "both", value: new Unknown() },
        { key: "all", value: "a+b" },
      ],
      blockDeviceMappings: [{ deviceName: "/dev/sda1", bsu: { volumeSize: new Unknown() } }],
    });
    const vm = resources.find(({ name, type }) => name === "web" && type.endsWith(":Vm"));
    const subnet = "urn:pulumi:dev::everything::everything:index:Network$outscale:index/subnet:Subnet::main";
    expect(vm).toMatchObject({
      retainOnDelete: true,
      dependencies: [
        `${subnet}-${REGION}a`,
        ...["data", "logs"].map((disk) => `urn:pulumi:dev::everything::outscale:index/volume:Volume::${disk}`),
      ],
      propertyDependencies: { subnetId: [`${subnet}-${REGION}a`], tags: [`${subnet}-${REGION}a`] },
    });
    expect(inputsOf(resources, "Volume", "known")).toEqual({ subregionName: `${REGION}b` });
    expect(inputsOf(resources, "Volume", "data")).toEqual({ subregionName: `${REGION}a`, size: 10 });
    expect(inputsOf(resources, "Volume", "large")).toBeUndefined();
    expect(inputsOf(resources, "outscale", "abroad")).toEqual({ region: "eu-west-2", version: "1.8.0", api });
    expect(inputsOf(resources, "outscale", "default_1_8_0")).toEqual({ region: REGION, version: "1.8.0" });
    const nets = resources.filter(({ type }) => type.endsWith(":Net"));
    expect(nets.map(({ name, protect, provider }) => ({ name, protect, provider }))).toEqual([
      { name: "main", protect: true, provider: expect.stringMatching(/::default_1_8_0$/) },
      { name: "other", protect: false, provider: expect.stringMatching(/::abroad$/) },
    ]);
    expect(resources.find(({ name }) => name === "existing")).toMatchObject({ id: "sg-12345678", written: false });

    const found = Object.fromEntries(Object.keys(places).map((type) => [type, placesOf(resources, type)]));
    expect(found).toEqual(places);
    expect(
      limits
        .filter(({ kind }) => kind === "made after deployment")
        .map(({ name }) => name)
        .sort(),
    ).toEqual(unseen);
    expect(limits.filter(({ kind }) => kind !== "made after deployment")).toEqual([
      { kind: "stack reference", name: "organization/base/prod" },
    ]);
    expect(unansweredCalls).toEqual(
      ["getImages", "getKeypair", "getSnapshot"].map((name) => `outscale:index/${name}:${name}`),
    );
    expect(encryptedKeys).toEqual(["everything:password"]);
  });
});
