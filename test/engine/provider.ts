// A stand-in for the cloud: it serves Pulumi's ResourceProvider protocol as `terraform-provider` does with the schema
// of outscale 1.8.0, and nothing it creates exists. The engine starts it as `pulumi-resource-terraform-provider`.
import { serveCloud } from "./cloud/server";

void serveCloud().then((port) => {
  // The engine reads the port from the first line.
  process.stdout.write(`${String(port)}\n`);
});
