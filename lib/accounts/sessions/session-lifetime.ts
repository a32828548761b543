/** A session ends this long after it was last used. */
export const sessionLifetimeMs = 30 * 24 * 3600 * 1000;

/** Use is noted at most this often. */
export const sessionTouchMs = 5 * 60 * 1000;
