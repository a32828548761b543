import type { knowledge as source } from "../zh-TW/knowledge";

export const knowledge: typeof source = {
  title: "Documents",
  description: "It answers from these alone, best with one subject each.",
  create: "Write a document",
  search: "Search documents",
  empty: "No documents yet. Start with what customers ask most, such as returns or shipping.",
  columns: {
    title: "Title",
    length: "Length",
    updated: "Updated",
  },
  length: (characters) => `${characters.toLocaleString("en")} characters`,
  count: (count) => (count === 1 ? "1 document" : `${count.toLocaleString("en")} documents`),
  pages: {
    label: "Pages",
    previous: "Previous",
    next: "Next",
    position: (page, last) => `Page ${page} of ${last}`,
  },
  back: "All documents",
  versions: {
    title: "Versions",
    number: (number) => `Version ${number}`,
    current: "Answering",
    restore: "Bring this back",
    restoring: "Bringing back…",
    restored: (number) => `That text is back, as version ${number}.`,
  },
  passages: (count) => (count === 1 ? "1 passage" : `${count} passages`),
  embedding: {
    states: {
      waiting: "Preparing search by meaning",
      renewing: "Renewing search by meaning",
      failed: "Found by its words only",
      stale: "Earlier search by meaning",
    },
    help: {
      waiting: "Until it is ready, the document is found by its words.",
      renewing: "The model was changed. Until it is ready, search by meaning works as before.",
      failed: "Search by meaning isn’t ready, so only its words find it. We keep trying.",
      stale: "Search by meaning isn’t ready for the new model, so it works as before. We keep trying.",
    },
    faults: {
      rate_limited: "The model’s service says there are too many requests, or no quota is left.",
      key_refused: "The model’s service refuses the key: check OPENAI_API_KEY.",
      request_refused:
        "The model’s service refuses the request: check OPENAI_EMBEDDING_MODEL and OPENAI_BASE_URL.",
      unavailable: "The model’s service can’t be reached, or fails.",
      timed_out: "The model’s service took too long.",
      broken: "The service’s vectors can’t be used: of other lengths, no numbers, or all zero.",
    },
  },
  editor: {
    createTitle: "Write a document",
    editTitle: "Edit document",
    title: "Title",
    titlePlaceholder: "For example: Returns",
    titleHelp: "Visitors see this title with the quote.",
    body: "Text",
    bodyPlaceholder:
      "Write it, or paste what you have. A blank line starts a paragraph, # at the start of a line makes a heading.",
    bodyHelp: "Write as you would tell a customer, one matter to a paragraph.",
    submit: "Save",
    submitting: "Saving…",
    saved: "Saved, and answering now.",
    changedElsewhere:
      "Someone else has just changed this document, so yours isn’t saved yet. All you wrote is still here.",
    openTheirs: "See theirs",
    saveMine: "Save mine as a new version",
  },
  remove: {
    submit: "Delete document",
    done: (title) => `Deleted “${title}”`,
    undone: (title) => `“${title}” is back`,
  },
};
