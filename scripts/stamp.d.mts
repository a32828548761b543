export function createStamp(
  root: string,
  name: string,
  files: { inputs: string[]; outputs: string[]; ignore?: string[] },
): { isFresh: () => boolean; begin: () => void; finish: () => void };
