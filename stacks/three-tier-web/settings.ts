import { Config } from "@pulumi/pulumi";

const config = new Config();

export const application = "shop";

export const owner = config.require("owner");

const region = new Config("outscale").require("region");

/** The commitments that ask for equivalent resources everywhere count all three: leave one out to see what is lost. */
export const subregions = (config.getObject<string[]>("subregions") ?? ["a", "b", "c"]).map(
  (letter) => `${region}${letter}`,
);

/** Debian 12 or later. */
export const image = config.require("image");

/** The ORN of the site's certificate, uploaded beforehand: its private key then never enters the state. */
export const certificate = config.require("certificate");

/** The public key of those who will administer the VMs. */
export const administratorKey = config.require("administratorKey");

/** A Tang server of yours, with whose help the databases open their volumes. */
export const keyServer = config.require("keyServer");

export const accessLogBucket = config.require("accessLogBucket");

export const archiveBucket = config.require("archiveBucket");

/** Each new label, such as `2026-01`, makes one more archive of the data. */
export const archive = config.get("archive");
