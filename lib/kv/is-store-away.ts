/**
 * Error replies that say the store can't serve anybody now (starting, failing over, locked), not that a command was
 * wrong.
 */
export function isStoreAway(text: string): boolean {
  return /^(LOADING|CLUSTERDOWN|MASTERDOWN|READONLY|TRYAGAIN|NOAUTH|WRONGPASS)\b/.test(text);
}
