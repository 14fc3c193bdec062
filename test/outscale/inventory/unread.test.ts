import { describe, expect, test } from "@jest/globals";
import { POLICIES } from "../../../policies";
import { verdictsAreKnown } from "../../../src/policy";
import { type Resource, Unknown } from "../../../src/stack";
import { net, vm } from "../../support/builders";
import { judgementOf } from "../../support/judgement";
import { stackOf, untyped } from "../../support/resources";

function judged(...resources: readonly Resource[]) {
  return judgementOf(stackOf([net(), ...resources]), POLICIES);
}

/** What was not seen, each of which leaves a verdict open, and what is only named. */
function unreadOf(...resources: readonly Resource[]): { unseen: string[]; named: string[] } {
  const judgement = judged(...resources);
  return {
    unseen: judgement.listUnseen().map(({ text }) => text.en),
    named: judgement.listNotJudged().map(({ en }) => en),
  };
}

const NOTHING = { unseen: [], named: [] };

describe("of resources that no policy reads,", () => {
  test.each([
    "command:local:Command",
    "pulumi-nodejs:dynamic:Resource",
    "osc:index/securityGroupRule:SecurityGroupRule",
    "Outscale:index/vm:Vm",
    "outscale:index/SecurityGroupRule:SecurityGroupRule",
    "outscale:index/vm:Vm ",
    "random:index/shell:Shell",
    "docker:index/container:Container",
  ])("%s may deploy anything: it was not seen", (type) => {
    expect(unreadOf(untyped(type, "one"), untyped(type, "other"))).toEqual({
      unseen: [`Not judged: 2 resources of ${type} (one and other), which no policy reads.`],
      named: [],
    });
  });

  test("those of the provider itself and of known packages are named", () => {
    expect(
      unreadOf(untyped("outscale:index/newest:Newest", "new"), untyped("kubernetes:core/v1:Namespace", "shop")),
    ).toEqual({
      unseen: [],
      named: [
        "Not judged: 1 resource of kubernetes:core/v1:Namespace (shop), which no policy reads.",
        "Not judged: 1 resource of outscale:index/newest:Newest (new), which no policy reads.",
      ],
    });
  });

  test("EC2 calls to Outscale's own endpoint were not seen", () => {
    const endpoints = '[{"ec2":"https://fcu.cloudgouv-eu-west-1.outscale.com"}]';
    const provider = untyped("pulumi:providers:aws", "osc", { region: "cloudgouv-eu-west-1", endpoints });
    const instance = untyped("aws:ec2/instance:Instance", "web", {}, { provider: provider.urn });
    expect(unreadOf(provider, instance).unseen).toEqual([
      "Not judged: 1 resource of aws:ec2/instance:Instance (web), which no policy reads.",
    ]);
    const abroad = untyped("pulumi:providers:aws", "osc", { region: "eu-west-3" });
    expect(unreadOf(abroad, instance).unseen).toEqual([]);
  });

  test.each([
    ["not known", new Unknown()],
    ["an address", '[{"ec2":"https://192.0.2.7"}]'],
    ["spelled otherwise", '[{"ec2":"https://fcu.cloudgouv-eu-west-1.outscale%2ecom"}]'],
  ])("nor were calls to an endpoint that is %s", (_name, endpoints) => {
    const provider = untyped("pulumi:providers:aws", "osc", { region: "eu-west-3", endpoints });
    const instance = untyped("aws:ec2/instance:Instance", "web", {}, { provider: provider.urn });
    expect(unreadOf(provider, instance).unseen).toHaveLength(1);
  });

  test.each(["https://ec2.eu-west-3.amazonaws.com", "http://localhost:4566"])("those to %s are elsewhere", (ec2) => {
    const provider = untyped("pulumi:providers:aws", "own", { endpoints: JSON.stringify([{ ec2 }]) });
    const instance = untyped("aws:ec2/instance:Instance", "web", {}, { provider: provider.urn });
    expect(unreadOf(provider, instance).unseen).toEqual([]);
  });

  test("an object in Outscale's object storage is named: policies read its bucket", () => {
    const provider = untyped("pulumi:providers:aws", "oos", {
      endpoints: '[{"s3":"https://oos.cloudgouv-eu-west-1.outscale.com"}]',
    });
    const object = untyped("aws:s3/bucketObjectv2:BucketObjectv2", "page", {}, { provider: provider.urn });
    expect(unreadOf(provider, object)).toEqual({
      unseen: [],
      named: ["Not judged: 1 resource of aws:s3/bucketObjectv2:BucketObjectv2 (page), which no policy reads."],
    });
  });

  test.each([
    ["https://get.pulumi.com", 0],
    ["https://plugins.example.com", 1],
  ])("a package that deploys nothing does from %s: %d unseen", (pluginDownloadURL, unseen) => {
    const provider = untyped("pulumi:providers:random", "own", { pluginDownloadURL });
    const password = untyped("random:index/randomPassword:RandomPassword", "db", {}, { provider: provider.urn });
    expect(unreadOf(provider, password).unseen).toHaveLength(unseen);
  });

  test("nor what a chart installs", () => {
    expect(unreadOf(untyped("kubernetes:helm.sh/v3:Release", "monitoring", { chart: "prometheus" }))).toEqual({
      unseen: [],
      named: ["Not judged: what Helm installs by monitoring, whose objects the program does not show."],
    });
  });

  test.each([
    "random:index/randomPassword:RandomPassword",
    "tls:index/privateKey:PrivateKey",
    "std:index:File",
    "time:index/sleep:Sleep",
    "pulumi:providers:docker",
  ])("%s deploys nothing", (type) => {
    expect(unreadOf(untyped(type, "one"))).toEqual(NOTHING);
  });
});

test("a component that bears the type of a VM is no VM, and is named", () => {
  const judgement = judged(untyped("outscale:index/vm:Vm", "web", {}, { isComponent: true }));
  expect(judgement.listNotJudged().map(({ en, fr }) => [en, fr])).toEqual([
    [
      "Not deployed by any provider: 1 resource of type outscale:index/vm:Vm (web), components that only bear its type.",
      "Déployé par aucun fournisseur : 1 ressource de type outscale:index/vm:Vm (web), des composants qui n'en portent que le type.",
    ],
  ]);
  expect(judgement.commitments().filter(({ asset }) => asset?.kind === "tier")).toEqual([]);
  expect(unreadOf(untyped("shop:index:Web", "web", {}, { isComponent: true }), vm())).toEqual(NOTHING);
});

test("each thing that was not seen is one undetermined verdict about the stack", () => {
  const judgement = judged(untyped("command:local:Command", "one"), untyped("docker:index/container:Container", "two"));
  const own = judgement.listReported().filter(({ policy }) => policy === verdictsAreKnown);
  expect(own.map(({ subject, verdict }) => `${subject.kind} ${subject.path}: ${verdict}`)).toEqual([
    "stack command:local:Command: undetermined",
    "stack docker:index/container:Container: undetermined",
    "stack : violation",
  ]);
});
