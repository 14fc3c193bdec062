import { reference, type Resource, some, UnknownValue } from "../../stack";
import { isProduction } from "../grouping/environment";
import { matchesGlob } from "../grouping/names";
import { tagValue } from "../grouping/tags";
import type { SharedSettings } from "../provider/settings";
import { View } from "../provider/view";

/** A machine image that the stack makes. */
export class Image extends View<"outscale:index/image:Image"> {
  static readonly types = ["outscale:index/image:Image"] as const;

  /** Whether it serves production. */
  isProduction(): boolean {
    return isProduction(this.system, this.resource, () => []);
  }
}

type DeclaredImage = SharedSettings["images"][number];

/**
 * Whether the settings declare that an image encrypts a device: the root is declared with all of them, or by itself.
 * One entry that certainly matches decides.
 * @param from what is made from the image
 * @throws {UnknownValue} when what an entry asks about the image is not known
 */
export function isDeclaredEncrypted(
  from: Resource,
  image: Image | string,
  device: "root" | "other",
  declared: readonly DeclaredImage[],
): boolean {
  const deciding = declared.filter(({ encrypted }) => encrypted === "all" || device === "root");
  return some(deciding, (entry) => {
    const matches = typeof image === "string" ? matchesId(entry, image) : matchesImage(entry, image);
    if (matches === undefined) throw new UnknownValue(from, "imageId");
    return matches;
  });
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
      // Values hold what they like, `=` too; the settings' schema asks for one.
      const end = rest.indexOf("=");
      return tagValue(image.system, image.resource, rest.slice(0, end)) === rest.slice(end + 1);
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
  const target = reference(vm.system, vm.resource, { path: "imageId", types: Image.types });
  if (target === undefined) return undefined;
  return "resource" in target ? vm.system.view(target.resource, Image) : target.outside;
}
