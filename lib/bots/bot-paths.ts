/** The dashboard's addresses of one bot. */
export function botPaths(botId: string) {
  const root = `/bots/${botId}`;
  const knowledge = `${root}/knowledge`;
  return {
    root,
    appearance: `${root}/appearance`,
    install: `${root}/install`,
    settings: `${root}/settings`,
    tryOut: `${root}/try`,
    knowledge,
    newDocument: `${knowledge}/new`,
    /** Where a reply of a chat becomes an answer. */
    newAnswer: (conversationId: string, turnId: string) =>
      `${knowledge}/answer?chat=${conversationId}&turn=${turnId}`,
    file: (sourceId: string) => `${knowledge}/files/${sourceId}`,
    /** A part of what was read of it, counted from 0. */
    filePart: (sourceId: string, ordinal: number) => `${knowledge}/files/${sourceId}#part-${ordinal + 1}`,
    /** Where the text of a part is corrected. */
    editPart: (sourceId: string, ordinal: number) =>
      `${knowledge}/files/${sourceId}?edit=${ordinal}#part-${ordinal + 1}`,
    web: (sourceId: string) => `${knowledge}/web/${sourceId}`,
    /** What somebody should look at, of all documents or of one. */
    findings: (documentId?: string) => `${knowledge}/check${documentId ? `?document=${documentId}` : ""}`,
    documentBin: `${knowledge}/bin`,
    document: (documentId: string) => `${knowledge}/${documentId}`,
    passages: (documentId: string) => `${knowledge}/${documentId}/passages`,
    /** The page of its passages that has this one, counted from 0. */
    passage: (documentId: string, ordinal: number) =>
      `${knowledge}/${documentId}/passages?at=${ordinal}#passage-${ordinal + 1}`,
    version: (documentId: string, number: number) => `${knowledge}/${documentId}/versions/${number}`,
  };
}
