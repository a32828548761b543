/** The same as `exceptions`, of what programs with a key reach. */
export const apiExceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "holds or counts what was read elsewhere: numbers, offsets, ids, rows and results": {
    "lib/http/v1/endpoints.ts": "v1Names problem failuresOf scopesOf",
    "lib/http/v1/problem.ts": "problemOf",
    "lib/http/open-api/api-curls.ts": "apiCurlsOf syncCommand mcpConfig",
    "lib/http/open-api/developers-markdown.ts": "developersMarkdown apiMarkdown llmsText",
    "lib/http/open-api/api-paths.ts": "apiPaths",
    "lib/http/open-api/api-reference.ts": "apiReferenceOf",
    "lib/knowledge/external/external-document.ts": "externalMark",
    "lib/bots/settings/update-bot.ts": "pickLookChanges",
    "lib/bots/settings/update-answer-settings.ts": "pickAnswerChanges",
  },
  "calls others with what it gets, and those stand in the table or are a library's": {
    "lib/http/v1/handlers/answers.ts": "checkAnswerHandler",
    "lib/http/v1/handlers/bots.ts": "listBotsHandler getBotHandler updateBotHandler",
    "lib/http/v1/handlers/conversations.ts":
      "listConversationsHandler getConversationHandler exportConversationHandler deleteConversationHandler",
    "lib/http/v1/handlers/knowledge.ts":
      "listDocumentsHandler listPairsHandler getDocumentHandler getPairHandler putDocumentHandler putPairHandler deleteDocumentHandler deletePairHandler",
    "app/send-markdown.ts": "sendMarkdown",
    "server/routes/answer-request.ts": "answerRequest",
    "server/routes/api-routes.ts": "withApiRoutes",
  },
};
