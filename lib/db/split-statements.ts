/** What a semicolon in it ends nothing: comments, strings, names, bodies of functions; or a semicolon. */
const token = /--[^\n]*|'[^']*'|"[^"]*"|(\$\w*\$)[\s\S]*?\1|;/g;

/** The statements of an SQL script in order, without their semicolons. A body in dollar quotes stays in one piece. */
export function splitStatements(script: string): string[] {
  const statements: string[] = [];
  let from = 0;
  for (const { 0: text, index } of script.matchAll(token)) {
    if (text !== ";") continue;
    statements.push(script.slice(from, index));
    from = index + 1;
  }
  statements.push(script.slice(from));
  return statements
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/--[^\n]*/g, "").trim() !== "");
}
