import { gzipSync } from "node:zlib";
import { expect, test } from "@jest/globals";
import { noTightApiLoop } from "../../policies/availability/no-tight-api-loop";
import { noSecretInUserData } from "../../policies/encryption/no-secret-in-user-data";
import { requireEncryptedVolume } from "../../policies/encryption/require-encrypted-volume";
import { noDatabaseOnObjectStorage } from "../../policies/object-storage/no-database-on-object-storage";
import { noObjectStorageMount } from "../../policies/object-storage/no-object-storage-mount";
import { formatReason, type Policy } from "../../src/policy";
import { judgementOf } from "../support/judgement";
import { numbers } from "../support/numbers";
import { processorTime } from "../support/processor-time";
import { resource, stackOf } from "../support/resources";
import { examplesOf } from "./corpus";

/** A share of the documents at each run; `FUZZ_DOCUMENTS=50000` tries them all. */
const DOCUMENTS = Number(process.env["FUZZ_DOCUMENTS"] ?? 3000);
const SEED = Number(process.env["FUZZ_SEED"] ?? 20260131);
const LIMIT_MILLISECONDS = 1000;

const POLICIES: readonly Policy[] = [
  noDatabaseOnObjectStorage,
  noObjectStorageMount,
  noSecretInUserData,
  noTightApiLoop,
  requireEncryptedVolume,
];

/** A word that stands for every secret: no message may hold it. */
const SECRET = "Zq7Kx2Wm9Vt4";
const PIECES = [
  ...Array.from("\0\t\n\r !\"#$%&'()*+,-./:;<=>?@[]\\^`{|}~\ufffd\u00e9\u{1f600}"),
  ...[
    "$(",
    "${",
    "$((",
    "`",
    "<<EOF\n",
    "<<'EOF'\n",
    "\nEOF\n",
    "&&",
    "||",
    ";;",
    "done\n",
    "fi\n",
    "esac\n",
    "{{",
    "{%",
  ],
  ...["&a ", "*a", "<<: *a", "!!binary ", "|\n", "---\n", "--x\n", "#cloud-config\n", "#!/bin/bash\n", "<powershell>"],
  ...["content-transfer-encoding: base64\n", "@'\n", "'@\n", '@"\n', "<#", "#>", `PASSWORD=${SECRET}\n`, ` ${SECRET} `],
  ...[`s3fs ${SECRET} /${SECRET}\n`, `cryptsetup open /dev/${SECRET} ${SECRET}\n`, `eval "${SECRET}"\n`],
];

function* mutatedDocuments(count: number): Generator<string> {
  const below = numbers(SEED);
  const texts = [...examplesOf("does"), ...examplesOf("does-not")].map(({ name, text }) =>
    name.endsWith(".b64") ? Buffer.from(text, "base64").toString("latin1") : text,
  );
  const oneOf = <T>(list: readonly T[], none: T) => list[below(list.length)] ?? none;
  const slice = (text: string) => {
    const start = below(text.length + 1);
    return text.slice(start, start + below(200));
  };
  const mutate = (text: string): string => {
    const at = below(text.length + 1);
    const [before, after] = [text.slice(0, at), text.slice(at)];
    switch (below(8)) {
      case 0:
        return before + after.slice(1 + below(40));
      case 1:
        return before + slice(text) + after;
      case 2:
        return before + slice(oneOf(texts, "")) + after;
      case 3:
        return before;
      case 4:
        return before + oneOf(PIECES, "").repeat(8 ** below(5)) + after;
      case 5:
        return before.split("\n").reverse().join("\n") + after;
      default:
        return before + oneOf(PIECES, "") + after;
    }
  };
  for (let index = 0; index < count; index += 1) {
    let text = oneOf(texts, "");
    for (let times = 1 + below(6); times > 0; times -= 1) text = mutate(text);
    const bytes = Buffer.from(text, below(4) === 0 ? "latin1" : "utf8");
    const forms = [() => gzipSync(bytes).toString("base64"), () => bytes.toString("base64")];
    yield forms[below(6)]?.() ?? text;
  }
}

function messagesOf(userData: string): string[] {
  const stack = stackOf([
    resource("vm:Vm", "vm", { imageId: "ami-12345678", userData }),
    resource("volume:Volume", "data", { subregionName: "cloudgouv-eu-west-1a" }),
  ]);
  return judgementOf(stack, POLICIES)
    .outcomes()
    .flatMap((outcome) => {
      if (outcome.verdict === "violation")
        return outcome.findings.flatMap(({ message }) => [message.text.en, message.text.fr]);
      if (outcome.verdict !== "undetermined") return [];
      return outcome.reasons.flatMap((reason) => {
        const { en, fr } = formatReason(reason, outcome.subject);
        return [en, fr];
      });
    });
}

test("user data that is damaged is read without an error, at once, and never quoted", () => {
  for (const document of mutatedDocuments(DOCUMENTS)) {
    let told = "";
    const elapsed = processorTime(() => {
      told = messagesOf(document).join("\n");
    });
    if (elapsed > LIMIT_MILLISECONDS || told.includes(SECRET)) {
      throw new Error(
        `${elapsed.toFixed(0)} ms of processor time for ${JSON.stringify(document.slice(0, 2000))}: ${told}`,
      );
    }
  }
  expect(DOCUMENTS).toBeGreaterThan(0);
});
