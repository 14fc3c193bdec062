// A stand-in for the cloud: it serves Pulumi's ResourceProvider protocol as `terraform-provider` does with the schema
// of outscale 1.8.0, and nothing it creates exists. The engine starts it as `pulumi-resource-terraform-provider`.
import { Server, ServerCredentials } from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { Cloud } from "./cloud/cloud";
import { providerService } from "./cloud/service";

const server = new Server();
server.addService(ResourceProviderService, providerService(new Cloud()));
server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  // The engine reads the port from the first line.
  process.stdout.write(`${String(port)}\n`);
});
