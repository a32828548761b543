/** Longest values in Unicode code points, and the most documents a bot may have. */
export const documentLimits = { title: 120, content: 200_000, documentsInBot: 2_000 } as const;
