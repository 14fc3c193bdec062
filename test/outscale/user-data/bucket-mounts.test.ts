import { describe, expect, test } from "@jest/globals";
import type { BucketMount } from "../../../src/outscale/user-data";
import { base64, bash, factsOf } from "./facts";

const data = (tool: string, line = 2): BucketMount[] => [{ tool, target: "/data", line }];

describe("buckets that are mounted", () => {
  test.each<{ how: string; text: string; mounts: BucketMount[] }>([
    { how: "s3fs", text: bash("s3fs backups /data -o url=https://oos.example"), mounts: data("s3fs") },
    { how: "s3fs with its options first", text: bash("s3fs -o passwd_file=/etc/key b /data"), mounts: data("s3fs") },
    { how: "s3fs over several lines", text: bash("\ns3fs backups \\\n  /data \\\n  -o x"), mounts: data("s3fs", 3) },
    { how: "an unset bucket", text: bash('s3fs "$BUCKET" "${DIR:-/data}"'), mounts: data("s3fs") },
    { how: "an unset directory", text: bash("s3fs backups $DIR"), mounts: [{ tool: "s3fs", line: 2 }] },
    { how: "goofys", text: bash("sudo -u www env A=1 goofys --endpoint https://o b /data &"), mounts: data("goofys") },
    { how: "geesefs", text: bash("! mountpoint -q /data && geesefs b /data"), mounts: data("geesefs") },
    { how: "mount-s3", text: bash("/usr/bin/mount-s3 b /data --cache /tmp"), mounts: data("mount-s3") },
    { how: "rclone", text: bash("rclone --config /r.conf mount oos:b /data --daemon"), mounts: data("rclone") },
    { how: "rclone over NFS", text: bash("rclone nfsmount oos:b /data"), mounts: data("rclone") },
    { how: "rclone's API", text: bash("rclone rc mount/mount fs=oos:b mountPoint=/data"), mounts: data("rclone") },
    { how: "juicefs", text: bash("juicefs mount -d redis://r /data"), mounts: data("juicefs") },
    { how: "s3ql", text: bash("mount.s3ql s3c://oos/b /data"), mounts: data("s3ql") },
    { how: "s3backer", text: bash("s3backer --size=1t b /data"), mounts: data("s3backer") },
    { how: "objectivefs", text: bash("mount.objectivefs b /data"), mounts: data("objectivefs") },
    { how: "mount by type", text: bash("mount -t fuse.s3fs b /data -o x"), mounts: data("s3fs") },
    { how: "mount by source", text: bash("mount -t fuse s3fs#b /data"), mounts: data("s3fs") },
    { how: "mount with rclone", text: bash("mount -t rclone oos:b /data"), mounts: data("rclone") },
    {
      how: "an image of rclone",
      text: bash("docker run -d --rm -v /a:/b rclone/rclone mount oos:b /data"),
      mounts: data("rclone"),
    },
    {
      how: "an image of s3fs",
      text: bash("docker run --privileged -e B=b efrecon/s3fs:1.9"),
      mounts: [{ tool: "s3fs", line: 2 }],
    },
    { how: "inside a container", text: bash("docker run --rm debian s3fs b /data"), mounts: data("s3fs") },
    {
      how: "a volume driver",
      text: bash("docker volume create -d rclone/docker-volume-rclone v"),
      mounts: [{ tool: "rclone", line: 2 }],
    },
    {
      how: "a line appended to fstab",
      text: bash('echo "s3fs#b /data fuse _netdev 0 0" >> /etc/fstab'),
      mounts: data("s3fs"),
    },
    {
      how: "tee to fstab",
      text: bash('printf "%s /data fuse.s3fs\\n" b | sudo tee -a /etc/fstab'),
      mounts: data("s3fs"),
    },
    {
      how: "a heredoc to fstab",
      text: bash("cat >> /etc/fstab <<EOF\n# ours\noos:b /data rclone noauto 0 0\nEOF"),
      mounts: data("rclone", 4),
    },
    {
      how: "sed on fstab",
      text: bash("sed -i '$ a b /data fuse.goofys _netdev 0 0' /etc/fstab"),
      mounts: data("goofys"),
    },
    {
      how: "a unit",
      text: bash(
        "cat > /etc/systemd/system/d.service <<'EOF'\n[Service]\nExecStart=-/usr/bin/rclone mount oos:b /data\nEOF",
      ),
      mounts: data("rclone", 4),
    },
    {
      how: "a mount unit",
      text: bash("tee /etc/systemd/system/data.mount <<EOF\n[Mount]\nWhat=b\nWhere=/data\nType=fuse.s3fs\nEOF"),
      mounts: data("s3fs", 6),
    },
    { how: "sh -c", text: bash("sh -c 's3fs b /data'"), mounts: data("s3fs") },
    { how: "sh -c over lines", text: bash("su - app -c '\n  s3fs b /data\n'"), mounts: data("s3fs", 3) },
    { how: "a heredoc to a shell", text: bash("sudo -i bash <<EOF\ns3fs b /data\nEOF"), mounts: data("s3fs", 3) },
    { how: "eval", text: bash('C="s3fs b /data"\neval "$C"'), mounts: data("s3fs", 3) },
    { how: "a variable of words", text: bash('C="s3fs b"\n$C /data'), mounts: data("s3fs", 3) },
    { how: "a function", text: bash('m() {\n  s3fs b "$1"\n}\nm /data'), mounts: data("s3fs", 3) },
    { how: "a function nobody calls", text: bash("m() {\n  s3fs b /data\n}"), mounts: data("s3fs", 3) },
    { how: "a condition", text: bash("if ! mountpoint -q /data; then\n  s3fs b /data\nfi"), mounts: data("s3fs", 3) },
    { how: "a case", text: bash("case $1 in\n  (a|b) s3fs b /data;;\n  *) ;;\nesac"), mounts: data("s3fs", 3) },
    { how: "a loop", text: bash("until s3fs b /data; do sleep 1; done"), mounts: data("s3fs") },
    {
      how: "a loop over directories",
      text: bash("for d in /a /b; do s3fs b $d; done"),
      mounts: [
        { tool: "s3fs", target: "/a", line: 2 },
        { tool: "s3fs", target: "/b", line: 2 },
      ],
    },
    { how: "a substitution", text: bash('out="$(s3fs b /data 2>&1)" || exit 1'), mounts: data("s3fs") },
    { how: "backquotes", text: bash("out=`s3fs b /data`"), mounts: data("s3fs") },
    {
      how: "Base64 given to a shell",
      text: bash(`echo ${base64("s3fs b /data")} | base64 -d | sh`),
      mounts: data("s3fs"),
    },
    {
      how: "a script that is written",
      text: bash("cat > /opt/m.sh <<'EOF'\n#!/bin/sh\ns3fs b /data\nEOF"),
      mounts: data("s3fs", 4),
    },
    {
      how: "a script that is written and run",
      text: bash("cat > /opt/m <<EOF\ns3fs b /data\nEOF\nbash /opt/m"),
      mounts: data("s3fs", 3),
    },
    { how: "a crontab", text: bash('echo "@reboot s3fs b /data" | crontab -'), mounts: data("s3fs") },
    { how: "find", text: bash("find /srv -maxdepth 1 -exec s3fs b /data \\;"), mounts: data("s3fs") },
    { how: "after an exit", text: bash("exit 0\ns3fs b /data"), mounts: data("s3fs", 3) },
    { how: "a boothook", text: "#cloud-boothook\ns3fs b /data\n", mounts: data("s3fs") },
    { how: "runcmd", text: "#cloud-config\nruncmd:\n  - echo\n  - s3fs b /data\n", mounts: data("s3fs", 4) },
    {
      how: "runcmd as words",
      text: "#cloud-config\nruncmd:\n  - [rclone, mount, 'oos:b', /data]\n",
      mounts: data("rclone", 3),
    },
    {
      how: "runcmd as words of a shell",
      text: '#cloud-config\nruncmd:\n  - [sh, -c, "s3fs b /data"]\n',
      mounts: data("s3fs", 3),
    },
    {
      how: "runcmd as a block",
      text: "#cloud-config\nruncmd:\n  - |\n    set -e\n    s3fs b /data\n",
      mounts: data("s3fs", 5),
    },
    {
      how: "runcmd across entries",
      text: "#cloud-config\nruncmd:\n  - D=/data\n  - s3fs b $D\n",
      mounts: data("s3fs", 4),
    },
    {
      how: "bootcmd",
      text: "#cloud-config\nbootcmd:\n  - cloud-init-per once m s3fs b /data\n",
      mounts: data("s3fs", 3),
    },
    {
      how: "mounts",
      text: "#cloud-config\nmounts:\n  - [ 's3fs#b', /data, fuse, '_netdev', '0', '0' ]\n",
      mounts: data("s3fs", 3),
    },
    {
      how: "mounts by type",
      text: "#cloud-config\nmounts:\n  - - oos:b\n    - /data\n    - fuse.rclone\n",
      mounts: data("rclone", 3),
    },
    {
      how: "write_files to fstab",
      text: "#cloud-config\nwrite_files:\n  - path: /etc/fstab\n    append: true\n    content: |\n      b /data fuse.s3fs\n",
      mounts: data("s3fs", 6),
    },
    {
      how: "write_files of a unit",
      text: "#cloud-config\nwrite_files:\n  - path: /etc/systemd/system/d.service\n    content: |\n      [Service]\n      Environment=DIR=/data\n      ExecStart=/bin/sh -c 's3fs b ${DIR}'\n",
      mounts: data("s3fs", 7),
    },
    {
      how: "write_files in Base64",
      text: `#cloud-config\nwrite_files:\n  - path: /opt/m.sh\n    encoding: b64\n    content: ${base64("#!/bin/sh\ns3fs b /data\n")}\n`,
      mounts: data("s3fs", 5),
    },
    {
      how: "a script that runs at every boot",
      text: "#cloud-config\nwrite_files:\n  - path: /var/lib/cloud/scripts/per-boot/m\n    content: |\n      s3fs b /data\n",
      mounts: data("s3fs", 5),
    },
    {
      how: "a file that runcmd runs",
      text: "#cloud-config\nwrite_files:\n  - path: /opt/m\n    content: |\n      s3fs b /data\nruncmd:\n  - bash /opt/m\n",
      mounts: data("s3fs", 5),
    },
    {
      how: "a list by its anchor",
      text: "#cloud-config\nx: &c\n  - s3fs b /data\nruncmd: *c\n",
      mounts: data("s3fs", 3),
    },
  ])("$how", ({ text, mounts }) => {
    expect(factsOf(text)).toEqual({ bucketMounts: mounts });
  });
});

