/** Exports that need neither a case nor an exception of their own, by what their file and name tell of them. */
export const kinds: readonly { reason: string; isOne: (file: string, name: string) => boolean }[] = [
  {
    reason:
      "React makes elements of what it gets; what reads a text for it is a function in a file of its own",
    isOne: (file, name) => /^(?:app|components)\/.*\.tsx$/.test(file) && /^[A-Z]/.test(name),
  },
  {
    reason: "a hook: it holds what a page shows in its reader's browser, and calls what stands in the table",
    isOne: (file, name) => /^(?:app|components)\//.test(file) && /^use[A-Z]/.test(name),
  },
  {
    reason: "reads a form by a schema, which has its case, and gives it to a verb",
    isOne: (file, name) => /^app\/.*\/actions\.ts$/.test(file) && name.endsWith("Action"),
  },
  {
    reason: "statements and connections of our own: a text is a value beside the statement",
    isOne: (file) => file.startsWith("lib/db/"),
  },
  {
    reason: "a name in the store, put together of ids and of what was cut or hashed",
    isOne: (file) => file === "lib/kv/keys.ts",
  },
  {
    reason: "a connection to the store, which carries what it gets",
    isOne: (file, name) =>
      /^lib\/kv\/transports\//.test(file) &&
      /^(?:create(?:Rest|Tcp|Requester)|connectTcp|WatchHub)/.test(name),
  },
  {
    reason: "reads an address or a body by a schema or by what stands in the table, and gives it to a verb",
    isOne: (file, name) =>
      (/^app\/.*\/route\.ts$/.test(file) && /^(?:GET|POST|PUT|DELETE)$/.test(name)) ||
      (/^app\/.*\/page\.tsx$/.test(file) && name === "generateMetadata"),
  },
];
