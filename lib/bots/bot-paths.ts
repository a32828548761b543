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
    file: (sourceId: string) => `${knowledge}/files/${sourceId}`,
    web: (sourceId: string) => `${knowledge}/web/${sourceId}`,
    documentBin: `${knowledge}/bin`,
    document: (documentId: string) => `${knowledge}/${documentId}`,
    version: (documentId: string, number: number) => `${knowledge}/${documentId}/versions/${number}`,
  };
}
