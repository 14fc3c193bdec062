import { gzipSync } from "node:zlib";
import { describe, expect, test } from "@jest/globals";
import { readUserData } from "../../../src/outscale/user-data";
import { base64, bash } from "./facts";

// Put together here: whole, they would alarm those who look for secrets in this repository.
const KEY =
  ["-----BEGIN OPENSSH", "PRIVATE KEY-----"].join(" ") +
  "\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gt\n";
const SECRET_KEY = ["WJ4KQ7Z2MB9XH5TC8RN3", "VD6LPG1YF0SAEU2IO4KZ"].join("");
const TOKEN = ["glpat", "x7Qm-2kLz9TfR4bWcY8p"].join("-");
const PASSWORD = ["Gr1ll3", "P@in!"].join("");

describe("secrets in user data", () => {
  test.each<{ how: string; text: string; kind: string; line: number }>([
    { how: "a key in a file", text: bash(`cat > /root/.ssh/id <<'E'\n${KEY}E`), kind: "private-key", line: 3 },
    {
      how: "a key in write_files",
      text: `#cloud-config\nwrite_files:\n- path: /etc/k.pem\n  content: |\n    ${KEY.replace(/\n(?=.)/g, "\n    ")}`,
      kind: "private-key",
      line: 5,
    },
    {
      how: "a key in Base64",
      text: `#cloud-config\nwrite_files:\n- path: /etc/k.pem\n  encoding: b64\n  content: ${base64(KEY)}\n`,
      kind: "private-key",
      line: 5,
    },
    { how: "a key in gzip", text: base64(gzipSync(bash(`echo '${KEY}' > /k`))), kind: "private-key", line: 2 },
    { how: "Outscale's secret key", text: bash(`export OSC_SECRET_KEY=${SECRET_KEY}`), kind: "access-key", line: 2 },
    {
      how: "AWS's secret key",
      text: bash(`cat > ~/.aws/credentials <<E\naws_secret_access_key = ${SECRET_KEY.toLowerCase()}\nE`),
      kind: "access-key",
      line: 3,
    },
    {
      how: "a secret key in JSON",
      text: bash(`echo '{"secret_key": "${SECRET_KEY}"}' > /k`),
      kind: "access-key",
      line: 2,
    },
    {
      how: "a token by its start",
      text: bash(`git clone https://oauth2:${TOKEN}@git.example/x`),
      kind: "token",
      line: 2,
    },
    { how: "a token by its name", text: bash(`RUNNER_TOKEN="9f2c7ab14de8063b5c1f"`), kind: "token", line: 2 },
    {
      how: "a token of kubeadm",
      text: bash(`kubeadm join 10.0.0.1:6443 --token 4k9xq2.z7m1v8c3b6n5l0pw`),
      kind: "token",
      line: 2,
    },
    { how: "a header", text: bash(`curl -H "Authorization: Bearer 9f2c7ab14de8063b5c1f" x`), kind: "token", line: 2 },
    { how: "a password by its name", text: bash(`DB_PASSWORD='${PASSWORD}'`), kind: "password", line: 2 },
    { how: "a password by a short name", text: bash(`DB_PASS=${PASSWORD}`), kind: "password", line: 2 },
    { how: "a password in YAML", text: `#cloud-config\npassword: ${PASSWORD}\n`, kind: "password", line: 2 },
    { how: "a password in an option", text: bash(`psql --password=${PASSWORD}`), kind: "password", line: 2 },
    { how: "a password of MySQL", text: bash(`mysql -u root -p${PASSWORD} -e x`), kind: "password", line: 2 },
    {
      how: "a password in SQL",
      text: bash(`psql -c "CREATE USER app WITH PASSWORD '${PASSWORD}'"`),
      kind: "password",
      line: 2,
    },
    {
      how: "a password in a URL",
      text: bash(`echo DSN=postgres://app:${PASSWORD.replace("@", "")}@db/app`),
      kind: "password",
      line: 2,
    },
    { how: "a password for chpasswd", text: bash(`echo "root:hunter2" | sudo chpasswd`), kind: "password", line: 2 },
    {
      how: "a passphrase",
      text: bash(`echo -n "open sesame" | cryptsetup luksOpen /dev/xvdb d -`),
      kind: "password",
      line: 2,
    },
    {
      how: "a password for curl",
      text: bash(`curl -fsS -u "deploy:${PASSWORD}" https://x`),
      kind: "password",
      line: 2,
    },
    { how: "a password in a comment", text: bash(`# root_password=${PASSWORD}`), kind: "password", line: 2 },
  ])("$how", ({ text, kind, line }) => {
    expect(readUserData(text).secrets.filter((secret) => secret.kind === kind)).toEqual([{ kind, line }]);
  });

  test.each([
    ["a password to be put there", "DB_PASSWORD=changeme\npassword: CHANGE_ME_1\npassword = <Your-Pass1>"],
    ["a variable", 'DB_PASSWORD="$PASS"\nTOKEN=${TOKEN:-}\npassword: {{ db_password1 }}'],
    ["a command", "PASSWORD=$(openssl rand -base64 32)\nTOKEN=`cat /run/token1`"],
    ["a path", "password=/run/secrets/db1\nDB_PASSWORD_FILE=/run/secrets/Db1\n--password-file /x1"],
    ["a reference", "token: vault:secret/data/app1#token\nsecret: arn:aws:secretsmanager:eu:1:secret:Db1"],
    [
      "a name of a secret",
      "passwordSecret: db-password1\nsecretName: app-token-2024-production1\ntoken: APP_TOKEN_2024_LONG1",
    ],
    ["a setting", "PasswordAuthentication no\nlock_passwd: true\nssh_pwauth: false\npassword required pam_unix.so"],
    ["a hash", "passwd: $6$rounds=4096$saltsalt$J8h3bQ7c9d2e1f0A"],
    ["a public key", "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEabcd1234abcd1234abcd1234abcd"],
    ["a key that is left out", "-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----"],
    ["an SSH key that is public", "ssh_authorized_keys: [ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGr1ll3P41n]"],
    ["a certificate", "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUY2xvdWRnb3V2LWV1LXdlc3QtMQowCgYIKoZIzj0E"],
    [
      "the token of the metadata server",
      'TOKEN=$(curl -X PUT http://169.254.169.254/latest/api/token -H "X-Token-ttl: 21600")',
    ],
    ["an access key's id alone", "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7QRSTUVW\nOSC_ACCESS_KEY=ABCDEF0123GHIJKL4567"],
    ["a checksum", "echo 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  x | sha256sum -c"],
    ["a URL with a user alone", "git clone ssh://git@git.example:2222/x.git https://user@host/x"],
    ["a question", 'read -s -p "Password: " PASS\necho "Enter the password: " >&2'],
    ["an example", "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"],
    [
      "a password for nobody",
      'redis-cli --pass "$REDIS_PASSWORD"\nmysql -u root -p < dump.sql\nmysqldump -P 3306 -p app',
    ],
  ])("not %s", (_, text) => {
    expect(readUserData(bash(text)).secrets).toEqual([]);
  });

  test("are never told themselves", () => {
    const facts = readUserData(bash(`DB_PASSWORD='${PASSWORD}'\nTOKEN=${TOKEN}\n${KEY}`));

    expect(JSON.stringify([facts, facts.secrets])).not.toMatch(/Gr1ll3|x7Qm|b3BlbnNz/);
  });
});
