import { attemptEach, type Resource, type Undecided } from "../../stack";
import { tagValue } from "../grouping/tags";
import type { System } from "../provider/system";
import { WholeStack } from "../provider/whole-stack";

const named = (name: string) => `outscale:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`;

/** What the provider lets a program tag. */
export const TAGGABLE: readonly string[] = [
  ...["ClientGateway", "DhcpOption", "Image", "ImageExportTask", "InternetService", "Keypair", "LoadBalancer"],
  ...["NatService", "Net", "NetAccessPoint", "NetPeering", "Nic", "OksCluster", "OksProject", "PublicIp", "RouteTable"],
  ...["SecurityGroup", "Snapshot", "SnapshotExportTask", "Subnet", "VirtualGateway", "Vm", "Volume", "VpnConnection"],
].map(named);

/** All that a stack can tag. */
export class TaggedStack extends WholeStack {
  readonly #resources: readonly Resource[];

  constructor(system: System) {
    super(system);
    this.#resources = system.ofTypes(TAGGABLE).filter(({ elsewhere }) => elsewhere !== true);
  }

  /** Whether the stack has nothing that can be tagged. */
  get isEmpty(): boolean {
    return this.#resources.length === 0;
  }

  /**
   * The resources without a tag, and what hides whether others have it.
   */
  findLacking(key: string): { readonly certain: readonly Resource[]; readonly why?: Undecided | undefined } {
    const lacks = (resource: Resource) => (tagValue(this.system, resource, key) ?? "") === "";
    const { known, why } = attemptEach(this.#resources.map((resource) => () => (lacks(resource) ? [resource] : [])));
    return { certain: known.flat(), why };
  }
}
