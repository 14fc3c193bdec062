import { server, subnetA, subnetB } from "./network";

// Asks for its own name as fast as it can.
server(
  "impatient",
  subnetA,
  "impatient",
  "#!/bin/sh\nuntil curl -sf http://169.254.169.254/latest/meta-data/hostname > /etc/hostname; do :; done\n",
);

server(
  "watcher",
  subnetB,
  "watcher",
  `#cloud-config
write_files:
  - path: /etc/systemd/system/watcher.service
    content: |
      [Service]
      ExecStart=/bin/sh -c 'while true; do osc-cli api ReadVms > /run/vms.json; done'
`,
);
