/** Redis's glob of SCAN: `*`, `?`, `[abc]`, `[^a-z]`, and `\` before a literal character. */
export function matchGlob(pattern: string, text: string): boolean {
  return new RegExp(`^${toRegExpSource(pattern)}$`, "su").test(text);
}

function toRegExpSource(pattern: string): string {
  return pattern.replace(/\\(.)|\[(\^?)((?:\\.|[^\]])*)\]|([*?])|([^\\])|\\$/gsu, replaceToken);
}

function replaceToken(
  token: string,
  escaped: string | undefined,
  negation: string | undefined,
  members: string | undefined,
  wildcard: string | undefined,
): string {
  if (wildcard) return wildcard === "*" ? ".*" : ".";
  if (members !== undefined) return toClass(negation ?? "", members);
  return escapeLiteral(escaped ?? token);
}

function toClass(negation: string, members: string): string {
  if (members === "") return negation ? "." : "(?!)";
  const source = members.replace(/\\(.)|([^-\\])/gsu, (_, escaped, plain) =>
    (escaped ?? plain).replace(/[\\^\]-]/g, "\\$&"),
  );
  return `[${negation}${source}]`;
}

function escapeLiteral(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
