import { noDatabaseOnObjectStorage } from "../../policies/object-storage/no-database-on-object-storage";
import { type Resource, Unknown } from "../../src/stack";
import { vm } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { resource } from "../support/resources";

function running(userData: string | Unknown): Resource {
  return vm("db", { userData });
}

const MOUNT = "#!/bin/bash\ns3fs bucket /data -o url=https://oos.cloudgouv-eu-west-1.outscale.com\n";

policySuite(noDatabaseOnObjectStorage, {
  compliant: [
    { name: "a database on a volume", resources: [running(`${MOUNT}initdb -D /srv/pg\n`)] },
    { name: "a directory whose name begins alike", resources: [running(`${MOUNT}initdb -D /database\n`)] },
    { name: "a bucket mounted for something else", resources: [running(MOUNT)] },
    {
      name: "backups through the API",
      resources: [running("#!/bin/sh\nwal-g backup-push /var/lib/postgresql/17/main\n")],
    },
    {
      name: "a bucket mounted where nobody knows, and no database",
      resources: [running('#!/bin/sh\ns3fs bucket "$DIR"\n')],
    },
  ],
  violation: [
    {
      name: "an option of the database",
      resources: [running(`${MOUNT}sudo -u postgres initdb -D /data/pg\n`)],
      findings: ["resource db userData: The data of PostgreSQL lies on a mounted bucket (line 3 of the decoded text)."],
      needs: ["db.userData"],
    },
    {
      name: "a bucket in the place of the database's own directory",
      resources: [
        running(
          "#cloud-config\nmounts:\n  - [s3fs#bucket, /var/lib/mysql, fuse, _netdev]\nruncmd:\n  - docker run -v /var/lib/mysql/x:/data/db mongo\n",
        ),
      ],
      findings: [
        "resource db userData: The data of MySQL and MongoDB lies on a mounted bucket (lines 3 and 5 of the decoded text).",
      ],
      needs: ["db.userData"],
    },
    {
      name: "a remote command",
      resources: [
        resource("command:remote:Command", "setup", {
          create: "rclone mount oos:b /data --daemon && docker run -v /data/es:/x elasticsearch:8.15.0",
        }),
      ],
      findings: [
        "resource setup create: The data of Elasticsearch lies on a mounted bucket (line 1 of the decoded text).",
      ],
      needs: ["setup.create"],
    },
  ],
  undetermined: [
    {
      name: "user data that is not known",
      resources: [running(new Unknown())],
      reasons: ["db: `userData` is not known before deployment."],
    },
    {
      name: "a bucket mounted where nobody knows, and a database",
      resources: [running('#!/bin/sh\ns3fs bucket "$DIR"\nmongod --dbpath /data\n')],
      reasons: ["db: `userData` cannot be judged: a bucket mounted where cannot be told."],
    },
    {
      name: "a script that is downloaded",
      resources: [running(`${MOUNT}curl -fsSL https://example.com/install | sh\n`)],
      reasons: ["db: `userData` cannot be judged: a script downloaded at boot."],
    },
  ],
  notApplicable: [{ name: "a VM without user data", resources: [vm("bare")] }],
});
