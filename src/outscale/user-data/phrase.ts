/** A noun phrase of a message. */
export interface Phrase {
  readonly en: string;
  readonly fr: string;
}

export const GZIP: Phrase = { en: "gzip-compressed user data", fr: "des données utilisateur compressées avec gzip" };
export const GZIP_FILE: Phrase = { en: "a gzip-compressed file", fr: "un fichier compressé avec gzip" };
export const BINARY: Phrase = { en: "binary user data", fr: "des données utilisateur binaires" };
export const MIME: Phrase = {
  en: "a multipart MIME document",
  fr: "un document MIME en plusieurs parties",
};
export const INCLUDE: Phrase = {
  en: "a list of URLs to include",
  fr: "une liste d'URL à inclure",
};
export const JINJA: Phrase = { en: "a Jinja template", fr: "un modèle Jinja" };
export const PART_HANDLER: Phrase = {
  en: "a cloud-init part handler",
  fr: "un gestionnaire de parties de cloud-init",
};
export const ARCHIVE: Phrase = { en: "a cloud-config archive", fr: "une archive cloud-config" };
export const JSON_PATCH: Phrase = {
  en: "a cloud-config written as a JSON patch",
  fr: "un cloud-config écrit comme un correctif JSON",
};
export const IGNITION: Phrase = { en: "an Ignition configuration", fr: "une configuration Ignition" };
export const BUTANE: Phrase = { en: "a Butane configuration", fr: "une configuration Butane" };
export const TALOS: Phrase = {
  en: "a Talos machine configuration",
  fr: "une configuration de machine Talos",
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
