import { credentials } from "@grpc/grpc-js";
import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import { CallbackInvokeRequest, type Callback } from "@pulumi/pulumi/proto/callback_pb";
import {
  TransformInvokeRequest,
  TransformInvokeResponse,
  TransformRequest,
  TransformResourceOptions,
  TransformResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import type { Registration } from "./registration";
import { readObject, writeObject } from "./struct";
import type { WireObject } from "../stack/wire";

/** Runs the program's own transforms, which live in the program's process. */
export class Transforms {
  readonly #clients = new Map<string, CallbacksClient>();

  /** A registration as a transform leaves it. */
  async transform(registration: Registration, callback: Callback): Promise<Registration> {
    const request = new TransformRequest()
      .setType(registration.type)
      .setName(registration.name)
      .setCustom(registration.custom)
      .setParent(registration.parent ?? "")
      .setProperties(writeObject(registration.inputs))
      .setOptions(optionsOf(registration));
    const answer = TransformResponse.deserializeBinary(await this.#invoke(callback, request.serializeBinary()));
    const options = answer.getOptions();
    const properties = answer.getProperties();
    return {
      ...registration,
      ...(properties && { inputs: readObject(properties) }),
      ...(options && {
        dependencies: options.getDependsOnList(),
        protect: options.hasProtect() ? options.getProtect() : undefined,
        retainOnDelete: options.hasRetainOnDelete() ? options.getRetainOnDelete() : undefined,
        provider: options.getProvider(),
        version: options.getVersion(),
        downloadUrl: options.getPluginDownloadUrl(),
      }),
    };
  }

  /** The arguments of a call as a transform leaves them. */
  async transformArguments(token: string, args: WireObject, callback: Callback): Promise<WireObject> {
    const request = new TransformInvokeRequest().setToken(token).setArgs(writeObject(args));
    const answer = TransformInvokeResponse.deserializeBinary(await this.#invoke(callback, request.serializeBinary()));
    return answer.hasArgs() ? readObject(answer.getArgs()) : args;
  }

  close(): void {
    for (const client of this.#clients.values()) client.close();
    this.#clients.clear();
  }

  #invoke(callback: Callback, request: Uint8Array): Promise<Uint8Array> {
    const call = new CallbackInvokeRequest().setToken(callback.getToken()).setRequest(request);
    return new Promise((resolve, reject) => {
      this.#client(callback.getTarget()).invoke(call, (error, answer) => {
        if (error) reject(error);
        else resolve(answer.getResponse_asU8());
      });
    });
  }

  #client(target: string): CallbacksClient {
    let client = this.#clients.get(target);
    if (!client) this.#clients.set(target, (client = new CallbacksClient(target, credentials.createInsecure())));
    return client;
  }
}

function optionsOf(registration: Registration): TransformResourceOptions {
  const options = new TransformResourceOptions()
    .setDependsOnList([...registration.dependencies])
    .setProvider(registration.provider)
    .setVersion(registration.version)
    .setPluginDownloadUrl(registration.downloadUrl);
  if (registration.protect !== undefined) options.setProtect(registration.protect);
  if (registration.retainOnDelete !== undefined) options.setRetainOnDelete(registration.retainOnDelete);
  for (const [name, provider] of Object.entries(registration.providers)) options.getProvidersMap().set(name, provider);
  return options;
}
