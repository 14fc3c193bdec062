import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { Account } from "./account";
import { providerService } from "./service";

/** Serves the stand-in for the cloud, with an account that is empty, and answers the port. */
export async function serveCloud(): Promise<number> {
  const server = new Server();
  server.addService(ResourceProviderService, providerService(new Account()));
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}
