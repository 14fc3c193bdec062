/** A noun phrase of a message. */
export interface Phrase {
  readonly en: string;
  readonly fr: string;
}

export const GZIP: Phrase = { en: "gzip-compressed user data", fr: "des données utilisateur compressées avec gzip" };
export const BINARY: Phrase = { en: "binary user data", fr: "des données utilisateur binaires" };
export const BROKEN_GZIP: Phrase = {
  en: "gzip data that is broken, or grows too large",
  fr: "des données gzip abîmées, ou qui deviennent trop grandes",
};
export const BROKEN_MIME: Phrase = {
  en: "a multipart MIME document that is broken",
  fr: "un document MIME en plusieurs parties qui est abîmé",
};
export const TOO_DEEP: Phrase = {
  en: "a document nested too deep",
  fr: "un document aux imbrications trop profondes",
};
export const JINJA: Phrase = {
  en: "a Jinja template that cannot be followed",
  fr: "un modèle Jinja qui ne peut pas être suivi",
};
export const INVALID_IGNITION: Phrase = {
  en: "an Ignition or Butane configuration that is not valid",
  fr: "une configuration Ignition ou Butane qui n'est pas valide",
};
export const DOWNLOADED_CONFIGURATION: Phrase = {
  en: "an Ignition configuration that brings others",
  fr: "une configuration Ignition qui en apporte d'autres",
};
export const LOCAL_FILE: Phrase = {
  en: "a file that Butane takes from elsewhere",
  fr: "un fichier que Butane prend ailleurs",
};
export const INVALID_TALOS: Phrase = {
  en: "a Talos machine configuration that is not valid",
  fr: "une configuration de machine Talos qui n'est pas valide",
};
export const MANIFEST: Phrase = { en: "a Kubernetes manifest", fr: "un manifeste Kubernetes" };
export const CONFIGURATION_AGENT: Phrase = {
  en: "what a configuration agent applies",
  fr: "ce qu'applique un agent de configuration",
};
export const INCLUDE: Phrase = {
  en: "a list of URLs to include",
  fr: "une liste d'URL à inclure",
};
export const PART_HANDLER: Phrase = {
  en: "a cloud-init part handler",
  fr: "un gestionnaire de parties de cloud-init",
};
export const JSON_PATCH: Phrase = {
  en: "a cloud-config written as a JSON patch",
  fr: "un cloud-config écrit comme un correctif JSON",
};
export const POWERSHELL: Phrase = { en: "a PowerShell script", fr: "un script PowerShell" };
export const BATCH: Phrase = { en: "a Windows batch script", fr: "un script de commandes Windows" };
export const INVALID_YAML: Phrase = {
  en: "a cloud-config that is not valid YAML",
  fr: "un cloud-config qui n'est pas du YAML valide",
};
export const UNPARSABLE: Phrase = {
  en: "a shell script that cannot be parsed",
  fr: "un script shell qui ne peut pas être analysé",
};
export const TOO_LONG: Phrase = {
  en: "a shell script too long to follow",
  fr: "un script shell trop long pour être suivi",
};
export const DOWNLOADED_SCRIPT: Phrase = {
  en: "a script downloaded at boot",
  fr: "un script téléchargé au démarrage",
};
export const DOWNLOADED_FILE: Phrase = {
  en: "a file downloaded at boot",
  fr: "un fichier téléchargé au démarrage",
};
export const COMPUTED_SCRIPT: Phrase = {
  en: "a script computed at boot",
  fr: "un script calculé au démarrage",
};
export const COMPUTED_FILE: Phrase = {
  en: "a system file computed at boot",
  fr: "un fichier système calculé au démarrage",
};
