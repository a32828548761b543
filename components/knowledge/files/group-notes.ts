type Note = { fault: string; page?: number; sheet?: string; entry?: string; row?: number };

/** The same note of several pages as one, in the order of the first; their pages as runs: `1–3, 7`. */
export function groupNotes(notes: readonly Note[]): (Omit<Note, "page"> & { pages: string })[] {
  const groups = Map.groupBy(notes, ({ fault, sheet, entry, row }) =>
    JSON.stringify([fault, sheet, entry, row]),
  );
  return [...groups.values()].map((group) => {
    const { fault, sheet, entry, row } = group[0] as Note;
    return { fault, sheet, entry, row, pages: writeRuns(group.flatMap(({ page }) => page ?? [])) };
  });
}

function writeRuns(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(", ");
}
