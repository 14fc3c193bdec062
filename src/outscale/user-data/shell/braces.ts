/** How many words braces are followed to. */
export const MAX_WORDS = 64;

/** The texts that `{b,c}` or `{1..3}` stands for; `undefined` for what is not as plain as these. */
export function listAlternatives(braces: string): string[] | undefined {
  const inner = braces.slice(1, -1);
  const [, first, last] = /^([a-zA-Z]|\d{1,4})\.\.([a-zA-Z]|\d{1,4})$/.exec(inner) ?? [];
  if (first !== undefined && last !== undefined) return listBetween(first, last);
  if (!inner.includes(",") || /['"\\$`{}]/.test(inner)) return undefined;
  const texts = inner.split(",");
  return texts.length > MAX_WORDS ? undefined : texts;
}

function listBetween(first: string, last: string): string[] | undefined {
  const numbers = /\d/.test(first);
  if (numbers !== /\d/.test(last)) return undefined;
  const [from, to] = numbers ? [Number(first), Number(last)] : [first.charCodeAt(0), last.charCodeAt(0)];
  const length = Math.abs(to - from) + 1;
  if (length > MAX_WORDS) return undefined;
  const step = to < from ? -1 : 1;
  return Array.from({ length }, (_, index) => {
    const value = from + step * index;
    return numbers ? String(value) : String.fromCharCode(value);
  });
}
