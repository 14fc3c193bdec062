import { Server, ServerCredentials, status, type handleUnaryCall, type ServiceError } from "@grpc/grpc-js";
import { EngineService, type IEngineServer } from "@pulumi/pulumi/proto/engine_grpc_pb";
import {
  GetRootResourceResponse,
  LogSeverity,
  RequirePulumiVersionResponse,
  SetRootResourceResponse,
} from "@pulumi/pulumi/proto/engine_pb";
import { CallResponse } from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService, type IResourceMonitorServer } from "@pulumi/pulumi/proto/resource_grpc_pb";
import {
  DeploymentInfo,
  ReadResourceResponse,
  RegisterPackageResponse,
  RegisterResourceResponse,
  ResourceInvokeResponse,
  SupportsFeatureResponse,
  type RegisterPackageRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { PackageRequest } from "./default-providers";
import { hasEngineFeature, listEngineFeatures } from "./features";
import { readReadRequest, readRegistration } from "./registration";
import type { ProgramSession } from "./run";
import { readObject, writeObject } from "./struct";

const LARGEST_MESSAGE = 400 * 1024 * 1024;
const GET_RESOURCE = "pulumi:pulumi:getResource";

/** Pulumi's Engine and ResourceMonitor services on a loopback address, for whichever run is current. */
export class EngineServer {
  readonly #server = new Server({ "grpc.max_receive_message_length": LARGEST_MESSAGE });
  #port = 0;

  constructor(run: () => ProgramSession) {
    this.#server.addService(ResourceMonitorService, resourceMonitor(run));
    this.#server.addService(EngineService, engine(run));
  }

  get address(): string {
    return `127.0.0.1:${String(this.#port)}`;
  }

  async start(): Promise<void> {
    this.#port = await new Promise<number>((resolve, reject) => {
      this.#server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
        if (error) reject(error);
        else resolve(port);
      });
    });
  }

  stop(): void {
    this.#server.forceShutdown();
  }
}

function resourceMonitor(run: () => ProgramSession): IResourceMonitorServer {
  return {
    getDeploymentInfo: answerWith(() => deploymentInfo(run())),
    supportsFeature: answerWith((request) =>
      new SupportsFeatureResponse().setHassupport(hasEngineFeature(request.getId())),
    ),
    registerPackage: answerWith((request) =>
      new RegisterPackageResponse().setRef(run().registerPackage(packageRequestOf(request))),
    ),
    registerResource: answerWith(async (request) => {
      const { urn, outputs } = await run().register(readRegistration(request));
      return new RegisterResourceResponse().setUrn(urn).setObject(writeObject(outputs));
    }),
    registerResourceOutputs: answerWith((request) => {
      run().noteOutputs(request.getUrn());
      return new Empty();
    }),
    readResource: answerWith((request) => {
      const { urn, outputs } = run().read(readReadRequest(request), request.getId());
      return new ReadResourceResponse().setUrn(urn).setProperties(writeObject(outputs));
    }),
    invoke: answerWith(async (request) => {
      const args = readObject(request.getArgs());
      const token = request.getTok();
      if (token === GET_RESOURCE) {
        const urn = typeof args["urn"] === "string" ? args["urn"] : "";
        const state = run().lookUp(urn);
        if (!state) throw new Error(`Unknown resource ${urn}`);
        return new ResourceInvokeResponse().setReturn(writeObject(state));
      }
      const answer = await run().invoke(token, args, { provider: request.getProvider(), ...packageSourceOf(request) });
      return answer
        ? new ResourceInvokeResponse().setReturn(writeObject(answer))
        : new ResourceInvokeResponse().setUnknown(true).setReturn(writeObject({}));
    }),
    call: answerWith((request) =>
      new CallResponse().setReturn(writeObject(run().call(request.getTok(), packageSourceOf(request)))),
    ),
    registerStackTransform: answerWith((callback) => {
      run().addStackTransform(callback);
      return new Empty();
    }),
    registerStackInvokeTransform: answerWith((callback) => {
      run().addInvokeTransform(callback);
      return new Empty();
    }),
    // Nothing is deployed, so no hook is ever due; the program only needs to hear that it was registered.
    registerResourceHook: answerWith(() => new Empty()),
    registerErrorHook: answerWith(() => new Empty()),
    signalAndWaitForShutdown: answerWith(() => new Empty()),
  };
}

function engine(run: () => ProgramSession): IEngineServer {
  return {
    log: answerWith((request) => {
      if (request.getSeverity() === LogSeverity.ERROR) run().loggedErrors.push(request.getMessage());
      return new Empty();
    }),
    getRootResource: answerWith(() => new GetRootResourceResponse().setUrn(run().rootUrn)),
    setRootResource: answerWith((request) => {
      run().rootUrn = request.getUrn();
      return new SetRootResourceResponse();
    }),
    startDebugging: answerWith(() => new Empty()),
    requirePulumiVersion: answerWith(() => new RequirePulumiVersionResponse()),
  };
}

function answerWith<Request, Answer>(
  answer: (request: Request) => Answer | Promise<Answer>,
): handleUnaryCall<Request, Answer> {
  return (call, callback) => {
    Promise.resolve(call.request)
      .then(answer)
      .then(
        (response) => {
          callback(null, response);
        },
        (error: unknown) => {
          callback(failure(error));
        },
      );
  };
}

function failure(error: unknown): Partial<ServiceError> {
  return { code: status.UNKNOWN, details: error instanceof Error ? error.message : String(error) };
}

function deploymentInfo({ deployment }: ProgramSession): DeploymentInfo {
  const info = new DeploymentInfo()
    .setProject(deployment.project)
    .setStack(deployment.stack)
    .setOrganization(deployment.organization ?? "organization")
    .setConfigsecretkeysList([...(deployment.secretKeys ?? [])])
    .setDryrun(true)
    .setParallel(16)
    .setSupportedfeaturesList(listEngineFeatures());
  for (const [key, value] of Object.entries(deployment.config ?? {})) info.getConfigMap().set(key, value);
  return info;
}

// For a parameterized package, the name and version that count are those of the parameterization.
function packageRequestOf(request: RegisterPackageRequest): PackageRequest {
  const parameterization = request.getParameterization();
  return {
    name: parameterization?.getName() ?? request.getName(),
    version: parameterization?.getVersion() ?? request.getVersion(),
    downloadUrl: request.getDownloadUrl(),
  };
}

function packageSourceOf(request: { getVersion(): string; getPlugindownloadurl(): string; getPackageref(): string }) {
  return {
    version: request.getVersion(),
    downloadUrl: request.getPlugindownloadurl(),
    packageRef: request.getPackageref(),
  };
}
