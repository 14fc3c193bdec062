import fc from "fast-check";
import type { OutputOf, Program, ResourceSpec, Written } from "./spec";

type Inputs = Record<string, Written>;
type Generate = fc.GeneratorValue;

const REGION = "cloudgouv-eu-west-1";
const SUBREGIONS = ["a", "b", "c"].map((letter) => REGION + letter);
const RANGES = ["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "::/0", "10.0.0.0/8", "203.0.113.0/24", "198.51.100.7/32"];
const USER_DATA = [
  "#!/bin/sh\ncryptsetup open --key-file /root/key /dev/xvdb data\n",
  "#!/bin/sh\ns3fs logs /mnt/logs\n",
  "#!/bin/sh\n# s3fs logs /mnt/logs\napt-get install -y nginx\n",
  Buffer.from("#cloud-config\nruncmd:\n  - rclone mount remote:logs /mnt\n").toString("base64"),
  "#!/usr/bin/env python3\nprint()\n",
];

/** Programs of one system in the field's ugly forms: components, tags out of band, outputs, literal ids, defaults. */
export function program(prefix: string): fc.Arbitrary<Program> {
  return fc.gen().map((generate) => new Generator(generate, prefix).program());
}

class Generator {
  readonly #generate: Generate;
  readonly #prefix: string;
  readonly #made: ResourceSpec[] = [];

  constructor(generate: Generate, prefix: string) {
    this.#generate = generate;
    this.#prefix = prefix;
  }

  program(): Program {
    this.#upTo(1, () => this.#make("Provider", "provider", { region: this.#one([REGION, "eu-west-2"]) }));
    this.#upTo(1, () => this.#net());
    this.#upTo(3, () => this.#subnet());
    this.#upTo(1, () => this.#group());
    this.#upTo(2, () => {
      this.#rule();
    });
    this.#upTo(3, () => {
      this.#vm();
    });
    this.#upTo(2, () => {
      this.#volume();
    });
    this.#upTo(1, () => {
      this.#tag();
    });
    this.#upTo(1, () => {
      this.#wayOut();
    });
    this.#upTo(1, () => {
      this.#vpn();
    });
    return this.#made;
  }

  #net(): string {
    return this.#make("Net", "net", {
      ipRange: "10.0.0.0/16",
      ...this.#tags({ sensitivity: ["internal", "sensitive", "odd"] }),
    });
  }

  #group(): string {
    return this.#make("SecurityGroup", "group", { description: "Servers", ...this.#maybe("netId", this.#netId()) });
  }

  #subnet(): string {
    return this.#make("Subnet", "subnet", {
      ipRange: "10.0.1.0/24",
      netId: this.#netId(),
      ...this.#maybe(
        "subregionName",
        this.#one([...SUBREGIONS, "eu-west-2a", ...this.#outputs("Subnet", "subregionName")]),
      ),
    });
  }

  #rule(): void {
    const [from, to] = this.#one([
      [22, 22],
      [1, 1024],
      [443, 443],
      [3389, 3389],
      [3000, 4000],
    ]);
    const ranges = () =>
      this.#one([...RANGES, ...this.#outputs("Subnet", "ipRange"), ...this.#outputs("PublicIp", "publicIp")]);
    if (this.#flag()) this.#make("PublicIp", "ip", {});
    const rule = { ipProtocol: this.#one(["tcp", "6", "-1", "udp"]), fromPortRange: from, toPortRange: to };
    this.#make("SecurityGroupRule", "rule", {
      flow: this.#one(["Inbound", "Outbound"]),
      securityGroupId: this.#one(["sg-12345678", ...this.#outputs("SecurityGroup", "securityGroupId")]),
      ...(this.#flag() ? { ...rule, ipRange: ranges() } : { rules: [{ ...rule, ipRanges: [ranges(), ranges()] }] }),
    });
  }

  #vm(): void {
    const subnet = () => this.#one(["subnet-12345678", ...this.#outputs("Subnet", "subnetId")]);
    const place = this.#one<() => Inputs>([
      () => ({ subnetId: subnet() }),
      () => ({ placementSubregionName: this.#one(SUBREGIONS) }),
      () => ({ nics: [{ deviceNumber: 0, subnetId: subnet() }] }),
      () => ({}),
    ]);
    this.#make("Vm", this.#one(["web", "web-1", "db-a", "vpn"]), {
      imageId: "ami-12345678",
      ...place(),
      ...this.#maybe("userData", this.#one(USER_DATA)),
      ...this.#maybe("state", this.#one(["running", "stopped"])),
      ...this.#tags({ tier: ["web", "db", "vpn"], "osc.fcu.repulse_server": ["x"] }),
      ...(this.#flag() && {
        blockDeviceMappings: [{ deviceName: this.#one(["/dev/sdb", "/dev/sda1"]), bsu: { volumeSize: 10 } }],
      }),
    });
  }

  #volume(): void {
    const volume = this.#make("Volume", "volume", {
      subregionName: this.#one(SUBREGIONS),
      size: 10,
      ...this.#tags({ encryption: ["luks2", "none"] }),
    });
    const vms = this.#outputs("Vm", "vmId");
    if (vms.length === 0 || this.#flag()) return;
    this.#make("VolumeLink", "link", {
      deviceName: this.#one(["/dev/xvdb", "/dev/sdc"]),
      vmId: this.#one(vms),
      volumeId: { of: volume, output: "volumeId", computed: this.#flag() },
    });
  }

  #tag(): void {
    const ids = [
      ...this.#outputs("Net", "netId"),
      ...this.#outputs("Vm", "vmId"),
      ...this.#outputs("Volume", "volumeId"),
    ];
    if (ids.length === 0) return;
    const [key, value] = this.#one([
      ["sensitivity", "sensitive"],
      ["tier", "web"],
      ["encryption", "luks2"],
      ["environment", "test"],
    ]);
    this.#make("Tag", "tag", { resourceIds: [this.#one(ids)], tag: [{ key, value }] });
  }

  #wayOut(): void {
    const internet = this.#make("InternetService", "internet", {});
    const table = this.#make("RouteTable", "table", { netId: this.#netId() });
    this.#make("Route", "route", {
      destinationIpRange: "0.0.0.0/0",
      routeTableId: { of: table, output: "routeTableId", computed: false },
      gatewayId: { of: internet, output: "internetServiceId", computed: this.#flag() },
    });
  }

  #vpn(): void {
    const gateway = this.#make("VirtualGateway", "gateway", { connectionType: "ipsec.1" });
    const virtualGatewayId = { of: gateway, output: "virtualGatewayId", computed: this.#flag() };
    this.#make("VirtualGatewayLink", "gateway-link", { netId: this.#netId(), virtualGatewayId });
    if (this.#flag()) return;
    const office = this.#make("ClientGateway", "office", {
      bgpAsn: 65000,
      connectionType: "ipsec.1",
      publicIp: "203.0.113.5",
    });
    const clientGatewayId = { of: office, output: "clientGatewayId", computed: false };
    this.#make("VpnConnection", "tunnel", { clientGatewayId, virtualGatewayId, connectionType: "ipsec.1" });
  }

  #netId(): Written {
    return this.#one(["vpc-12345678", ...this.#outputs("Net", "netId"), ...this.#outputs("Subnet", "netId")]);
  }

  #tags(values: Readonly<Record<string, readonly string[]>>): Inputs {
    const tags = Object.entries({ ...values, environment: ["test", "production"] })
      .filter(() => this.#flag())
      .map(([key, among]) => ({ key, value: this.#one<Written>([...among, ...this.#outputs("Net", "netId")]) }));
    return tags.length > 0 ? { tags } : {};
  }

  #outputs(kind: string, output: string): OutputOf[] {
    const made = this.#made.filter((each) => each.kind === kind);
    return made.map(({ name }) => ({ of: name, output, computed: this.#flag() }));
  }

  #make(kind: string, stem: string, inputs: Inputs): string {
    const name = `${this.#prefix}${stem}-${String(this.#made.length)}`;
    const providers = this.#made.filter((each) => each.kind === "Provider");
    this.#made.push({
      kind,
      name,
      inputs,
      ...(this.#flag() && { component: `${this.#prefix}part-${this.#one(["x", "y"])}` }),
      ...(providers[0] && kind !== "Provider" && this.#flag() && { provider: providers[0].name }),
      ...(this.#flag() && { protect: this.#flag() }),
    });
    return name;
  }

  #upTo(most: number, make: () => unknown): void {
    for (let left = this.#generate(fc.nat, { max: most }); left > 0; left -= 1) make();
  }

  #maybe(property: string, value: Written): Inputs {
    return this.#flag() ? { [property]: value } : {};
  }

  #flag(): boolean {
    return this.#generate(fc.boolean);
  }

  #one<T>(values: readonly T[]): T {
    return this.#generate(fc.constantFrom, ...values) as T;
  }
}
