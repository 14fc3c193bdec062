import { any, attempt, some, type Undecided } from "../../../stack";
import type { KubernetesObject } from "./kubernetes-object";

/** Where something stands in an object: names of fields, and places in lists. */
type Place = readonly (string | number)[];

/** Where an object says what its pods are; `undefined` for one that makes none. */
export function podPlace(object: KubernetesObject): Place | undefined {
  switch (object.objectKind()) {
    case "Pod":
      return ["spec"];
    case "CronJob":
      return ["spec", "jobTemplate", "spec", "template", "spec"];
    case "DaemonSet":
    case "Deployment":
    case "Job":
    case "ReplicaSet":
    case "ReplicationController":
    case "StatefulSet":
      return ["spec", "template", "spec"];
    default:
      return undefined;
  }
}

/** What a container is told to run, as a line of shell, and what hides a part of it. */
export interface CommandLine {
  readonly text: string;
  readonly hidden?: Undecided;
}

/** What a pod's containers are told to run. */
export function commandsOf(object: KubernetesObject, pod: Place): CommandLine[] {
  const containers = ["initContainers", "containers"].map((list) =>
    attempt(() => object.elements(...pod, list).map((container) => linesOf(object, container))),
  );
  return containers.flatMap((lines) => (!lines.why ? lines.value.flat() : [{ text: "", hidden: lines.why }]));
}

function linesOf(object: KubernetesObject, container: Place): CommandLine[] {
  const hook = [...container, "lifecycle", "postStart", "exec", "command"];
  return [lineOf(() => containerWords(object, container)), lineOf(() => wordsAt(object, hook))];
}

type Word = () => string;

/** Without a command of its own it does what its image does, which the reader of shell knows of `docker run`. */
function containerWords(object: KubernetesObject, container: Place): Word[] {
  const command = wordsAt(object, [...container, "command"]);
  const words = wordsAt(object, [...container, "args"]);
  if (command.length > 0) return [...command, ...words];
  const run = ["docker", "run", ...(mayMount(object, container) ? ["--privileged"] : [])];
  return [...run.map((word) => () => word), () => object.text(...container, "image"), ...words];
}

function mayMount(object: KubernetesObject, container: Place): boolean {
  const security = [...container, "securityContext"];
  return any(
    () => object.text(...security, "privileged") === "true",
    () => some(wordsAt(object, [...security, "capabilities", "add"]), (capability) => capability() === "SYS_ADMIN"),
  );
}

function wordsAt(object: KubernetesObject, place: Place): Word[] {
  return object.elements(...place).map((element) => () => object.text(...element));
}

/** A word that is not known is a variable that nothing sets, of which the reader of shell knows as much. */
function lineOf(words: () => readonly Word[]): CommandLine {
  const found = attempt(() => words().map(attempt));
  if (found.why) return { text: "", hidden: found.why };
  const hidden = found.value.find((word) => word.why)?.why;
  const text = found.value.map((word) => (word.why ? '"$UNKNOWN"' : quoteWord(word.value))).join(" ");
  return { text, ...(hidden && { hidden }) };
}

function quoteWord(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
