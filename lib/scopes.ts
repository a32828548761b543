/** What a team's key may be allowed to do; what each grants stands in `permissions`. The only such list. */
export const scopeNames = [
  "bots:read",
  "bots:write",
  "knowledge:read",
  "knowledge:write",
  "answers:check",
  "conversations:read",
  "conversations:export",
  "conversations:delete",
] as const;

export type Scope = (typeof scopeNames)[number];

/** Those of the names that are scopes, in our order, each once. */
export function readScopes(names: readonly string[]): Scope[] {
  return scopeNames.filter((scope) => names.includes(scope));
}
