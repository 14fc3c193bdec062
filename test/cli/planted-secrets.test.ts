import { afterAll, describe, expect, test } from "@jest/globals";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { exampleOf } from "../../fuzz/bases";
import { type Files, run, type Way } from "../../fuzz/command";
import { isList, isObject, type Json, type JsonObject } from "../../fuzz/json";
import { MARKED } from "../../fuzz/marks";
import { previewOf, stateOf } from "../../fuzz/readers/documents";
import { INPUT_SHAPES } from "../../src/outscale/provider/shapes";

/** Every command in every format and language that it has. */
const ASKINGS: readonly Way[] = (["en", "fr"] as const).flatMap((language) => [
  ...(["check", "prove", "reach"] as const).flatMap((command) =>
    (["text", "json"] as const).map((format) => ({ command, format, language, strict: false, from: "internet" })),
  ),
  { command: "facts", format: "json", language, strict: false, from: "internet" } as const,
]);

const SHOP = JSON.parse(readFileSync(join(__dirname, "state/shop.json"), "utf8")) as {
  deployment: { resources: JsonObject[] };
};
const RESOURCES = SHOP.deployment.resources;

/** Properties that reports show as they are written: names, ids, types, addresses, ports, sizes, Subregions and tags. */
const SHOWN =
  /(?:names?|ids?|types?|ips?|ranges?|ports?|size|iops|tags|region|regions|subnets|groups|gateways|key|value|device|cidr|count|version|asn)$/i;

/** Makes one secret after another, and tells which of them a text shows. */
class Secrets {
  #planted = 0;

  get planted(): number {
    return this.#planted;
  }

  next(): string {
    this.#planted += 1;
    return `Zq7x${String(this.#planted).padStart(5, "0")}vK`;
  }

  /** The surroundings of each secret that is shown, in whatever case. */
  shownIn(text: string): string[] {
    return [...text.matchAll(/.{0,60}Zq7x\d{5}vK.{0,20}/gi)].map(([around]) => around);
  }

  /** Plants a secret in place of each text of a value: as it is where nothing shows it, else marked. */
  plant(value: Json, name: string): Json {
    if (isList(value)) return value.map((each) => this.plant(each, name));
    if (isObject(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.plant(each, key)]));
    }
    if (typeof value !== "string") return value;
    const mark = SHOWN.test(name) ? MARKED[this.#planted % MARKED.length] : undefined;
    return mark ? mark(this.next()) : this.next();
  }

  /** Plants in one property of each resource, be it of its inputs or of its outputs: the rest is as it was. */
  plantInEach(resources: readonly JsonObject[], round: number): JsonObject[] {
    return resources.map((resource) => {
      const part = round % 2 === 0 ? "inputs" : "outputs";
      const values = (resource[part] ?? {}) as JsonObject;
      const names = Object.keys(values);
      const name = names[Math.floor(round / 2) % Math.max(1, names.length)];
      if (name === undefined) return resource;
      return { ...resource, [part]: { ...values, [name]: this.plant(values[name] ?? null, name) } };
    });
  }
}

/** A resource of each type of the provider's, with a value of its shape for each of its inputs. */
const EVERY_TYPE = Object.entries(INPUT_SHAPES).map(([type, shapes]): JsonObject => {
  const inputs = exampleOf(shapes);
  return { urn: `urn:pulumi:dev::shop::${type}::each`, type, custom: true, id: "each", inputs, outputs: inputs };
});

/** What every command shows of a document, of all that was planted in it. */
async function shown(
  secrets: Secrets,
  door: "state" | "preview",
  document: Json,
  beside: Files = {},
  askings: readonly Way[] = ASKINGS,
): Promise<string[]> {
  const found: string[] = [];
  for (const asking of askings) {
    if (asking.command === "facts" && door === "preview") continue;
    const { printed, refused } = await run(asking, door, document, beside);
    found.push(...secrets.shownIn([printed, refused?.en, refused?.fr].join("\n")));
  }
  return found;
}

/** One asking after another: each sees some of the rounds, and each round is seen by some. */
const askingsOf = (round: number) => ASKINGS.filter((_, index) => index % 7 === round % 7);

