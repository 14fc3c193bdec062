import { status, type handleUnaryCall } from "@grpc/grpc-js";
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
import { changedInputs, type Cloud } from "./cloud";
import type { Failure } from "./refusals";
import { schema, schemaText } from "./schema";
import { plainObject, type WireObject } from "./wire";

/** The cloud behind Pulumi's ResourceProvider protocol. */
export function providerService(cloud: Cloud) {
  return {
    handshake: answering(() => new ProviderHandshakeResponse().setAcceptSecrets(true)),
    attach: answering(() => new Empty()),
    cancel: answering(() => new Empty()),
    getPluginInfo: answering(() => new PluginInfo().setVersion("1.1.3")),
    parameterize: answering(() => new ParameterizeResponse().setName(schema.name).setVersion(schema.version)),
    getSchema: answering(() => new GetSchemaResponse().setSchema(schemaText)),

    checkConfig: answering((request) => checked(request.getNews(), cloud.checkConfig(readObject(request.getNews())))),
    diffConfig: answering((request) => diff(request.getOlds(), request.getNews())),
    configure: answering((request) => {
      cloud.configure(plainObject(readObject(request.getArgs())));
      return new ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true);
    }),

    check: answering((request) =>
      checked(request.getNews(), cloud.check(request.getType(), readObject(request.getNews()))),
    ),
    diff: answering((request) => diff(request.getOldInputs(), request.getNews())),
    create: answering((request) => {
      const inputs = readObject(request.getProperties());
      if (request.getPreview()) {
        return new CreateResponse().setProperties(writeObject(cloud.preview(request.getType(), inputs)));
      }
      const { id, outputs } = cloud.create(request.getType(), request.getUrn(), inputs);
      return new CreateResponse().setId(id).setProperties(writeObject(outputs));
    }),
    read: answering((request) => {
      const known = request.getProperties();
      // A refresh finds what the state says: nobody else touches this cloud.
      if (known && known.getFieldsMap().getLength() > 0) {
        return new ReadResponse().setId(request.getId()).setProperties(known).setInputs(request.getInputs());
      }
      const { id, outputs } = cloud.read(request.getType(), request.getId());
      return new ReadResponse().setId(id).setProperties(writeObject(outputs)).setInputs(new Struct());
    }),
    update: answering((request) => {
      const inputs = readObject(request.getNews());
      if (request.getPreview()) {
        return new UpdateResponse().setProperties(writeObject(cloud.preview(request.getType(), inputs)));
      }
      const { outputs } = cloud.update(request.getType(), request.getId(), readObject(request.getOlds()), inputs);
      return new UpdateResponse().setProperties(writeObject(outputs));
    }),
    delete: answering((request) => {
      cloud.delete(request.getId());
      return new Empty();
    }),
    invoke: answering((request) =>
      new InvokeResponse().setReturn(
        writeObject(cloud.invoke(request.getTok(), plainObject(readObject(request.getArgs())))),
      ),
    ),
  } satisfies Partial<IResourceProviderServer>;
}

function answering<Request, Answer>(answer: (request: Request) => Answer): handleUnaryCall<Request, Answer> {
  return (call, callback) => {
    try {
      callback(null, answer(call.request));
    } catch (error) {
      callback({ code: status.UNKNOWN, details: error instanceof Error ? error.message : String(error) });
    }
  };
}

function checked(inputs: Struct | undefined, failures: readonly Failure[]): CheckResponse {
  const list = failures.map(({ property, reason }) => new CheckFailure().setProperty(property).setReason(reason));
  return new CheckResponse().setInputs(inputs).setFailuresList(list);
}

// Nothing is ever replaced: which changes the cloud cannot make in place is not in the schema.
function diff(old: Struct | undefined, now: Struct | undefined): DiffResponse {
  const changed = changedInputs(plainObject(readObject(old)), plainObject(readObject(now)));
  const { DIFF_SOME, DIFF_NONE } = DiffResponse.DiffChanges;
  return new DiffResponse().setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE).setDiffsList(changed);
}

function readObject(struct: Struct | undefined): WireObject {
  return struct?.toJavaScript() ?? {};
}

function writeObject(object: WireObject): Struct {
  return Struct.fromJavaScript(object);
}
