import { addressIn } from "./network";
import { PORTS } from "./security";
import { application, keyServer, subregions } from "./settings";

const zones = subregions.map((_, index) => index + 1);
const apps = zones.map((zone) => `${addressIn("app", zone, "10")}:${String(PORTS.app)}`);
const databases = zones.map((zone) => `${addressIn("database", zone, "10")}:${String(PORTS.database)}`);

/** Nginx with a web application firewall, in front of the application servers of all Subregions. */
export const webUserData = userData(
  "web",
  `packages: [nginx, libnginx-mod-http-modsecurity, modsecurity-crs]
write_files:
  - path: /etc/nginx/conf.d/${application}.conf
    content: |
      upstream app {
        ${apps.map((app) => `server ${app};`).join(" ")}
      }
      server {
        listen ${String(PORTS.site)};
        modsecurity on;
        modsecurity_rules_file /etc/nginx/modsecurity_includes.conf;
        location = /health { return 200; }
        location / { proxy_pass http://app; }
      }
      server {
        listen ${String(PORTS.redirect)};
        return 301 https://$host$request_uri;
      }
runcmd:
  - systemctl restart nginx
`,
);

/** A container of yours, which knows the databases of all Subregions. */
export const appUserData = userData(
  "app",
  `packages: [podman]
runcmd:
  - systemctl enable podman-restart
  - >-
    podman run --detach --restart=always --name ${application}
    --publish ${String(PORTS.app)}:${String(PORTS.app)} --env DATABASES=${databases.join(",")}
    registry.example.com/${application}:1.0.0
`,
);

/**
 * PostgreSQL on a LUKS volume that opens with the Tang server's help, at every boot and on any VM that takes the
 * volume over. The volume is linked once the VM runs: the first boot waits for it.
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

/**
 * What a VM does at its first boot; VMs of one tier start on different hosts, which a tag set later would not do.
 * All of it is known beforehand, so that a preview can be judged: addresses are fixed, not asked from the VMs.
 */
function userData(tier: string, cloudConfig: string): string {
  const text = `-----BEGIN OUTSCALE SECTION-----
filter_private_section=true
tags.osc.fcu.repulse_server=${application}-${tier}
-----END OUTSCALE SECTION-----
#cloud-config
apt:
  primary:
    - arches: [default]
      uri: https://deb.debian.org/debian
  security:
    - arches: [default]
      uri: https://deb.debian.org/debian-security
${cloudConfig}`;
  return Buffer.from(text).toString("base64");
}
