import type { ClauseId } from "../../contract";
import type { AssetScope } from "../../outscale";
import { type Text, sameInEach } from "../../text";
import { scopeOf } from "./scope";

/** What a commitment is about, in words, and for what it has a line each. */
export interface ScopeText {
  readonly about: Text;
  readonly line: Text;
}

/** Says what a commitment is about. */
export function describeScope(clause: ClauseId): ScopeText {
  return WORDS[scopeOf(clause)];
}

const TIER_OR_POOL: Text = { en: "tier, node pool", fr: "tier, node pool" };
const WAYS_AND_WALLS: Text = {
  en: "tier, entry, node pool; the Net, where it is lost whatever its tiers are",
  fr: "tier, entrée, node pool ; le Net, s'il est perdu quels que soient ses tiers",
};
const ENTRY: Text = { en: "entry", fr: "entrée" };

const WORDS: Readonly<Record<AssetScope, ScopeText>> = {
  account: {
    about: {
      en: "whatever is deployed: one API makes all of it",
      fr: "tout ce qui est déployé : une seule API le crée",
    },
    line: { en: "account", fr: "compte" },
  },
  regions: {
    about: { en: "resources in the Region", fr: "les ressources de la Région" },
    line: { en: "Region", fr: "Région" },
  },
  subregions: {
    about: { en: "resources that lie in a Subregion", fr: "les ressources placées dans une Sous-région" },
    line: { en: "Subregion", fr: "Sous-région" },
  },
  nets: {
    about: {
      en: "Nets, and the public Cloud, with VMs, load balancers or Kubernetes nodes in them",
      fr: "les Nets, et le Cloud public, où se trouvent des VM, des load balancers ou des nœuds Kubernetes",
    },
    line: { en: "Net, node pool", fr: "Net, node pool" },
  },
  machines: { about: { en: "VMs and node pools", fr: "les VM et les node pools" }, line: TIER_OR_POOL },
  vms: { about: { en: "VMs that run", fr: "les VM qui tournent" }, line: sameInEach("tier") },
  "ways to the Internet": {
    about: {
      en: "tiers, entries and node pools with a way from or to the Internet",
      fr: "les tiers de VM, entrées et node pools qui ont un accès depuis ou vers Internet",
    },
    line: WAYS_AND_WALLS,
  },
  "behind security groups": {
    about: { en: "what stands behind security groups", fr: "ce qui se trouve derrière des groupes de sécurité" },
    line: WAYS_AND_WALLS,
  },
  "load balancers": { about: { en: "load balancers", fr: "les load balancers" }, line: ENTRY },
  volumes: {
    about: {
      en: "volumes and the disks that VMs are made with, boot disks too",
      fr: "les volumes et les disques créés avec les VM, disques de démarrage compris",
    },
    line: {
      en: "tier; a volume by itself, where it is attached to the VM of no tier; a stopped VM, for its own disks",
      fr: "tier ; le volume seul, s'il n'est attaché à aucune VM d'un tier ; la VM arrêtée, pour ses propres disques",
    },
  },
  snapshots: {
    about: {
      en: "snapshots, and declared backups, which stand for snapshots made elsewhere",
      fr: "les snapshots, et les sauvegardes déclarées, qui valent pour des snapshots faits ailleurs",
    },
    line: { en: "snapshot, backup", fr: "snapshot, sauvegarde" },
  },
  "guaranteed IOPS": {
    about: { en: "disks of type io1, whose IOPS are guaranteed", fr: "les disques de type io1, aux IOPS garanties" },
    line: { en: "disk", fr: "disque" },
  },
  "object storage": {
    about: {
      en: "buckets in the Region's object storage, by whichever provider, access logs, export tasks, and what VMs and Kubernetes do with it by themselves",
      fr: "les buckets du stockage objet de la Région, quel que soit le fournisseur, les journaux d'accès, les tâches d'export, et ce que VM et Kubernetes en font d'eux-mêmes",
    },
    line: { en: "bucket, use of object storage", fr: "bucket, usage du stockage objet" },
  },
  "what may fail": {
    about: {
      en: "tiers, entries, volumes of no tier, node pools and their control planes, Nets, NAT services, VPN connections, buckets, and the account",
      fr: "les tiers de VM, entrées, volumes d'aucun tier, node pools et leurs plans de contrôle, Nets, services NAT, connexions VPN, buckets, et le compte",
    },
    line: {
      en: "every one of these, the three severities together",
      fr: "chacun d'eux, les trois sévérités ensemble",
    },
  },
};
