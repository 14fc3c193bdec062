import type { Resource } from "../../src/stack";
import { resource } from "./resources";

type Inputs = NonNullable<Parameters<typeof resource>[2]>;

/** The AWS provider as programs declare it for object storage. */
export function aws(endpoints?: Inputs[string], name = "oos"): Resource {
  return resource("pulumi:providers:aws", name, endpoints === undefined ? {} : { endpoints });
}

export const oos = aws([{ s3: "https://oos.cloudgouv-eu-west-1.outscale.com" }]);

export const minio = resource("pulumi:providers:minio", "minio", {
  minioServer: "oos.cloudgouv-eu-west-1.outscale.com",
  minioSsl: true,
});

/** A resource of the provider that makes buckets, `s3("bucketV2:BucketV2", "files", { ... })`. */
export function s3(type: string, name: string, inputs: Inputs = {}, provider = oos): Resource {
  const token = provider.type === minio.type ? `minio:index/${type}` : `aws:s3/${type}`;
  return resource(type.split(":").length === 3 ? type : token, name, inputs, { provider: provider.urn });
}
