import {
  AnalyzeRequest,
  type AnalyzeResponse,
  AnalyzerPropertyDependencies,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import type { Policies } from "@pulumi/policy";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { POLICIES } from "../../policies";
import { decodeOnce, makePackPolicies } from "../../src/pulumi";
import { nameOfUrn } from "../../src/stack";
import { UserError } from "../../src/text";
import { TODAY } from "../command";
import { isList, isObject, type Json, type JsonObject, sizeOf, writeJson } from "../json";
import type { Reader, Said } from "../reader";
import { changedOpenly, documentIn } from "./documents";

/** The functions of Pulumi's SDK that answer the engine, of which its types say nothing. */
interface Sdk {
  readonly makeAnalyzeRpcFun: (name: string, version: string, level: string, served: Policies) => Ask;
  readonly makeAnalyzeStackRpcFun: Sdk["makeAnalyzeRpcFun"];
}

type Ask = (call: { request: object }, answer: (error: Error | undefined, given?: AnalyzeResponse) => void) => unknown;

decodeOnce();
// eslint-disable-next-line @typescript-eslint/no-require-imports -- not before what is to be replaced is
const { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun } = require("@pulumi/policy/server") as Sdk;
const NAMED = ["pulumi-policy-outscale", "0.1.0", "mandatory"] as const;

/** The pack, asked as the engine asks it: about each resource, then about the stack. What is secret, it is not told. */
export const analyzer: Reader = {
  kind: "analyzer requests",
  make: (dice, bases) => ({
    as: { language: dice.oneOf(["en", "fr"]), preview: dice.oneIn(2) },
    resources: changedOpenly(dice, bases),
  }),
  read: async (input) => {
    const as = isObject(input) && isObject(input["as"]) ? input["as"] : {};
    const language = as["language"] === "fr" ? "fr" : "en";
    const around = { language, today: TODAY, isPreview: as["preview"] === true } as const;
    const { served } = makePackPolicies(POLICIES, around);
    const resources = documentIn(input, "resources");
    if (sizeOf(resources, MOST_LEVELS) === Infinity) return NOT_SENT;
    return askAll(served, (isList(resources) ? resources : []).filter(isObject));
  },
};

/** Deeper values overflow the protocol's own library, at both ends. */
const MOST_LEVELS = 1000;

function refusedAs(sentence: string): Said {
  return { printed: "", format: "text", exitCode: 2, refused: { en: sentence, fr: sentence } };
}

const NOT_SENT = refusedAs("not what the engine sends");

async function askAll(served: Policies, resources: readonly JsonObject[]): Promise<Said> {
  const answers: AnalyzeResponse[] = [];
  const ofResource = makeAnalyzeRpcFun(...NAMED, served);
  const ofStack = makeAnalyzeStackRpcFun(...NAMED, served);
  try {
    for (const resource of resources) answers.push(await asked(ofResource, requestOf(resource)));
    const request = new AnalyzeStackRequest();
    request.setResourcesList(resources.map(stackResourceOf));
    answers.push(await asked(ofStack, request));
  } catch (error) {
    const refused = refusalOf(error);
    if (refused === undefined) throw error;
    return refusedAs(refused);
  }
  const messages = answers.flatMap((answer) => answer.getDiagnosticsList().map((found) => found.getMessage()));
  return { printed: messages.join("\n"), format: "text", exitCode: 0 };
}

async function asked(ask: Ask, request: object): Promise<AnalyzeResponse> {
  return new Promise((resolve, reject) => {
    ask({ request }, (error, given) => {
      if (given) resolve(given);
      else reject(error ?? new Error("no answer"));
    });
  });
}

/** The sentence of what the pack refuses, which the SDK hands on with where it was thrown. */
function refusalOf(error: unknown): string | undefined {
  if (error instanceof UserError) return error.message;
  const message = error instanceof Error ? error.message : "";
  // What Pulumi's SDK itself does not take never reaches the pack.
  if (/\n\s+at deserializeProperty /.test(message)) return NOT_SENT.refused?.en;
  return /^Error validating resource with policy .*:\n(.*)$/.exec(message)?.[1];
}

function requestOf(resource: JsonObject): AnalyzeRequest {
  const request = new AnalyzeRequest();
  describe(request, resource);
  request.setProperties(structOf(resource["inputs"]));
  return request;
}

function stackResourceOf(resource: JsonObject): AnalyzerResource {
  const sent = new AnalyzerResource();
  describe(sent, resource);
  sent.setProperties(structOf(resource["outputs"] ?? resource["inputs"]));
  for (const [property, found] of Object.entries(objectIn(resource["propertyDependencies"]))) {
    const urns = new AnalyzerPropertyDependencies();
    urns.setUrnsList(isList(found) ? found.filter((each) => typeof each === "string") : []);
    sent.getPropertydependenciesMap().set(property, urns);
  }
  return sent;
}

function describe(sent: AnalyzeRequest | AnalyzerResource, resource: JsonObject): void {
  const urn = textIn(resource["urn"]);
  sent.setType(textIn(resource["type"]));
  sent.setUrn(urn);
  sent.setName(nameOfUrn(urn));
  sent.setOptions(new AnalyzerResourceOptions());
  const [packageName = ""] = textIn(resource["type"]).split(":");
  if (packageName === "pulumi") return;
  const provider = new AnalyzerProviderResource();
  provider.setType(`pulumi:providers:${packageName}`);
  provider.setUrn(`urn:pulumi:dev::shop::pulumi:providers:${packageName}::default`);
  provider.setName("default");
  provider.setProperties(structOf({ region: "cloudgouv-eu-west-1" }));
  sent.setProvider(provider);
}

function structOf(values: Json | undefined): Struct {
  return Struct.fromJavaScript(JSON.parse(writeJson(objectIn(values))) as Record<string, JavaScriptValue>);
}

function objectIn(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function textIn(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
