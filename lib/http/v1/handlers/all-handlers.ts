import type { Handler } from "@/lib/http/v1/call";
import type { V1Name } from "@/lib/http/v1/endpoints";
import { checkAnswerHandler } from "./answers";
import { getBotHandler, listBotsHandler, updateBotHandler } from "./bots";
import {
  deleteConversationHandler,
  exportConversationHandler,
  getConversationHandler,
  listConversationsHandler,
} from "./conversations";
import {
  deleteDocumentHandler,
  deletePairHandler,
  getDocumentHandler,
  getPairHandler,
  listDocumentsHandler,
  listPairsHandler,
  putDocumentHandler,
  putPairHandler,
} from "./knowledge";

/** What does each endpoint's work. */
export const v1Handlers: { [Name in V1Name]: Handler<Name> } = {
  list_bots: listBotsHandler,
  get_bot: getBotHandler,
  update_bot: updateBotHandler,
  list_documents: listDocumentsHandler,
  get_document: getDocumentHandler,
  put_document: putDocumentHandler,
  delete_document: deleteDocumentHandler,
  list_pairs: listPairsHandler,
  get_pair: getPairHandler,
  put_pair: putPairHandler,
  delete_pair: deletePairHandler,
  check_answer: checkAnswerHandler,
  list_conversations: listConversationsHandler,
  get_conversation: getConversationHandler,
  export_conversation: exportConversationHandler,
  delete_conversation: deleteConversationHandler,
};
