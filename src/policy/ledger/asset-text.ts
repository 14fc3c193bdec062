import { type Asset, type AssetKind, NET_ELSEWHERE, PUBLIC_CLOUD, SUBREGION_NOT_KNOWN } from "../../outscale";
import { addTo, shortType } from "../../stack";
import { formatList, joinTexts, joinWithSemicolons, sameInEach, type Text } from "../../text";

/** What names an asset. */
type Named = Pick<Asset, "kind" | "name" | "resource">;

/** Says which asset it is: `tier web (shop, production)`, `Volume data`. */
export function formatAsset(asset: Named): Text {
  const name = formatName(asset);
  if (isPublicCloud(asset)) return name;
  const [one] = KIND_NAMES[asset.kind];
  return joinTexts([one, name].filter(isSaid), " ");
}

/**
 * Names several assets, those of one kind together: `tiers app and web; entry shop`.
 * @param atMost how many of a kind are named before the rest is counted
 */
export function formatAssets(assets: readonly Named[], atMost?: number): Text {
  const byKind = new Map<AssetKind, Named[]>();
  for (const asset of assets) addTo(byKind, asset.kind, asset);
  const groups = [...byKind].map(([kind, ofKind]) => {
    const [first, ...others] = ofKind;
    if (first && others.length === 0) return formatAsset(first);
    const [, many] = KIND_NAMES[kind];
    return joinTexts([many, formatList(ofKind.map(formatName), atMost)].filter(isSaid), " ");
  });
  return joinWithSemicolons(groups);
}

/** Where VMs stand that are in no Net, which is none. */
function isPublicCloud({ kind, name }: Named): boolean {
  return kind === "net" && name === PUBLIC_CLOUD;
}

/** The name without the kind; what is there once has none. */
function formatName(asset: Named): Text {
  const { kind, name, resource } = asset;
  if (kind === "account") return { en: "the account", fr: "le compte" };
  if (isPublicCloud(asset)) return { en: "the public Cloud", fr: "le Cloud public" };
  if (kind === "net" && name === NET_ELSEWHERE) return { en: "outside this stack", fr: "hors de cette stack" };
  if (kind === "subregion" && name === SUBREGION_NOT_KNOWN) return { en: "(not known)", fr: "(inconnue)" };
  return sameInEach(
    kind === "resource" || kind === "use of object storage" ? `${shortType(resource.type)} ${name}` : name,
  );
}

function isSaid({ en }: Text): boolean {
  return en !== "";
}

const NOTHING: Text = sameInEach("");

/** The name of a kind, and its plural. */
const KIND_NAMES: Readonly<Record<AssetKind, readonly [Text, Text]>> = {
  tier: [sameInEach("tier"), sameInEach("tiers")],
  entry: [
    { en: "entry", fr: "entrée" },
    { en: "entries", fr: "entrées" },
  ],
  "node pool": [sameInEach("node pool"), sameInEach("node pools")],
  net: [sameInEach("Net"), sameInEach("Nets")],
  resource: [NOTHING, NOTHING],
  "use of object storage": [
    { en: "use of object storage by", fr: "usage du stockage objet par" },
    { en: "use of object storage by", fr: "usage du stockage objet par" },
  ],
  backup: [
    { en: "backup of", fr: "sauvegarde de" },
    { en: "backups of", fr: "sauvegardes de" },
  ],
  "control plane": [
    { en: "control plane of", fr: "plan de contrôle de" },
    { en: "control planes of", fr: "plans de contrôle de" },
  ],
  subregion: [
    { en: "Subregion", fr: "Sous-région" },
    { en: "Subregions", fr: "Sous-régions" },
  ],
  region: [
    { en: "Region", fr: "Région" },
    { en: "Regions", fr: "Régions" },
  ],
  account: [NOTHING, NOTHING],
};
