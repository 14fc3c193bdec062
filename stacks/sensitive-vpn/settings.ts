import { Config } from "@pulumi/pulumi";

const config = new Config();

export const application = "health";

export const owner = config.require("owner");

export const region = new Config("outscale").require("region");

export const subregions = ["a", "b", "c"].map((letter) => `${region}${letter}`);

/** An image of Debian 12 or later whose root device LUKS encrypts. */
export const image = config.require("image");

/** The public key of those who will administer the VMs. */
export const administratorKey = config.require("administratorKey");

/** The public addresses of your VPN routers, two at least. */
export const sites = config.requireObject<string[]>("sites");

/** The private range behind them. */
export const siteNetwork = config.require("siteNetwork");

/** A Tang server of yours, and a mirror of Debian, both behind the VPN. */
export const keyServer = config.require("keyServer");
export const mirror = config.require("mirror");

/** The id of object storage in rules of security groups, as `ReadNetAccessPointServices` answers it. */
export const objectStorage = config.require("objectStorage");

export const archiveBucket = config.require("archiveBucket");

/** Each new label, such as `2026-01`, makes one more archive of the data. */
export const archive = config.get("archive");
