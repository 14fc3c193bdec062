/** Keeps VMs of one job on different hosts from their first start: a tag would come too late for that. */
function apart(tier: string): string {
  return [
    "-----BEGIN OUTSCALE SECTION-----",
    `tags.osc.fcu.repulse_server=${tier}`,
    "-----END OUTSCALE SECTION-----",
    "",
  ].join("\n");
}

/** A server without data: packages and a service. */
export function serverUserData(tier: string, packages: readonly string[]): string {
  return encoded(`${apart(tier)}#cloud-config
package_update: true
packages: [${packages.join(", ")}]
`);
}

/** A database, on a volume that LUKS opens at each start with a key fetched from the vault. */
export function databaseUserData(tier: string): string {
  return encoded(`${apart(tier)}#cloud-config
package_update: true
packages: [cryptsetup, postgresql, vault]
bootcmd:
  - |
    vault read -field=key secret/volumes/database > /run/volume.key
    cryptsetup isLuks /dev/xvdb || cryptsetup luksFormat --batch-mode --type luks2 /dev/xvdb /run/volume.key
    cryptsetup open --key-file /run/volume.key /dev/xvdb data
    shred -u /run/volume.key
mounts:
  - [/dev/mapper/data, /var/lib/postgresql, ext4, "defaults,nofail"]
`);
}

function encoded(text: string): string {
  return Buffer.from(text).toString("base64");
}
