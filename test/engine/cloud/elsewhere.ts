import { type handleUnaryCall, Server, ServerCredentials } from "@grpc/grpc-js";
import { type IResourceProviderServer, ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import {
  CheckResponse,
  ConfigureResponse,
  CreateResponse,
  DiffResponse,
  ProviderHandshakeResponse,
  ReadResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

function answering<Request, Answer>(answer: (request: Request) => Answer): handleUnaryCall<Request, Answer> {
  return ({ request }, callback) => {
    callback(null, answer(request));
  };
}

/** The other clouds that programs speak to: each takes what it is given, and knows nothing of it. */
export const ELSEWHERE = ["aws", "kubernetes"];

/** Serves a stand-in for them, which has neither schema nor memory, and answers the port. */
export async function serveElsewhere(): Promise<number> {
  let made = 0;
  const server = new Server();
  const service = {
    handshake: answering(() => new ProviderHandshakeResponse().setAcceptSecrets(true)),
    attach: answering(() => new Empty()),
    cancel: answering(() => new Empty()),
    getPluginInfo: answering(() => new PluginInfo().setVersion("1.0.0")),
    checkConfig: answering((request) => new CheckResponse().setInputs(request.getNews())),
    diffConfig: answering(() => new DiffResponse()),
    configure: answering(() => new ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true)),
    check: answering((request) => new CheckResponse().setInputs(request.getNews())),
    diff: answering(() => new DiffResponse().setChanges(DiffResponse.DiffChanges.DIFF_NONE)),
    create: answering((request) => {
      const created = new CreateResponse().setProperties(request.getProperties());
      if (!request.getPreview()) created.setId(`made-${String((made += 1))}`);
      return created;
    }),
    read: answering((request) =>
      new ReadResponse().setId(request.getId()).setProperties(request.getProperties()).setInputs(request.getInputs()),
    ),
    delete: answering(() => new Empty()),
  } satisfies Partial<IResourceProviderServer>;
  server.addService(ResourceProviderService, service);
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}
