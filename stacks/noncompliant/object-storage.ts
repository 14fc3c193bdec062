import { server, subnetA, subnetB } from "./network";

server(
  "uploads",
  subnetA,
  "uploads",
  `#cloud-config
packages: [s3fs]
runcmd:
  - mkdir -p /srv/uploads
  - s3fs uploads /srv/uploads -o url=https://oos.cloudgouv-eu-west-1.outscale.com
  - docker run -d --name index -v /srv/uploads/index:/var/lib/mysql mariadb:11.4
`,
);

const script = `#!/bin/bash
export RCLONE_CONFIG_PASS='tr0ub4dor&3'
rclone mount --daemon oos:media /srv/media
`;
server("media", subnetA, "media", Buffer.from(script).toString("base64"));

server(
  "reports",
  subnetB,
  "reports",
  `#cloud-config
write_files:
  - path: /etc/fstab
    append: true
    content: |
      s3fs#reports /srv/reports fuse _netdev,noauto 0 0
`,
);

// Fetched at boot, and so not read.
server("sealed", subnetB, "sealed", "#include\nhttps://config.example.fr/sealed\n");

// Speaks to the API: that is what object storage is for.
server(
  "backup",
  subnetB,
  "backup",
  "#!/bin/sh\napt-get install -y s3fs restic\nrestic -r s3:https://oos.cloudgouv-eu-west-1.outscale.com/backup backup /data\n",
);
