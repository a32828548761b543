import { Readable } from "node:stream";
import { patchBotInput } from "@/lib/bots/settings/patch-bot";
import { checkAnswerBody, patchBotBody } from "@/lib/http/v1/endpoints";
import { matchEndpoint } from "@/lib/http/v1/match-endpoint";
import { readApiBody } from "@/lib/http/v1/read-api-body";
import { readIdCursor, readPlace } from "@/lib/http/v1/read-cursor";
import {
  externalIdInput,
  externalKey,
  putDocumentInput,
  putPairInput,
  readExternalKey,
} from "@/lib/knowledge/external/external-document";
import { hashSent, readMark } from "@/lib/knowledge/external/put-external";
import { readPair } from "@/lib/knowledge/external/read-pair";
import { isApiPath, isMeantForApi } from "@/server/entry/request-target";
import type { CaseTable } from "./case-table";
import { takes } from "./given/takes";

const orRefused = (read: () => unknown) => {
  try {
    return read();
  } catch {
    return null;
  }
};

/** What programs with a key send: addresses, places in lists, bodies. */
export const apiCases: CaseTable = {
  "lib/http/v1/match-endpoint.ts": {
    matchEndpoint: (text) => [
      matchEndpoint(text),
      matchEndpoint(`/bots/x/documents/${encodeURIComponent(text)}`),
    ],
  },
  "lib/http/v1/read-api-body.ts": {
    readApiBody: (text) => readApiBody({ body: Readable.from([Buffer.from(text)]) }).catch(() => null),
  },
  "lib/http/v1/read-cursor.ts": {
    readPlace: (text) => orRefused(() => readPlace(text)),
    readIdCursor: (text) => orRefused(() => readIdCursor(text)),
  },
  "lib/http/v1/endpoints.ts": {
    patchBotBody: (text) =>
      patchBotBody.safeParse({ welcome: text, bot_name: text, wordings: text, [text]: text }),
    checkAnswerBody: (text) => checkAnswerBody.safeParse({ question: text }),
  },
  "lib/bots/settings/patch-bot.ts": {
    patchBotInput: (text) =>
      patchBotInput.safeParse({ botId: text, name: text, contact: text, avatarUrl: text }),
  },
  "lib/knowledge/external/external-document.ts": {
    externalIdInput: takes(externalIdInput),
    putDocumentInput: (text) => putDocumentInput.safeParse({ title: text, content: text }),
    putPairInput: (text) => putPairInput.safeParse({ question: text, answer: text }),
    externalKey: (text) => externalKey("document", text),
    readExternalKey: (text) => [readExternalKey(text), readExternalKey(`api:q:${text}`)],
  },
  "lib/knowledge/external/put-external.ts": {
    hashSent: (text) => hashSent(text, text),
    readMark: (text) => readMark(text, 1),
  },
  "lib/knowledge/external/read-pair.ts": {
    readPair: (text) => [
      readPair({ title: text, content: text }),
      readPair({ title: text, content: `問：${text}\n答：${text}` }),
    ],
  },
  "server/entry/request-target.ts": { isApiPath, isMeantForApi },
};
