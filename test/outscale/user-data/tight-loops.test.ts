import { describe, expect, test } from "@jest/globals";
import type { TightLoop } from "../../../src/outscale/user-data";
import { bash, factsOf } from "./facts";

const once = (service: TightLoop["service"], line = 2): TightLoop[] => [{ service, line }];
const API = "https://api.cloudgouv-eu-west-1.outscale.com/api/v1/ReadVms";

describe("calls that a loop repeats without a pause", () => {
  test.each<{ how: string; text: string; loops: TightLoop[] }>([
    {
      how: "the metadata server until it answers",
      text: bash("until curl -sf http://169.254.169.254/latest/meta-data/instance-id; do :; done"),
      loops: once("metadata"),
    },
    { how: "an API's endpoint", text: bash(`while true; do\n  curl -X POST ${API}\ndone`), loops: once("api", 3) },
    { how: "an address in a variable", text: bash(`URL=${API}\nwhile :; do wget "$URL"; done`), loops: once("api", 3) },
    { how: "a client of the API", text: bash("while :; do osc-cli api ReadVms; done"), loops: once("api") },
    {
      how: "the API of Kubernetes as a Service",
      text: bash("while :; do curl https://api.cloudgouv-eu-west-1.oks.outscale.com/api/v2/clusters; done"),
      loops: once("api"),
    },
    { how: "names", text: bash("while ! host db.internal; do echo waiting; done"), loops: once("dns") },
    { how: "names of the system", text: bash("until getent hosts db; do true; done"), loops: once("dns") },
    { how: "the time", text: bash("until sudo ntpdate pool.ntp.org; do :; done"), loops: once("ntp") },
    { how: "the time, by chronyd", text: bash("until chronyd -q 'server ntp iburst'; do :; done"), loops: once("ntp") },
    { how: "a loop of numbers without end", text: bash("for ((;;)); do dig db; done"), loops: once("dns") },
    {
      how: "an answer that is compared",
      text: bash('while [ "$(curl -s http://169.254.169.254/latest/user-data)" = "" ]; do :; done'),
      loops: once("metadata"),
    },
    {
      how: "a function that does it",
      text: bash("ask() {\n  dig +short db\n}\nwhile ! ask; do :; done"),
      loops: once("dns", 3),
    },
    {
      how: "another shell",
      text: bash("timeout 60 bash -c 'until nslookup db; do :; done'"),
      loops: once("dns"),
    },
    { how: "less than a second", text: bash("until dig db; do sleep 0.2; done"), loops: once("dns") },
    {
      how: "several services",
      text: bash("while :; do\n  dig db\n  osc-cli api ReadVms\ndone"),
      loops: [...once("dns", 3), ...once("api", 4)],
    },
    {
      how: "a loop in a loop that pauses",
      text: bash("while :; do\n  until dig db; do :; done\n  sleep 60\ndone"),
      loops: once("dns", 3),
    },
    {
      how: "runcmd",
      text: "#cloud-config\nruncmd:\n  - until dig db; do :; done\n",
      loops: once("dns", 3),
    },
    {
      how: "a crontab",
      text: bash("echo '@reboot root until dig db; do :; done' > /etc/cron.d/wait"),
      loops: once("dns"),
    },
    {
      how: "a unit",
      text: bash(
        "cat > /etc/systemd/system/w.service <<'EOF'\n[Service]\nExecStart=/bin/sh -c 'until dig db; do :; done'\nEOF",
      ),
      loops: once("dns", 4),
    },
  ])("$how", ({ text, loops }) => {
    expect(factsOf(text)).toEqual({ tightLoops: loops });
  });
});

describe("no such calls", () => {
  test.each([
    ["a pause", "until curl -sf http://169.254.169.254/; do sleep 2; done"],
    ["a pause of a minute", "until dig db; do sleep 1m; done"],
    ["a pause that is not known", "until dig db; do sleep $PAUSE; done"],
    ["a pause in a function", "back_off() { sleep $1; }\nuntil dig db; do back_off 5; done"],
    ["a client that waits by itself", `while :; do curl --retry 5 ${API}; done`],
    ["a program that may pause", "until dig db; do /opt/app/wait.sh; done"],
    ["a line for each round", `while read -r id; do osc-cli api DeleteVolume --VolumeId "$id"; done < ids`],
    ["an option for each round", `while [ $# -gt 0 ]; do host "$1"; shift; done`],
    ["one call", "curl http://169.254.169.254/latest/meta-data/instance-id"],
    ["a list", "for name in db web; do host $name; done"],
    ["another address", "until curl -sf http://localhost:8080/health; do :; done"],
    ["objects", "while :; do curl https://oos.cloudgouv-eu-west-1.outscale.com/bucket/key; done"],
    ["a program that says its version", "while :; do dig -v; osc-cli --version; getent passwd root; done"],
    ["a loop that is commented out", "# until dig db; do :; done"],
    ["what nothing reaches", "exit 0\nuntil dig db; do :; done"],
  ])("%s", (_, text) => {
    expect(factsOf(bash(text)).tightLoops).toBeUndefined();
  });
});
