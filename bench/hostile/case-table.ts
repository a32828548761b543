/** How each export of a file that takes a text is called with one, by the file's path and the export's name. */
export type CaseTable = Readonly<Record<string, Readonly<Record<string, (text: string) => unknown>>>>;
