import { type handleUnaryCall, type ServerUnaryCall, status } from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
  CheckFailure,
  CheckResponse,
  ConfigureResponse,
  CreateResponse,
  DiffResponse,
  GetSchemaResponse,
  InvokeResponse,
  ParameterizeResponse,
  ProviderHandshakeResponse,
  ReadResponse,
  UpdateResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Account } from "./account";
import { Cloud } from "./cloud";
import { difference, type Difference, settingsDifference } from "./replacement";
import type { Failure } from "./refusals";
import { schema, schemaText } from "./schema";
import { plainObject, type WireObject } from "./wire";

/** The cloud behind Pulumi's ResourceProvider protocol. */
export function providerService(account: Account) {
  const clouds = new Map<string, Cloud>();
  // The engine speaks to each provider of a program over a connection of its own.
  const cloudOf = (connection: string): Cloud => {
    const cloud = clouds.get(connection) ?? new Cloud(account);
    clouds.set(connection, cloud);
    return cloud;
  };
  const answering = answeringFor(cloudOf);

  return {
    handshake: answering(() => new ProviderHandshakeResponse().setAcceptSecrets(true)),
    attach: answering(() => new Empty()),
    cancel: answering(() => new Empty()),
    getPluginInfo: answering(() => new PluginInfo().setVersion("1.1.3")),
    parameterize: answering(() => new ParameterizeResponse().setName(schema.name).setVersion(schema.version)),
    getSchema: answering(() => new GetSchemaResponse().setSchema(schemaText)),

    checkConfig: answering((cloud, request) =>
      checked(request.getNews(), cloud.checkConfig(readObject(request.getNews()))),
    ),
    diffConfig: answering((_, request) =>
      answerDifference(settingsDifference(readPlainObject(request.getOldInputs()), readPlainObject(request.getNews()))),
    ),
    configure: answering((cloud, request) => {
      cloud.configure(readPlainObject(request.getArgs()));
      return new ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
    }),

    check: answering((cloud, request) =>
      checked(request.getNews(), cloud.check(request.getType(), readObject(request.getNews()))),
    ),
    diff: answering((_, request) => {
      const [old, now] = [readPlainObject(request.getOldInputs()), readPlainObject(request.getNews())];
      return answerDifference(difference(request.getType(), old, now));
    }),
    create: answering((cloud, request) => {
      const inputs = readObject(request.getProperties());
      if (request.getPreview()) {
        return new CreateResponse().setProperties(writeObject(cloud.previewCreate(request.getType(), inputs)));
      }
      const { id, outputs } = cloud.create(request.getType(), request.getUrn(), inputs);
      return new CreateResponse().setId(id).setProperties(writeObject(outputs));
    }),
    read: answering((cloud, request) => {
      const outputs = readObject(request.getProperties());
      const known = Object.keys(outputs).length > 0 ? { inputs: readObject(request.getInputs()), outputs } : undefined;
      const found = cloud.read(request.getType(), request.getId(), known);
      // Without an id the engine takes the resource for gone.
      if (!found) return new ReadResponse();
      return new ReadResponse()
        .setId(found.id)
        .setProperties(writeObject(found.outputs))
        .setInputs(writeObject(found.inputs));
    }),
    update: answering((cloud, request) => {
      const [old, inputs] = [readObject(request.getOlds()), readObject(request.getNews())];
      const outputs = request.getPreview()
        ? cloud.previewUpdate(request.getType(), old, inputs)
        : cloud.update(request.getType(), request.getId(), old, inputs).outputs;
      return new UpdateResponse().setProperties(writeObject(outputs));
    }),
    delete: answering((cloud, request) => {
      cloud.delete(request.getId());
      return new Empty();
    }),
    invoke: answering((cloud, request) =>
      new InvokeResponse().setReturn(writeObject(cloud.invoke(request.getTok(), readPlainObject(request.getArgs())))),
    ),
  } satisfies Partial<IResourceProviderServer>;
}

function answeringFor(cloudOf: (connection: string) => Cloud) {
  return <Request, Answer>(answer: (cloud: Cloud, request: Request) => Answer): handleUnaryCall<Request, Answer> =>
    (call: ServerUnaryCall<Request, Answer>, callback) => {
      try {
        callback(null, answer(cloudOf(call.getPeer()), call.request));
      } catch (error) {
        callback({ code: status.UNKNOWN, details: error instanceof Error ? error.message : String(error) });
      }
    };
}

function checked(inputs: Struct | undefined, failures: readonly Failure[]): CheckResponse {
  const list = failures.map(({ property, reason }) => new CheckFailure().setProperty(property).setReason(reason));
  return new CheckResponse().setInputs(inputs).setFailuresList(list);
}

function answerDifference({ changed, replacing }: Difference): DiffResponse {
  const { DIFF_SOME, DIFF_NONE } = DiffResponse.DiffChanges;
  return new DiffResponse()
    .setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE)
    .setDiffsList([...changed])
    .setReplacesList([...replacing]);
}

function readObject(struct: Struct | undefined): WireObject {
  return struct?.toJavaScript() ?? {};
}

function readPlainObject(struct: Struct | undefined): WireObject {
  return plainObject(readObject(struct));
}

function writeObject(object: WireObject): Struct {
  return Struct.fromJavaScript(object);
}
