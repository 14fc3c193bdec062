import { describe, expect, test } from "@jest/globals";
import { readPackSettings } from "../../../src/config";
import { accountOf, listAccounts } from "../../../src/outscale/provider/accounts";
import { refuseAccountsApart } from "../../../src/outscale/provider/accounts-apart";
import type { Resource, Values } from "../../../src/stack";
import type { UserError } from "../../../src/text";
import { systemOf, untyped } from "../../support/resources";

const OURS = "012345678910";
const THEIRS = "109876543210";

function deployed(type: string, outputs: Values, options: Partial<Resource> = {}): Resource {
  return untyped(type, "one", {}, { outputs, ...options });
}

describe("an account is told by", () => {
  test.each<[string, Resource]>([
    ["the NICs of a VM", deployed("vm:Vm", { nics: [{ accountId: OURS }] })],
    ["its primary NIC", deployed("vm:Vm", { primaryNics: [{ accountId: OURS }] })],
    ["a NIC", deployed("nic:Nic", { accountId: OURS })],
    ["the VM of a NIC", deployed("nicLink:NicLink", { vmAccountId: OURS })],
    ["a security group", deployed("securityGroup:SecurityGroup", { accountId: OURS })],
    [
      "a security group that is only read",
      deployed("securityGroup:SecurityGroup", { accountId: OURS }, { written: false }),
    ],
    ["an image", deployed("image:Image", { accountId: OURS })],
    ["a snapshot", deployed("snapshot:Snapshot", { accountId: OURS })],
    [
      "the end of a peering that asks for it",
      deployed("netPeering:NetPeering", { sourceNets: [{ accountId: OURS }], accepterNets: [{ accountId: THEIRS }] }),
    ],
    [
      "the end of a peering that accepts it",
      deployed("netPeeringAcceptation:NetPeeringAcceptation", {
        ...{ sourceNets: [{ accountId: THEIRS }], accepterNets: [{ accountId: OURS }] },
      }),
    ],
  ])("%s", (_what, resource) => {
    expect(listAccounts(systemOf([resource]))).toEqual([{ account: OURS, by: "unit/test" }]);
  });

  test.each<[string, Resource]>([
    ["an image of somebody else", deployed("image:Image", { accountId: THEIRS }, { written: false })],
    ["a snapshot of somebody else", deployed("snapshot:Snapshot", { accountId: THEIRS }, { written: false })],
    ["what names accounts otherwise", deployed("securityGroup:SecurityGroup", { accountId: "emulated" })],
    ["what is not deployed", untyped("securityGroup:SecurityGroup", "one")],
    ["what has no account", deployed("net:Net", { netId: "vpc-12345678" })],
  ])("not by %s", (_what, resource) => {
    expect(listAccounts(systemOf([resource]))).toEqual([]);
  });

  test("facts about other stacks, but for what the stack has itself", () => {
    const known = {
      "subnet-1": { type: "outscale:index/subnet:Subnet", account: OURS },
      "subnet-2": { type: "outscale:index/subnet:Subnet" },
    };
    const subnet = untyped("subnet:Subnet", "one", {}, { id: "subnet-1" });
    expect(listAccounts(systemOf([], { known }))).toEqual([{ account: OURS, by: "known" }]);
    expect(listAccounts(systemOf([subnet], { known }))).toEqual([]);
  });
});

test("what one provider makes is of one account", () => {
  const [first, second] = ["urn:first", "urn:second"].map((provider) => ({ provider }));
  const group = deployed("securityGroup:SecurityGroup", { accountId: OURS }, first);
  const net = untyped("net:Net", "two", {}, first);
  const other = untyped("net:Net", "three", {}, second);
  const system = systemOf([group, net, other]);
  expect([group, net, other].map((resource) => accountOf(system, resource))).toEqual([OURS, OURS, undefined]);
  const mixed = deployed("nic:Nic", { accountId: THEIRS }, first);
  expect(accountOf(systemOf([group, mixed, net]), net)).toBeUndefined();
});

describe("accounts are taken together", () => {
  const THIRD = "000000000003";
  const told = [OURS, THEIRS, THIRD].map((account, index) => ({ account, by: `shop/${String(index)}` }));

  function refusal(accounts: number, sameSubregions: string[][]): string {
    const { shared } = readPackSettings({ sameSubregions });
    try {
      refuseAccountsApart(told.slice(0, accounts), shared.sameSubregions);
    } catch (error) {
      return (error as UserError).text.en;
    }
    return "accepted";
  }

  const apart = (one: string, other: string) =>
    `The accounts ${one} and ${other} are taken together only where \`pack-settings.sameSubregions\` lists both: ` +
    "Subregion names are given account by account, so Subregion `a` of one may be another place than Subregion `a` of the other.";

  test.each<[string, number, string[][], string]>([
    ["where there is none", 0, [], "accepted"],
    ["where there is one", 1, [], "accepted"],
    ["not where there are two", 2, [], apart(`${OURS} (shop/0)`, `${THEIRS} (shop/1)`)],
    ["where a list joins both", 2, [[THEIRS, OURS]], "accepted"],
    ["not where lists join others", 2, [[OURS, THIRD]], apart(`${OURS} (shop/0)`, `${THEIRS} (shop/1)`)],
    ["not where a third is joined with neither", 3, [[OURS, THEIRS]], apart(`${OURS} (shop/0)`, `${THIRD} (shop/2)`)],
    ["where one list joins what another has", 3, [[THEIRS, THIRD], [OURS, THEIRS]], "accepted"], // prettier-ignore
  ])("%s", (_when, accounts, lists, expected) => {
    expect(refusal(accounts, lists)).toBe(expected);
  });
});
