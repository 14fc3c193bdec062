import { type Resource, reference, UnknownValue } from "../../stack";
import { isProduction } from "../grouping/environment";
import { matchesGlob } from "../grouping/names";
import { tagValue } from "../grouping/tags";
import type { SharedSettings } from "../provider/settings";
import { View } from "../provider/view";

/** A machine image that the stack makes. */
export class Image extends View<"outscale:index/image:Image"> {
  static readonly types = ["outscale:index/image:Image"] as const;

  isProduction(shared: SharedSettings): boolean {
    return isProduction(this.stack, this.resource, shared, () => []);
  }
}

type DeclaredImage = SharedSettings["images"][number];

/**
 * Which devices of an image the settings declare encrypted: `all`, the `root` one, or none.
 * @throws {UnknownValue} when an entry may match but what it matches is not known
 */
export function declaredEncryption(
  from: Resource,
  image: Image | string,
  declared: readonly DeclaredImage[],
): "root" | "all" | undefined {
  let hidden: UnknownValue | undefined;
  let found: "root" | "all" | undefined;
  for (const entry of declared) {
    const matches = typeof image === "string" ? matchesId(entry, image) : matchesImage(entry, image);
    if (matches === undefined) hidden ??= new UnknownValue(from, "imageId");
    else if (matches && found !== "all") found = entry.encrypted;
  }
  if (found === undefined && hidden) throw hidden;
  return found;
}

/** An image outside the stack is known by its id alone: its name, tags and owner are not. */
function matchesId({ match }: DeclaredImage, id: string): boolean | undefined {
  return /^(?:name|owner|tag):/.test(match) ? undefined : match === id;
}

function matchesImage({ match }: DeclaredImage, image: Image): boolean | undefined {
  const [kind] = match.split(":", 1);
  const rest = match.slice(match.indexOf(":") + 1);
  switch (kind) {
    case "name":
      return image.sets("imageName") ? matchesGlob(image.written.imageName ?? "", rest) : undefined;
    case "tag": {
      const [key = "", value] = rest.split("=", 2);
      return tagValue(image.stack, image.resource, key) === value;
    }
    case "owner": {
      // Known once the image is made.
      const owner = image.resource.outputs?.["accountId"];
      return typeof owner === "string" ? owner === rest : undefined;
    }
    default:
      return image.resource.id === undefined ? false : match === image.resource.id;
  }
}

/** The image a VM is made from: one of the stack's, or the id of another. */
export function imageOf(vm: View<"outscale:index/vm:Vm">): Image | string | undefined {
  const target = reference(vm.stack, vm.resource, { path: "imageId", types: Image.types });
  if (target === undefined) return undefined;
  return "resource" in target ? vm.stack.view(target.resource, Image) : target.outside;
}
