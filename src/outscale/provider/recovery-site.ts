/** A place beside the region where copies may go, as the setting `recoverySites` names it. */
export interface RecoverySite {
  /** A host name, or a provider and its region: `aws:eu-west-3`, `outscale:eu-west-2`. */
  readonly site: string;
  /** Who answers for it, until which day, and by which attestation of its own: what sensitive data ask for. */
  readonly owner?: string;
  readonly until?: string;
  readonly attestation?: string;
}

/** Reads a site: by its name alone, or with who answers for it. */
export function recoverySiteOf(written: string | RecoverySite): RecoverySite {
  return typeof written === "string" ? { site: written } : written;
}

/** The site that a place is, where the settings name it; what lies outside the Union is none, whoever names it. */
export function findRecoverySite(sites: readonly RecoverySite[], place: string): RecoverySite | undefined {
  if (isOutsideUnion(place)) return undefined;
  return sites.find(({ site }) => site.toLowerCase() === place.toLowerCase());
}

/** Whether a site may hold sensitive data on a day: somebody answers for it, and an attestation of its own holds. */
export function mayHoldSensitive({ owner, until, attestation }: RecoverySite, today: string): boolean {
  return owner !== undefined && attestation !== undefined && until !== undefined && until >= today;
}

/** Regions that are named like those of the Union, and lie outside: London and Zurich. */
const LOOKALIKES = ["aws:eu-west-2", "aws:eu-central-2", "gcp:europe-west2", "gcp:europe-west6"];
/** How the regions of a cloud in the Union begin. */
const IN_UNION: Readonly<Record<string, RegExp>> = {
  outscale: /^(?:cloudgouv-)?eu-/,
  aws: /^(?:aws-)?(?:eu|eusc)-/,
  gcp: /^europe-/,
};

function isOutsideUnion(place: string): boolean {
  const lowered = place.toLowerCase();
  const [cloud = "", region = ""] = lowered.split(":");
  const form = IN_UNION[cloud];
  return LOOKALIKES.includes(lowered) || (form !== undefined && !form.test(region));
}
