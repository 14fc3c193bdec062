import { expect, test } from "@jest/globals";
import { readUserData } from "../../../src/outscale/user-data";

test.each([
  ["a host of object storage", "curl https://oos.cloudgouv-eu-west-1.outscale.com/bucket", ["oos"]],
  ["a bucket in the host's place", "curl https://files.example.com", []],
  [
    "several services, once each",
    "a=API.eu-west-2.outscale.com\nb=api.us-east-2.outscale.com fcu.eu-west-2.outscale.com",
    ["api", "fcu"],
  ],
  ["a comment", "  # oos.cloudgouv-eu-west-1.outscale.com", []],
  ["another company's host", "curl https://oos.cloudgouv-eu-west-1.outscale.example.com", []],
])("of %s, the services that are called", (_, line, services) => {
  expect([...readUserData(`#!/bin/sh\n${line}\n`).calledServices]).toEqual(services);
});
