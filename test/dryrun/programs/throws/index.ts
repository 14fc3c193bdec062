import * as outscale from "@pulumi/outscale";

async function main(): Promise<void> {
  const { images } = await outscale.getImages({});
  const debian = images.find(({ imageName }) => imageName === "debian");
  new outscale.Vm("web", { imageId: debian!.imageId! });
}

void main();
