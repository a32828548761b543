/** The size of a picture, made smaller where a side is longer than the limit, in pixels; properties make them whole. */
export function scaleTo(limit: number, width: number, height: number) {
  const scale = Math.min(1, limit / width, limit / height);
  return { width: width * scale, height: height * scale };
}
