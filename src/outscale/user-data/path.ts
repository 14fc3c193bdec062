/** Whether a path is a directory, or lies in it; the root holds everything and tells nothing. */
export function isWithin(path: string, directory: string): boolean {
  const outer = directory.replace(/(?<!\/)\/+$/, "");
  return outer !== "" && `${path}/`.startsWith(`${outer}/`);
}
