import { addressIn } from "./network";
import { PORTS } from "./security";
import { application, archiveBucket, keyServer, mirror, region, subregions } from "./settings";

const databases = subregions.map((_, index) => `${addressIn("database", index + 1, "10")}:${String(PORTS.database)}`);

/** A container of yours, which speaks TLS itself and knows the databases of all Subregions. */
export const appUserData = userData(
  "app",
  `packages: [podman]
runcmd:
  - systemctl enable podman-restart
  - >-
    podman run --detach --restart=always --name ${application}
    --publish ${String(PORTS.app)}:${String(PORTS.app)} --env DATABASES=${databases.join(",")}
    registry.example.internal/${application}:1.0.0
`,
);

/**
 * PostgreSQL on a LUKS volume that opens with the Tang server's help, and sends what it writes to object storage,
 * encrypted, over the Net access point. The credentials of object storage come from your own store.
 */
export const databaseUserData = userData(
  "database",
  `packages: [clevis-luks, clevis-systemd, cryptsetup]
write_files:
  - path: /etc/crypttab
    content: data /dev/xvdb none luks,_netdev
  - path: /etc/fstab
    content: /dev/mapper/data /var/lib/postgresql ext4 defaults,_netdev 0 2
    append: true
  - path: /etc/wal-g.yaml
    content: |
      AWS_ENDPOINT: https://oos.${region}.outscale.com
      WALG_S3_PREFIX: s3://${archiveBucket}/wal
runcmd:
  - udevadm wait --timeout=600 /dev/xvdb
  - |
    if cryptsetup isLuks /dev/xvdb; then
      clevis luks unlock -d /dev/xvdb -n data
    else
      head --bytes=64 /dev/urandom > /run/first.key
      cryptsetup luksFormat --batch-mode --type luks2 /dev/xvdb /run/first.key
      clevis luks bind -y -k /run/first.key -d /dev/xvdb tang '{"url":"${keyServer}"}'
      cryptsetup open --key-file /run/first.key /dev/xvdb data
      rm /run/first.key
      mkfs.ext4 /dev/mapper/data
    fi
  - systemctl enable clevis-luks-askpass.path
  - mkdir --parents /var/lib/postgresql
  - mount /var/lib/postgresql
  - apt-get install --yes postgresql
`,
);

/** What a VM does at its first boot; VMs of one tier start on different hosts, and packages come from your mirror. */
function userData(tier: string, cloudConfig: string): string {
  const text = `-----BEGIN OUTSCALE SECTION-----
filter_private_section=true
tags.osc.fcu.repulse_server=${application}-${tier}
-----END OUTSCALE SECTION-----
#cloud-config
apt:
  primary:
    - arches: [default]
      uri: ${mirror}/debian
  security:
    - arches: [default]
      uri: ${mirror}/debian-security
${cloudConfig}`;
  return Buffer.from(text).toString("base64");
}