describe("what only looks like a mounted bucket", () => {
  test.each<{ what: string; text: string }>([
    { what: "a comment", text: bash("# s3fs b /data\ntrue # rclone mount oos:b /data") },
    { what: "a message", text: bash('echo "s3fs b /data"\nprintf "rclone mount\\n"') },
    { what: "an installation", text: bash("apt-get install -y s3fs rclone && apt remove goofys") },
    { what: "a package list", text: "#cloud-config\npackages: [s3fs, rclone]\n" },
    { what: "a look at the version", text: bash("s3fs --version; rclone mount --help; goofys -h") },
    { what: "a look for the program", text: bash("command -v rclone; which s3fs; type goofys; [ -x /usr/bin/s3fs ]") },
    { what: "an end of it", text: bash("umount /data; pkill s3fs; fusermount -u /data") },
    { what: "a manual", text: bash("man s3fs; rclone help mount") },
    { what: "a copy", text: bash("rclone sync /srv oos:b; rclone copy /mount oos:b; rclone serve s3 oos:") },
    {
      what: "native use",
      text: bash("restic -r s3:https://oos/b backup /data; aws s3 sync /data s3://b; wal-g backup-push /pg"),
    },
    { what: "a format", text: bash("juicefs format --storage s3 redis://r v; s3backer --erase b") },
    { what: "a plugin", text: bash("docker plugin install rclone/docker-volume-rclone") },
    { what: "an image for a copy", text: bash("docker run rclone/rclone sync /data oos:b") },
    { what: "an image without FUSE", text: bash("docker run efrecon/s3fs --help") },
    { what: "a service's name", text: bash("systemctl restart s3fs; journalctl -u rclone-mount") },
    { what: "a heredoc that documents", text: bash("cat > /root/README <<EOF\ns3fs b /data\nEOF") },
    { what: "a heredoc nobody reads", text: bash(": <<'EOF'\ns3fs b /data\nEOF") },
    { what: "a heredoc with stray backquotes", text: bash("cat > /root/README <<EOF\nIt's `odd\nEOF") },
    { what: "a string over lines", text: bash('HELP="\ns3fs b /data\n"') },
    { what: "a commented line of fstab", text: bash('echo "# s3fs#b /data fuse" >> /etc/fstab') },
    {
      what: "another file system",
      text: bash('echo "/dev/vdb /data xfs defaults" >> /etc/fstab\nmount -t nfs n:/x /data'),
    },
    {
      what: "other FUSE systems",
      text: bash("echo 'u@h:/ /d fuse.sshfs' >> /etc/fstab\nmount -t fuse.glusterfs g:/v /d\nmount -t ceph m:/ /d"),
    },
    { what: "s3ql on a disk", text: bash("mount.s3ql local:///srv /data") },
    {
      what: "a unit that unmounts",
      text: bash("cat > /etc/systemd/system/d.service <<EOF\n[Service]\nExecStop=s3fs b /data\nEOF"),
    },
    {
      what: "a unit's description",
      text: bash("cat > /etc/systemd/system/d.service <<EOF\n[Unit]\nDescription=s3fs b /data\nEOF"),
    },
    { what: "a test", text: bash("if [[ $tool == s3fs && $x =~ (rclone mount) ]]; then :; fi") },
    { what: "a case's pattern", text: bash("case $tool in s3fs|goofys) echo;; esac") },
    { what: "an array of names", text: bash("TOOLS=(s3fs rclone goofys)\napt-get install ${TOOLS[@]}") },
    { what: "a variable's value", text: bash('CMD="s3fs b /data"') },
    { what: "another host", text: bash("ssh host s3fs b /data") },
    { what: "a search", text: bash("grep -q 's3fs b /data' /etc/fstab; sed -i '/s3fs/d' /etc/fstab") },
    {
      what: "mounts of a disk",
      text: "#cloud-config\nmounts:\n  - [ /dev/vdb, /data, xfs ]\nswap: { filename: /swap }\n",
    },
    {
      what: "a text file",
      text: "#cloud-config\nwrite_files:\n  - path: /root/README.md\n    content: |\n      s3fs b /data\n",
    },
    { what: "a key of another type", text: "#cloud-config\nruncmd: s3fs b /data\nmounts: s3fs#b\nwrite_files: 3\n" },
    { what: "a key of another case", text: "#cloud-config\nRunCmd:\n  - s3fs b /data\n" },
    { what: "a commented entry", text: "#cloud-config\nruncmd:\n  # - s3fs b /data\n  - 'true'\n" },
  ])("$what", ({ text }) => {
    expect(factsOf(text)).toEqual({});
  });
});
