import type { CommanderError } from "commander";
import type { Text } from "../text";

/** What is wrong with a command line, as one sentence; commander says it in English only. */
export function formatCommandError({ code, message }: CommanderError): Text {
  const [first = "", second = ""] = [...message.matchAll(/'([^']*)'/g)].map(([, quoted = ""]) => quoted);
  const expected = /Expected (\d+) argument/.exec(message)?.[1] ?? "";
  const choices = /Allowed choices are (.*)\.$/.exec(message)?.[1];
  switch (code) {
    case "commander.unknownOption":
      return {
        en: `${first} is not an option. \`--help\` lists those accepted.`,
        fr: `${first} n'est pas une option. \`--help\` montre celles qui sont acceptées.`,
      };
    case "commander.unknownCommand":
      return {
        en: `${first} is not a command. Accepted: check, claim, explain, facts, list, prove, reach.`,
        fr: `${first} n'est pas une commande. Acceptées : check, claim, explain, facts, list, prove, reach.`,
      };
    case "commander.missingMandatoryOptionValue":
      return {
        en: `The option ${first.split(" ")[0] ?? first} is missing.`,
        fr: `Il manque l'option ${first.split(" ")[0] ?? first}.`,
      };
    case "commander.optionMissingArgument":
      return { en: `${first} lacks its value.`, fr: `Il manque la valeur de ${first}.` };
    case "commander.excessArguments":
      return {
        en: `Too many arguments. Accepted: ${expected}.`,
        fr: `Trop d'arguments. Acceptés : ${expected}.`,
      };
    case "commander.missingArgument":
      return { en: `The argument <${first}> is missing.`, fr: `Il manque l'argument <${first}>.` };
    case "commander.invalidArgument": {
      const option = first.split(" ")[0] ?? first;
      return choices === undefined
        ? {
            en: `${option} is "${second}". Accepted: a number above 0.`,
            fr: `${option} vaut "${second}". Accepté : un nombre supérieur à 0.`,
          }
        : {
            en: `${option} is "${second}". Accepted: ${choices}.`,
            fr: `${option} vaut "${second}". Accepté : ${choices}.`,
          };
    }
    default:
      return { en: message.replace(/^error: /, ""), fr: message.replace(/^error: /, "") };
  }
}
