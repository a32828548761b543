/**
 * The size of a picture, made smaller where a side is longer than the limit, in pixels, none less than one; properties
 * make them whole.
 */
export function scaleTo(limit: number, width: number, height: number) {
  const scale = Math.min(1, limit / width, limit / height);
  return { width: Math.max(1, width * scale), height: Math.max(1, height * scale) };
}
