import type { Text } from "../../text";

// Noun phrases of messages: what user data is that is not read.
export const GZIP: Text = { en: "gzip-compressed user data", fr: "un `userData` compressé avec gzip" };
export const BINARY: Text = { en: "binary user data", fr: "un `userData` binaire" };
export const BROKEN_GZIP: Text = {
  en: "gzip data that is broken, or grows too large",
  fr: "des données gzip corrompues, ou qui deviennent trop volumineuses",
};
export const BROKEN_MIME: Text = {
  en: "a multipart MIME document that is broken",
  fr: "un document MIME en plusieurs parties qui est corrompu",
};
export const TOO_DEEP: Text = {
  en: "a document nested too deep",
  fr: "un document aux imbrications trop profondes",
};
export const JINJA: Text = {
  en: "a Jinja template that cannot be followed",
  fr: "un modèle Jinja qui ne peut pas être suivi",
};
export const INVALID_IGNITION: Text = {
  en: "an Ignition or Butane configuration that is not valid",
  fr: "une configuration Ignition ou Butane qui n'est pas valide",
};
export const DOWNLOADED_CONFIGURATION: Text = {
  en: "an Ignition configuration that brings others",
  fr: "une configuration Ignition qui en inclut d'autres",
};
export const LOCAL_FILE: Text = {
  en: "a file that Butane takes from elsewhere",
  fr: "un fichier que Butane prend ailleurs",
};
export const INVALID_TALOS: Text = {
  en: "a Talos machine configuration that is not valid",
  fr: "une configuration de machine Talos qui n'est pas valide",
};
export const MANIFEST: Text = { en: "a Kubernetes manifest", fr: "un manifeste Kubernetes" };
export const CONFIGURATION_AGENT: Text = {
  en: "what a configuration agent applies",
  fr: "ce qu'applique un agent de configuration",
};
export const INCLUDE: Text = {
  en: "a list of URLs to include",
  fr: "une liste d'URL à inclure",
};
export const PART_HANDLER: Text = {
  en: "a cloud-init part handler",
  fr: "un gestionnaire de parties de cloud-init",
};
export const JSON_PATCH: Text = {
  en: "a cloud-config written as a JSON patch",
  fr: "un cloud-config écrit sous forme de JSON Patch",
};
export const POWERSHELL: Text = { en: "a PowerShell script", fr: "un script PowerShell" };
export const BATCH: Text = { en: "a Windows batch script", fr: "un script de commandes Windows" };
export const INVALID_YAML: Text = {
  en: "a cloud-config that is not valid YAML",
  fr: "un cloud-config qui n'est pas du YAML valide",
};
export const UNPARSABLE: Text = {
  en: "a shell script that cannot be parsed",
  fr: "un script shell qui ne peut pas être analysé",
};
export const TOO_LONG: Text = {
  en: "a shell script too long to follow",
  fr: "un script shell trop long pour être suivi",
};
export const DOWNLOADED_SCRIPT: Text = {
  en: "a script downloaded at boot",
  fr: "un script téléchargé au démarrage",
};
export const DOWNLOADED_FILE: Text = {
  en: "a file downloaded at boot",
  fr: "un fichier téléchargé au démarrage",
};
export const COMPUTED_SCRIPT: Text = {
  en: "a script computed at boot",
  fr: "un script calculé au démarrage",
};
export const COMPUTED_FILE: Text = {
  en: "a system file computed at boot",
  fr: "un fichier système calculé au démarrage",
};
