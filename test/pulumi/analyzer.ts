import { credentials } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzeRequest,
  AnalyzerProviderResource,
  type AnalyzeResponse,
  AnalyzerPropertyDependencies,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
  type PolicyType,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

export const ROOT = join(__dirname, "..", "..");
/** What the engine starts a pack with. */
export const POLICY_HOST = join(ROOT, "node_modules/@pulumi/pulumi/cmd/run-policy-pack");

/** A resource as the engine sends it. */
export interface Sent {
  readonly type: string;
  readonly name: string;
  readonly stack?: string;
  readonly isComponent?: boolean;
  readonly inputs: Readonly<Record<string, JavaScriptValue>>;
  readonly dependencies?: Readonly<Record<string, readonly Sent[]>>;
}

/** What the pack answered: findings as `policy name: fact`, and what did not apply as `policy: reason`. */
export interface Answer {
  readonly findings: string[];
  readonly notApplicable: string[];
}

/** What one policy says of a stack, `advisory <title>` with its lines. */
export interface Diagnosis {
  readonly said: readonly string[];
  readonly isNotApplicable: boolean;
}

/** The pack in a process of its own, spoken to as the engine does. */
export class Analyzer {
  readonly #host: ChildProcess;
  readonly #client: AnalyzerClient;

  private constructor(host: ChildProcess, client: AnalyzerClient) {
    this.#host = host;
    this.#client = client;
  }

  static async start(environment: Readonly<Record<string, string>> = {}, pack = ROOT): Promise<Analyzer> {
    const { PATH = "" } = process.env;
    const host = spawn(process.execPath, [POLICY_HOST, "127.0.0.1:1", pack], {
      cwd: pack,
      env: { PATH, ...environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const port = await new Promise<string>((resolve, reject) => {
      host.stdout.once("data", (data) => {
        resolve(String(data).trim());
      });
      host.once("exit", (code) => {
        reject(new Error(`The pack ended with code ${String(code)} before it could be asked.`));
      });
      host.once("error", reject);
    });
    return new Analyzer(host, new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure()));
  }

  stop(): void {
    this.#client.close();
    this.#host.kill();
  }

  async configure(
    settings: Readonly<Record<string, Readonly<Record<string, JavaScriptValue>>>>,
    level: EnforcementLevel = EnforcementLevel.MANDATORY,
  ): Promise<void> {
    const request = new ConfigureAnalyzerRequest();
    for (const [policy, properties] of Object.entries(settings)) {
      const config = new PolicyConfig();
      config.setEnforcementlevel(level);
      config.setProperties(Struct.fromJavaScript(properties));
      request.getPolicyconfigMap().set(policy, config);
    }
    await new Promise<void>((resolve, reject) => {
      this.#client.configure(request, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
  }

  /** What Pulumi is told of the type of each policy that nobody has to enable first. */
  async policyTypes(): Promise<ReadonlyMap<string, PolicyType>> {
    return new Promise((resolve, reject) => {
      this.#client.getAnalyzerInfo(new Empty(), (error, info) => {
        if (error) reject(error);
        else {
          const enabled = info
            .getPoliciesList()
            .filter((policy) => policy.getEnforcementlevel() !== EnforcementLevel.DISABLED);
          resolve(new Map(enabled.map((policy) => [policy.getName(), policy.getPolicyType()])));
        }
      });
    });
  }

  async analyze(sent: Sent): Promise<Answer> {
    const request = new AnalyzeRequest();
    request.setType(sent.type);
    request.setUrn(urnOf(sent));
    request.setName(sent.name);
    request.setProperties(Struct.fromJavaScript(sent.inputs));
    request.setProvider(providerOf(sent));
    request.setOptions(new AnalyzerResourceOptions());
    return new Promise((resolve, reject) => {
      this.#client.analyze(request, (error, response) => {
        if (error) reject(error);
        else resolve(answerOf(response, urnOf(sent)));
      });
    });
  }

  /** The stack stage, which sees outputs: before deployment every one that the program did not write is unknown. */
  async analyzeStack(resources: readonly Sent[]): Promise<Answer> {
    return answerOf(await this.#askAboutStack(resources));
  }

  /** What one policy says in the stack stage, whole and with its levels, and whether it counts as not applicable. */
  async analyzeStackFor(policy: string, resources: readonly Sent[]): Promise<Diagnosis> {
    const response = await this.#askAboutStack(resources);
    return {
      said: response
        .getDiagnosticsList()
        .filter((found) => found.getPolicyname() === policy)
        .map(
          (found) =>
            `${found.getEnforcementlevel() === EnforcementLevel.ADVISORY ? "advisory" : "mandatory"} ${found.getMessage()}`,
        ),
      isNotApplicable: response.getNotApplicableList().some((each) => each.getPolicyName() === policy),
    };
  }

  async #askAboutStack(resources: readonly Sent[]): Promise<AnalyzeResponse> {
    const request = new AnalyzeStackRequest();
    request.setResourcesList(resources.map(stackResource));
    return new Promise((resolve, reject) => {
      this.#client.analyzeStack(request, (error, response) => {
        if (error) reject(error);
        else resolve(response);
      });
    });
  }
}

function stackResource(sent: Sent): AnalyzerResource {
  const resource = new AnalyzerResource();
  resource.setType(sent.type);
  resource.setUrn(urnOf(sent));
  resource.setName(sent.name);
  resource.setProperties(Struct.fromJavaScript(sent.inputs));
  resource.setProvider(providerOf(sent));
  resource.setOptions(new AnalyzerResourceOptions());
  for (const [property, found] of Object.entries(sent.dependencies ?? {})) {
    const urns = new AnalyzerPropertyDependencies();
    urns.setUrnsList(found.map(urnOf));
    resource.getPropertydependenciesMap().set(property, urns);
  }
  return resource;
}

/** The default provider of a resource: a component has none, nor has what is Pulumi's own. */
function providerOf({ type, stack = "dev", isComponent = false }: Sent): AnalyzerProviderResource | undefined {
  const [name = ""] = type.split(":");
  if (isComponent || name === "pulumi") return undefined;
  const provider = new AnalyzerProviderResource();
  provider.setType(`pulumi:providers:${name}`);
  provider.setUrn(`urn:pulumi:${stack}::unit::pulumi:providers:${name}::default`);
  provider.setName("default");
  provider.setProperties(Struct.fromJavaScript({}));
  return provider;
}

function urnOf({ type, name, stack = "dev" }: Sent): string {
  return `urn:pulumi:${stack}::unit::${type}::${name}`;
}

/** Policies that speak of the same rule in their own words: the adapter is tried on one of them. */
const SAME_RULE = ["limit-public-ports", "limit-source-range", "no-public-file-sharing-port"];

function answerOf(response: AnalyzeResponse, asked = ""): Answer {
  return {
    findings: response
      .getDiagnosticsList()
      .map(
        (found) =>
          `${found.getPolicyname()} ${nameOf(found.getUrn() || asked)}: ${found.getMessage().split("\n")[1] ?? ""}`,
      )
      .filter((found) => !SAME_RULE.some((policy) => found.startsWith(`${policy} `)))
      .sort(),
    notApplicable: response.getNotApplicableList().map((each) => `${each.getPolicyName()}: ${each.getReason()}`),
  };
}

function nameOf(urn: string): string {
  return urn.split("::").at(-1) ?? "";
}
