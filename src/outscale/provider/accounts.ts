import { type Resource, stackOfUrn, type Value, type Values, valueAt } from "../../stack";
import { listKnownAccounts, refuseAccountsApart, sortOnce, type ToldAccount } from "./accounts-apart";
import type { System } from "./system";
import { elementPaths } from "./view";

/** Where the provider answers whose account a resource is. */
interface Owner {
  readonly paths: (outputs: Values) => readonly string[];
  /** Whether a program may read one that is another account's: only of those it makes is the account its own. */
  readonly isReadOfOthers: boolean;
}

const at = (path: string) => () => [path];
const inEach = (list: string) => (outputs: Values) => elementPaths(outputs, list).map((path) => `${path}.accountId`);

const OWNERS: Readonly<Record<string, Owner>> = {
  "outscale:index/image:Image": { paths: at("accountId"), isReadOfOthers: true },
  "outscale:index/netPeering:NetPeering": { paths: inEach("sourceNets"), isReadOfOthers: true },
  "outscale:index/netPeeringAcceptation:NetPeeringAcceptation": {
    paths: inEach("accepterNets"),
    isReadOfOthers: true,
  },
  "outscale:index/nic:Nic": { paths: at("accountId"), isReadOfOthers: false },
  "outscale:index/nicLink:NicLink": { paths: at("vmAccountId"), isReadOfOthers: false },
  "outscale:index/securityGroup:SecurityGroup": { paths: at("accountId"), isReadOfOthers: false },
  "outscale:index/snapshot:Snapshot": { paths: at("accountId"), isReadOfOthers: true },
  "outscale:index/vm:Vm": {
    paths: (outputs) => [...inEach("nics")(outputs), ...inEach("primaryNics")(outputs)],
    isReadOfOthers: false,
  },
};

/** The account that a resource is of: what is made with the same provider is of the same account. */
export function accountOf(system: System, resource: Resource): string | undefined {
  const [account, ...others] = accountsByMaker(system).get(makerOf(resource)) ?? [];
  return others.length === 0 ? account : undefined;
}

/** The accounts that the resources of some stacks are of, and the setting `known` tells of; in the order of their ids. */
export function listAccounts(system: System): readonly ToldAccount[] {
  return system.memo(listAccounts, system, () => {
    const own = system.resources.filter(({ elsewhere }) => elsewhere !== true);
    const ids = new Set(own.map(({ id }) => id));
    const told = own.flatMap((resource) => ownersOf(resource).map((account) => ({ account, by: stackOf(resource) })));
    const known = Object.entries(system.settings.known).filter(([id]) => !ids.has(id));
    return sortOnce([...told, ...listKnownAccounts(Object.fromEntries(known))]);
  });
}

/**
 * Refuses a system that holds what is of two accounts, whose Subregions may be different places.
 * @throws {UserError} when no setting says that they are the same
 */
export function refuseTwoAccounts(system: System): void {
  refuseAccountsApart(listAccounts(system), system.settings.sameSubregions);
}

function accountsByMaker(system: System): ReadonlyMap<string, ReadonlySet<string>> {
  return system.memo(accountsByMaker, system, () => {
    const accounts = new Map<string, Set<string>>();
    for (const resource of system.resources) {
      const maker = makerOf(resource);
      for (const account of ownersOf(resource)) {
        accounts.set(maker, (accounts.get(maker) ?? new Set()).add(account));
      }
    }
    return accounts;
  });
}

/** The provider that makes a resource; where a document names none, its stack. */
function makerOf(resource: Resource): string {
  return resource.provider ?? stackOf(resource);
}

/** `shop/prod`. */
function stackOf({ urn }: Resource): string {
  const { project, name } = stackOfUrn(urn);
  return `${project}/${name}`;
}

function ownersOf({ type, outputs, written }: Resource): string[] {
  const owner = Object.hasOwn(OWNERS, type) ? OWNERS[type] : undefined;
  if (!owner || !outputs || (owner.isReadOfOthers && !written)) return [];
  return owner
    .paths(outputs)
    .map((path) => valueAt(outputs, path))
    .filter(isAccount);
}

/** Other clouds in the provider's place, such as an emulator, name accounts otherwise: what they say tells nothing. */
function isAccount(value: Value | undefined): value is string {
  return typeof value === "string" && /^\d{12}$/.test(value);
}
