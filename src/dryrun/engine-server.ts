import { createServer, type AddressInfo, type Server as NetServer, type Socket } from "node:net";
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
import { isHeldBy, tellsPeers } from "./peer";
import { readReadRequest, readRegistration } from "./registration";
import type { ProgramSession } from "./run";
import { readObject, writeObject } from "./struct";

const LARGEST_MESSAGE = 400 * 1024 * 1024;
const GET_RESOURCE = "pulumi:pulumi:getResource";

/**
 * Pulumi's Engine and ResourceMonitor services on a loopback address, for whichever run is current. The SDKs have no
 * password to give, so a connection is taken by who holds its other end.
 */
export class EngineServer {
  /** The processes that may connect. */
  admitted: () => Iterable<number> = () => [process.pid];
  /** Whether a connection of another process was refused. */
  refused = false;
  readonly #services = new Server({ "grpc.max_receive_message_length": LARGEST_MESSAGE });
  readonly #listener: NetServer;
  #tellsPeers = false;

  constructor(run: () => ProgramSession) {
    this.#services.addService(ResourceMonitorService, resourceMonitor(run));
    this.#services.addService(EngineService, engine(run));
    const accepted = this.#services.createConnectionInjector(ServerCredentials.createInsecure());
    this.#listener = createServer({ noDelay: true }, (connection) => {
      if (this.#admits(connection)) accepted.injectConnection(connection);
      else this.#refuse(connection);
    });
  }

  get address(): string {
    return `127.0.0.1:${String(this.#port)}`;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#listener.once("error", reject).listen(0, "127.0.0.1", resolve);
    });
    this.#tellsPeers = tellsPeers(this.#port);
  }

  stop(): void {
    this.#listener.close();
    this.#services.forceShutdown();
  }

  get #port(): number {
    return (this.#listener.address() as AddressInfo).port;
  }

  #admits(connection: Socket): boolean {
    return !this.#tellsPeers || isHeldBy(connection, this.admitted());
  }

  #refuse(connection: Socket): void {
    this.refused = true;
    // It may be gone already, which is what was wanted.
    connection.on("error", () => undefined).destroy();
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
      if (request.getSeverity() === LogSeverity.ERROR) run().noteError(request.getMessage());
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