describe("of a hundred secrets, no command shows one, in any format or language, that stand in", () => {
  test.each([
    ["a state", "state", RESOURCES, 28],
    ["a preview", "preview", RESOURCES, 28],
    ["a state with every property of every type", "state", EVERY_TYPE, 50],
  ] as const)("%s", async (_, door, resources, rounds) => {
    const secrets = new Secrets();
    const found: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const planted = secrets.plantInEach(resources, round);
      const document = door === "state" ? stateOf(planted) : previewOf(planted);
      found.push(...(await shown(secrets, door, document, {}, askingsOf(Math.floor(round / 2)))));
    }
    expect(secrets.planted).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });
});

/** A line of each kind that has a secret in it, one after another, a hundred in all. */
function linesOf(secrets: Secrets, kinds: readonly ((secret: string) => string)[]): string[] {
  return Array.from({ length: 100 }, (_, index) => (kinds[index % kinds.length] ?? String)(secrets.next()));
}

const COMMANDS: readonly ((secret: string) => string)[] = [
  (secret) => `export DB_PASSWORD='${secret}'`,
  (secret) => `mysql -u root -p${secret} shop < /srv/dump.sql`,
  (secret) => `echo ${secret} | docker login --username ci --password-stdin registry.example.com`,
  (secret) => `curl -u admin:${secret} -H "Authorization: Bearer ${secret}" https://vault.example.com/v1`,
  (secret) => `printf '%s' "${secret}" | cryptsetup luksFormat /dev/xvdb -`,
  (secret) => `s3fs media /srv/media -o passwd_file=/etc/passwd-s3fs,session_token=${secret}`,
  (secret) => `mount -t cifs //files.example.com/share /mnt -o username=app,password=${secret}`,
  (secret) => `cat > /etc/app.conf <<EOF\npassword = ${secret}\nEOF`,
  (secret) => `aws configure set aws_secret_access_key ${secret}`,
  (secret) => `while true; do osc-cli api ReadVms --secret-key ${secret}; done`,
  (secret) => `# the old password was ${secret}`,
  (secret) => `TOKEN=${secret}; rclone mount --s3-secret-access-key "$TOKEN" oos:media /media &`,
];

const CLOUD_CONFIG: readonly ((secret: string) => string)[] = [
  (secret) => `- ["sh", "-c", "export PASSWORD=${secret}"]`,
  (secret) => `- mysql -p${secret} -e 'select 1'`,
  (secret) => `- [s3fs, media, /srv, -o, "passwd_file=/root/.p,x=${secret}"]`,
];

const MANIFESTS: readonly ((secret: string) => string)[] = [
  (secret) => `apiVersion: v1\nkind: Secret\nmetadata: { name: app }\nstringData: { password: ${secret} }`,
  (secret) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: app }\ndata: { app.conf: "token=${secret}" }`,
  (secret) =>
    `apiVersion: v1\nkind: Pod\nmetadata: { name: app, annotations: { note: ${secret} } }\nspec: { containers: [{ name: app, image: app, env: [{ name: PASSWORD, value: ${secret} }], args: ["--token=${secret}"] }] }`,
  (secret) =>
    `apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: fast }\nprovisioner: bsu.csi.outscale.com\nparameters: { type: gp2, csi.storage.k8s.io/node-publish-secret-name: "${secret}" }`,
];

const vmWith = (userData: Json): JsonObject => ofType("outscale:index/vm:Vm", { imageId: "ami-12345678", userData });

function ofType(type: string, inputs: JsonObject): JsonObject {
  return { urn: `urn:pulumi:dev::shop::${type}::app`, type, custom: true, id: "i-12345678", inputs, outputs: inputs };
}

const base64 = (text: string | Buffer) => Buffer.from(text).toString("base64");
const scriptOf = (secrets: Secrets) => `#!/bin/bash\n${linesOf(secrets, COMMANDS).join("\n")}\n`;

