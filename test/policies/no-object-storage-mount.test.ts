import { noObjectStorageMount } from "../../policies/object-storage/no-object-storage-mount";
import { type Resource, Unknown } from "../../src/stack";
import { vm } from "../support/builders";
import { policySuite } from "../support/policy-suite";
import { resource } from "../support/resources";

function running(userData: string | Unknown): Resource {
  return vm("files", { userData });
}

policySuite(noObjectStorageMount, {
  compliant: [
    {
      name: "tools that speak to the API",
      resources: [
        running("#!/bin/bash\napt-get install -y s3fs rclone\nrclone sync /data oos:backup\nrestic backup /data\n"),
      ],
    },
    { name: "a mount that is commented out", resources: [running("#!/bin/sh\n# s3fs bucket /data\n")] },
    { name: "text that says s3fs", resources: [running('#!/bin/sh\necho "run s3fs bucket /data by hand"\n')] },
  ],
  violation: [
    {
      name: "s3fs in a shell script",
      resources: [
        running("#!/bin/sh\nmkdir -p /data\ns3fs bucket /data -o url=https://oos.cloudgouv-eu-west-1.outscale.com\n"),
      ],
      findings: ["resource files userData: s3fs mounts a bucket (line 3 of the decoded text)."],
      needs: ["files.userData"],
    },
    {
      name: "rclone mount in a Base64 cloud-config",
      resources: [
        running(Buffer.from("#cloud-config\nruncmd:\n  - [rclone, mount, 'oos:media', /media]\n").toString("base64")),
      ],
      findings: ["resource files userData: rclone mounts a bucket (line 3 of the decoded text)."],
      needs: ["files.userData"],
    },
    {
      name: "commands that are run from outside, and what they are given to run",
      resources: [
        resource("command:remote:Command", "setup", {
          create: "sudo -E bash -s",
          stdin: "mkdir -p /data\ns3fs bucket /data\n",
          update: "goofys bucket /data",
          delete: "umount /data",
        }),
      ],
      findings: [
        "resource setup create: s3fs mounts a bucket (line 2 of the decoded text).",
        "resource setup update: goofys mounts a bucket (line 1 of the decoded text).",
      ],
      needs: ["setup.create", "setup.stdin", "setup.update"],
    },
    {
      name: "pods that mount, in a manifest, as a resource, by what their image does",
      resources: [
        resource("oksManifest:OksManifest", "agents", {
          manifest: `apiVersion: apps/v1
kind: DaemonSet
spec:
  template:
    spec:
      initContainers:
        - { name: wait, image: busybox, command: [sleep, "1"] }
      containers:
        - name: mount
          command: [sh, -c]
          args:
            - |
              mkdir -p /srv/media
              goofys media /srv/media
`,
        }),
        resource("kubernetes:batch/v1:CronJob", "nightly", {
          spec: {
            jobTemplate: {
              spec: {
                template: {
                  spec: { containers: [{ image: "rclone/rclone:1", args: ["mount", "oos:media", "/media"] }] },
                },
              },
            },
          },
        }),
        resource("kubernetes:core/v1:Pod", "hook", {
          spec: {
            containers: [
              { image: new Unknown() },
              { command: ["sleep"], lifecycle: { postStart: { exec: { command: ["s3fs", "media", "/media"] } } } },
              { image: "efrecon/s3fs", securityContext: { privileged: true } },
            ],
          },
        }),
      ],
      findings: [
        "part agents manifest: goofys mounts a bucket (line 2 of the decoded text).",
        "resource hook : s3fs mounts a bucket (line 1 of the decoded text).",
        "resource nightly : rclone mounts a bucket (line 1 of the decoded text).",
      ],
      needs: [
        "agents.manifest",
        "nightly.spec.jobTemplate.spec.template.spec.containers[0].image",
        "nightly.spec.jobTemplate.spec.template.spec.containers[0].args[0]",
        "hook.spec.containers",
      ],
    },
  ],
  undetermined: [
    {
      name: "user data that is not known",
      resources: [running(new Unknown())],
      reasons: ["files: `userData` is not known before deployment."],
    },
    {
      name: "a remote command whose input is not known, and a manifest",
      resources: [
        resource("command:remote:Command", "setup", { create: "bash -s", stdin: new Unknown() }),
        resource("oksManifest:OksManifest", "app", { manifest: new Unknown() }),
      ],
      reasons: ["setup: `stdin` is not known before deployment.", "app: `manifest` is not known before deployment."],
    },
  ],
  notApplicable: [
    {
      name: "a manifest without pods",
      resources: [resource("oksManifest:OksManifest", "app", { manifest: "kind: Service" })],
    },
    { name: "a VM without user data", resources: [vm("bare")] },
  ],
});
