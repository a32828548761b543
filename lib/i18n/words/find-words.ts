/**
 * The words under a key that may be of another surface, or of another version of the app; undefined
 * where there are none.
 */
export function findWords<W extends object>(words: W, key: string | undefined): W[keyof W] | undefined {
  return key !== undefined && isKeyOf(words, key) ? words[key] : undefined;
}

function isKeyOf<W extends object>(words: W, key: PropertyKey): key is keyof W {
  return Object.hasOwn(words, key);
}