describe("of a hundred secrets in a text, not marked, no command shows one: in", () => {
  test.each<[string, (secrets: Secrets) => JsonObject]>([
    ["a script of a VM", (secrets) => vmWith(scriptOf(secrets))],
    ["a script in Base64", (secrets) => vmWith(base64(scriptOf(secrets)))],
    ["a script that is compressed", (secrets) => vmWith(base64(gzipSync(scriptOf(secrets))))],
    ["a script that does not parse", (secrets) => vmWith(`${scriptOf(secrets)}\nif then "$(`)],
    [
      "a script in MIME",
      (secrets) =>
        vmWith(
          `Content-Type: multipart/mixed; boundary="x"\nMIME-Version: 1.0\n\n--x\nContent-Type: text/x-shellscript\n\n${scriptOf(secrets)}\n--x--\n`,
        ),
    ],
    [
      "a cloud-config",
      (secrets) =>
        vmWith(`#cloud-config\npassword: ${secrets.next()}\nruncmd:\n${linesOf(secrets, CLOUD_CONFIG).join("\n")}\n`),
    ],
    [
      "files of a cloud-config",
      (secrets) =>
        vmWith(
          `#cloud-config\nwrite_files:\n${linesOf(secrets, [
            (secret) => `- { path: /etc/app.conf, content: "password=${secret}" }`,
            (secret) => `- { path: /root/.pgpass, content: "db:5432:shop:app:${secret}" }`,
            (secret) => `- { path: /usr/local/bin/x.sh, content: "#!/bin/sh\\nexport TOKEN=${secret}" }`,
          ]).join("\n")}\n`,
        ),
    ],
    [
      "PowerShell",
      (secrets) =>
        vmWith(
          `<powershell>\n${linesOf(secrets, [
            (secret) => `$password = ConvertTo-SecureString "${secret}" -AsPlainText -Force`,
            (secret) => `net user Administrator ${secret}`,
          ]).join("\n")}\n</powershell>`,
        ),
    ],
    [
      "an Ignition configuration",
      (secrets) =>
        vmWith(
          JSON.stringify({
            ignition: { version: "3.4.0" },
            storage: {
              files: linesOf(secrets, [String]).map((secret) => ({
                path: "/etc/app.conf",
                contents: { source: `data:,password%3D${secret}` },
              })),
            },
            passwd: { users: [{ name: "core", passwordHash: secrets.next() }] },
          }),
        ),
    ],
    [
      "a Talos configuration",
      (secrets) =>
        vmWith(
          `version: v1alpha1\nmachine:\n  type: worker\n  token: ${secrets.next()}\n  env:\n${linesOf(secrets, [(secret) => `    K${secret}: ${secret}`]).join("\n")}\ncluster:\n  secret: ${secrets.next()}\n`,
        ),
    ],
    [
      "Outscale's own section",
      (secrets) =>
        vmWith(
          `-----BEGIN OUTSCALE SECTION-----\n${linesOf(secrets, [(secret) => `private_only=${secret}`]).join("\n")}\n-----END OUTSCALE SECTION-----\n`,
        ),
    ],
    [
      "what is run on a machine",
      (secrets) =>
        ofType("command:remote:Command", {
          ...{ create: scriptOf(secrets), update: scriptOf(secrets), stdin: secrets.next() },
          environment: { PASSWORD: secrets.next() },
          connection: { host: "192.0.2.1", user: "root", password: secrets.next(), privateKey: secrets.next() },
        }),
    ],
    [
      "Kubernetes manifests",
      (secrets) => ofType("kubernetes:yaml/v2:ConfigGroup", { yaml: linesOf(secrets, MANIFESTS).join("\n---\n") }),
    ],
    [
      "a manifest of OKS",
      (secrets) =>
        ofType("outscale:index/oksManifest:OksManifest", {
          ...{ clusterId: "cluster-1", manifest: linesOf(secrets, MANIFESTS).join("\n---\n") },
        }),
    ],
    [
      "the values of a chart",
      (secrets) =>
        ofType("kubernetes:helm.sh/v3:Release", {
          ...{ chart: "shop", values: Object.fromEntries(linesOf(secrets, [String]).map((each) => [each, each])) },
        }),
    ],
    [
      "an EIM document",
      (secrets) =>
        ofType("outscale:index/policy:Policy", {
          policyName: "ops",
          document: JSON.stringify({
            Statement: linesOf(secrets, [String]).map((secret) => ({
              ...{ Sid: secret, Effect: "Allow", Action: "*", Resource: "*" },
              Condition: { StringEquals: { "aws:userid": secret } },
            })),
          }),
        }),
    ],
    [
      "a certificate and its key",
      (secrets) => {
        const pem = (kind: string) =>
          `-----BEGIN ${kind}-----\n${linesOf(secrets, [String]).join("\n")}\n-----END ${kind}-----\n`;
        return ofType("outscale:index/serverCertificate:ServerCertificate", {
          ...{ name: "shop", body: pem("CERTIFICATE"), chain: pem("CERTIFICATE"), privateKey: pem("PRIVATE KEY") },
        });
      },
    ],
    [
      "a provider",
      (secrets) =>
        ofType("pulumi:providers:outscale", {
          ...{ region: "cloudgouv-eu-west-1", accessKeyId: secrets.next(), secretKeyId: secrets.next() },
          profile: linesOf(secrets, [String]).join(" "),
        }),
    ],
  ])("%s", async (_, resourceOf) => {
    const secrets = new Secrets();
    const resource = resourceOf(secrets);
    const found = [
      ...(await shown(secrets, "state", stateOf([resource]))),
      ...(await shown(secrets, "preview", previewOf([resource]))),
    ];
    expect(secrets.planted).toBeGreaterThanOrEqual(100);
    expect(found).toEqual([]);
  });
});

