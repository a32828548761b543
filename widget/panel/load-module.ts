let hasWarned = false;

/**
 * What a later file of this build exports; its name carries its content's hash, so it is the module of that name in
 * this source. Null when it can't be had.
 */
export function loadModule<M>(origin: string, file: string): Promise<M | null> {
  return import(`${origin}/widget/${file}`).catch(() => {
    if (navigator.onLine && !hasWarned)
      console.warn(`[dawen] ${file} did not load: does the page's policy allow all of ${origin}?`);
    hasWarned = true;
    return null;
  });
}
