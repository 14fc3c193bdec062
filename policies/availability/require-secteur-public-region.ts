import { COMMITMENTS } from "../../src/contract";
import {
  findRecoverySite,
  holdsSensitiveHere,
  mayHoldSensitive,
  OutscaleProvider,
  type RegionPlace,
  RegionalResource,
} from "../../src/outscale";
import { acceptance, certainly, definePolicy, doubt, finding, some } from "../../src/policy";

export const requireSecteurPublicRegion = definePolicy({
  name: "require-secteur-public-region",
  clauses: ["OBL.location", "DATA.eu"],
  ground: "condition",
  severity: "critical",
  level: "mandatory",
  stakes: [{ forfeits: COMMITMENTS.map(({ clause }) => clause), onAcceptance: () => "outside" }],
  alone: [OutscaleProvider, RegionalResource],
  title: {
    en: "Everything lies in the Secteur Public region",
    fr: "Tout se trouve dans la région Secteur Public",
  },
  why: {
    en: "The convention binds Outscale in the Secteur Public region only: elsewhere neither its commitments nor its qualification hold.",
    fr: "La convention n'engage Outscale que dans la région Secteur Public : ailleurs, ni ses engagements ni sa qualification ne valent.",
  },
  remediation: {
    en: "Set `outscale:region` to `cloudgouv-eu-west-1`, take every endpoint and Subregion from that region, and name no other; a site for recovery stands in `pack-settings.recoverySites` (`outscale:eu-west-2`), for sensitive data with `owner`, `until` and `attestation`.",
    fr: "Donnez à `outscale:region` la valeur `cloudgouv-eu-west-1`, prenez-y tous les endpoints et toutes les Sous-régions, et n'en nommez aucune autre ; un site de secours figure dans `pack-settings.recoverySites` (`outscale:eu-west-2`), pour des données sensibles avec `owner`, `until` et `attestation`.",
  },
  messages: {
    elsewhere: ({ found, region }: { readonly found: string; readonly region: string }) => ({
      en: `The region is ${found}, not ${region}.`,
      fr: `La région est ${found}, et non ${region}.`,
    }),
    recovery: ({ found }: { readonly found: string }) => ({
      en: `It lies in ${found}, a site for recovery: outside the convention, nothing is claimed for it.`,
      fr: `Il se trouve dans ${found}, un site de secours : hors convention, rien n'est réclamé pour lui.`,
    }),
    "sensitive-recovery": ({ found, region }: { readonly found: string; readonly region: string }) => ({
      en: `The region is ${found}, not ${region}: its entry in \`recoverySites\` lacks what sensitive data ask for.`,
      fr: `La région est ${found}, et non ${region} : il manque à son entrée dans \`recoverySites\` ce que demandent des données sensibles.`,
    }),
    "from-environment": {
      en: "The provider takes its region from the environment, and no Subregion in the stack tells which one.",
      fr: "Le fournisseur prend sa région dans l'environnement, et aucune Sous-région de la stack ne dit laquelle.",
    },
  },
  subjects: (system) => [
    ...system.all(OutscaleProvider),
    ...system.all(RegionalResource).filter((resource) => resource.regionPlaces().length > 0),
  ],
  *check(subject, { system, today, messages }) {
    const { region, recoverySites } = system.settings;
    const places = subject.regionPlaces();
    const isElsewhere = (place: RegionPlace) => place.region() !== region;
    if (some(places, isElsewhere)) {
      for (const place of places.filter((each) => certainly(() => isElsewhere(each)))) {
        const found = place.region();
        const site = findRecoverySite(recoverySites, `outscale:${found}`);
        if (!site) yield finding(subject, messages.elsewhere({ found, region }), place.path);
        else if (!mayHoldSensitive(site, today) && holdsSensitiveHere(subject)) {
          yield finding(subject, messages["sensitive-recovery"]({ found, region }), place.path);
        } else yield acceptance(messages.recovery({ found }));
      }
    } else if (places.length === 0 && subject instanceof OutscaleProvider && !isShownByResources(subject)) {
      yield doubt(subject, messages["from-environment"], "region");
    }
  },
});

/** Whether the Subregions of its resources show that a provider which names no region is in the right one. */
function isShownByResources(provider: OutscaleProvider): boolean {
  const regions = provider.regionsOfResources();
  return regions.size === 1 && regions.has(provider.system.settings.region);
}
