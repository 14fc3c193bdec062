import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { credentials, status } from "@grpc/grpc-js";
import { ResourceMonitorClient } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { existsSync } from "node:fs";
import { DryRunEngine } from "../../src/dryrun";
import { INLINE } from "./inline";

/** Registers a resource over a connection of its own, and tells what became of it. */
async function register(address: string): Promise<string | undefined> {
  const monitor = new ResourceMonitorClient(address, credentials.createInsecure());
  const request = new RegisterResourceRequest().setType("a:b:C").setName("added").setCustom(true);
  const code = await new Promise<status>((resolve) => {
    monitor.registerResource(request, (error) => {
      resolve(error ? error.code : status.OK);
    });
  });
  monitor.close();
  return status[code];
}

// Elsewhere than on Linux nothing tells who connects, and whoever does is heard, as SECURITY.md says.
(existsSync("/proc/self/net/tcp") ? describe : describe.skip)("the engine of a dry run hears", () => {
  let engine: DryRunEngine;

  beforeEach(async () => {
    engine = new DryRunEngine({ ...INLINE, packages: [] });
    await engine.start();
  });
  afterEach(() => {
    engine.stop();
  });

  const names = () => engine.resources().map(({ name }) => name);

  test("this process, until it is told of others", async () => {
    expect(await register(engine.address)).toBe("OK");
    expect({ names: names(), refused: engine.refused }).toEqual({ names: ["added", "default"], refused: false });
  });

  test("the processes it is told of", async () => {
    engine.admit(() => [process.ppid, process.pid]);
    expect(await register(engine.address)).toBe("OK");
    expect({ names: names(), refused: engine.refused }).toEqual({ names: ["added", "default"], refused: false });
  });

  test("no other process of the same user", async () => {
    engine.admit(() => [process.ppid]);
    expect(await register(engine.address)).toBe("UNAVAILABLE");
    expect({ names: names(), refused: engine.refused }).toEqual({ names: [], refused: true });
  });
});
