import { credentials, Server, ServerCredentials } from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { ResourceProviderClient, ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import {
  ConfigureRequest,
  CreateRequest,
  type CreateResponse,
  InvokeRequest,
  type InvokeResponse,
  ReadRequest,
  type ReadResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { Account } from "./cloud/account";
import { providerService } from "./cloud/service";

const NET = "outscale:index/net:Net";

describe("the stand-in for the cloud, spoken to as the engine does,", () => {
  const server = new Server();
  const clients: ResourceProviderClient[] = [];
  let port = 0;

  beforeAll(async () => {
    server.addService(ResourceProviderService, providerService(new Account()));
    port = await answered<number>((callback) => {
      server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), callback);
    });
  });
  afterAll(() => {
    for (const client of clients) client.close();
    server.forceShutdown();
  });

  /** A provider of a region, on a connection of its own. */
  async function provider(region: string): Promise<ResourceProviderClient> {
    // Clients of one process share a connection unless their options differ.
    const client = new ResourceProviderClient(`127.0.0.1:${String(port)}`, credentials.createInsecure(), {
      "grpc.use_local_subchannel_pool": 1,
    });
    clients.push(client);
    const request = new ConfigureRequest().setArgs(Struct.fromJavaScript({ region }));
    await answered((callback) => client.configure(request, callback));
    return client;
  }

  async function firstSubregion(client: ResourceProviderClient): Promise<unknown> {
    const request = new InvokeRequest().setTok("outscale:index/getSubregions:getSubregions").setArgs(new Struct());
    const response = await answered<InvokeResponse>((callback) => client.invoke(request, callback));
    const { subregions } = response.getReturn()?.toJavaScript() as { subregions: { subregionName: string }[] };
    return subregions[0]?.subregionName;
  }

  test("has a region for each provider and one account for all", async () => {
    const paris = await provider("eu-west-2");
    const sovereign = await provider("cloudgouv-eu-west-1");
    expect(await firstSubregion(paris)).toBe("eu-west-2a");
    expect(await firstSubregion(sovereign)).toBe("cloudgouv-eu-west-1a");

    const request = new CreateRequest().setType(NET).setUrn("urn:net").setProperties(range("10.0.0.0/16"));
    const created = await answered<CreateResponse>((callback) => paris.create(request, callback));
    const read = new ReadRequest().setType(NET).setId(created.getId());
    const found = await answered<ReadResponse>((callback) => sovereign.read(read, callback));
    expect(found.getInputs()?.toJavaScript()).toEqual({ ipRange: "10.0.0.0/16" });
  });

  test("says before a creation what is not known yet", async () => {
    const client = await provider("cloudgouv-eu-west-1");
    const request = new CreateRequest().setType(NET).setProperties(range("10.0.0.0/16")).setPreview(true);
    const response = await answered<CreateResponse>((callback) => client.create(request, callback));
    expect(response.getId()).toBe("");
    expect(response.getProperties()?.toJavaScript()).toMatchObject({
      ipRange: "10.0.0.0/16",
      netId: "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    });
  });
});

function range(ipRange: string): Struct {
  return Struct.fromJavaScript({ ipRange });
}

async function answered<Answer>(
  ask: (callback: (error: Error | null, answer: Answer) => void) => unknown,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    ask((error, answer) => {
      if (error) reject(error);
      else resolve(answer);
    });
  });
}
