/** The external id of the document that a part of a source becomes. */
export function documentOfPart(sourceId: string, key: string): string {
  return `${documentsOfSource(sourceId)}${key}`;
}

/** How the external ids of all its documents begin. */
export function documentsOfSource(sourceId: string): string {
  return `file:${sourceId}:`;
}