describe("of a hundred secrets in a file beside a state, no command shows one: in", () => {
  const folder = mkdtempSync(join(tmpdir(), "planted-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const fileOf = (document: unknown) => {
    const file = join(folder, "beside.json");
    writeFileSync(file, typeof document === "string" ? document : JSON.stringify(document));
    return file;
  };
  const asked = (...commands: string[]) => ASKINGS.filter(({ command }) => commands.includes(command));

  test("another state, or an earlier one", async () => {
    const secrets = new Secrets();
    const found: string[] = [];
    for (let round = 0; round < 40; round += 1) {
      const file = fileOf(stateOf(secrets.plantInEach(RESOURCES, round)));
      const beside = round % 4 < 2 ? { withState: [file] } : { before: file };
      found.push(...(await shown(secrets, "state", SHOP, beside, asked("prove").slice(round % 2, (round % 2) + 2))));
    }
    expect(secrets.planted).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });

  test("answers of the API", async () => {
    const secrets = new Secrets();
    const answers = {
      Vms: Array.from({ length: 30 }, (_, index) => ({
        ...{ VmId: `i-0000000${index.toString(16)}`, State: secrets.next(), Performance: secrets.next() },
        ...{ UserData: base64(scriptOf(secrets)), ClientToken: secrets.next(), StateReason: secrets.next() },
        Tags: [{ Key: secrets.next(), Value: secrets.next() }],
      })),
      Volumes: [{ VolumeId: "vol-0000000a", State: secrets.next(), Iops: secrets.next(), VolumeType: "io1" }],
    };
    expect(await shown(secrets, "state", SHOP, { live: [fileOf(answers)] }, asked("prove"))).toEqual([]);
  });

  test("a configuration, under names that it does not have", async () => {
    const secrets = new Secrets();
    const more = Object.fromEntries(
      linesOf(secrets, [String]).map((secret, index) => [`token${String(index)}`, secret]),
    );
    for (const configuration of [more, { "pack-settings": more }, { "limit-volume-iops": more }]) {
      expect(await shown(secrets, "state", SHOP, { config: fileOf(configuration) }, asked("check", "facts"))).toEqual(
        [],
      );
    }
  });

  test("a file that is no JSON", async () => {
    const secrets = new Secrets();
    const text = () => `PASSWORD=${secrets.next()}\n{"a": ${secrets.next()}`;
    expect(await shown(secrets, "state", SHOP, { config: fileOf(text()) })).toEqual([]);
    expect(await shown(secrets, "state", SHOP, { live: [fileOf(text())] }, asked("prove"))).toEqual([]);
    expect(await shown(secrets, "state", SHOP, { withState: [fileOf(text())] })).toEqual([]);
  });
});
