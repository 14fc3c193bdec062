import type { Resource } from "../../src/stack";
import { type AnyInputs, resource, untyped } from "./resources";

/** The AWS provider as programs declare it for object storage. */
export function aws(endpoints?: AnyInputs[string], name = "oos", inputs: AnyInputs = {}): Resource {
  return resource("pulumi:providers:aws", name, endpoints === undefined ? inputs : { endpoints, ...inputs });
}

export const oos = aws([{ s3: "https://oos.cloudgouv-eu-west-1.outscale.com" }]);

export const minio = resource("pulumi:providers:minio", "minio", {
  minioServer: "oos.cloudgouv-eu-west-1.outscale.com",
  minioSsl: true,
});

/** A resource of the provider that makes buckets, `s3("bucketV2:BucketV2", "files", { ... })`. */
export function s3(type: string, name: string, inputs: AnyInputs = {}, provider = oos): Resource {
  const token = provider.type === minio.type ? `minio:index/${type}` : `aws:s3/${type}`;
  return untyped(type.split(":").length === 3 ? type : token, name, inputs, { provider: provider.urn });
}
