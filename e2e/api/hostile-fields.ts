import type { BuiltActions } from "./hostile-page-cases";

export type FieldCase = { action: string; name: string; form: Record<string, string> };

/** The fields of each action's form; a form that takes none is left out with why. */
const fields: Record<string, readonly string[]> = {
  acceptInviteAction: ["token"],
  addAddressAction: ["botId", "address", "origin", "by", "depth", "most", "include", "exclude", "language"],
  addNoteAction: ["conversationId", "text", "key"],
  addTagAction: ["conversationId", "tag"],
  answerTextAction: ["text", "question"],
  assignChatAction: ["conversationId", "userId", "from"],
  askKnowledgeAction: ["botId", "question"],
  blockVisitorAction: ["conversationId"],
  unblockVisitorAction: ["conversationId"],
  changeDocumentsAction: ["botId", "documentIds", "matching", "change", "tag"],
  changeNoteAction: ["noteId", "text"],
  changePasswordAction: ["currentPassword", "newPassword"],
  checkSourceAction: ["botId", "sourceId"],
  choosePageAction: ["botId", "sourceId", "pageId", "choice"],
  closeChatAction: ["conversationId"],
  correctPartAction: ["botId", "sourceId", "ordinal", "content", "mark"],
  createBotAction: ["name"],
  createDocumentAction: ["botId", "documentId", "title", "content"],
  createApiKeyAction: ["name", "scopes", "days"],
  createInviteAction: ["email", "role"],
  deleteBotAction: ["botId", "name"],
  deleteChatAction: ["conversationId"],
  deleteDocumentAction: ["botId", "documentId"],
  dismissFindingAction: ["botId", "key"],
  draftReplyAction: ["conversationId"],
  handBackChatAction: ["conversationId"],
  handBackChatsAction: ["conversationIds"],
  leaveSourceAction: ["botId", "sourceId"],
  markAllReadAction: ["view", "bot", "site", "rating", "tag", "from", "to"],
  makeAnswerAction: [
    ...["botId", "conversationId", "turnId", "answerId", "question", "answer", "documentId", "title"],
  ],
  publishSourceAction: ["botId", "sourceId"],
  publishSourcesAction: ["botId"],
  purgeBotAction: ["botId"],
  purgeDocumentAction: ["botId", "documentId"],
  readAgainAction: ["botId", "sourceId", "encoding", "columns"],
  removeAddressAction: ["botId", "sourceId"],
  removeMemberAction: ["userId"],
  removeCannedReplyAction: ["replyId"],
  removeTagAction: ["conversationId", "tag"],
  removeNoteAction: ["noteId"],
  removeSourceAction: ["botId", "sourceId"],
  renameBotAction: ["botId", "name", "base.name"],
  updateTeamAction: ["name", "timeZone", "base.name", "base.timeZone"],
  replyToChatAction: ["conversationId", "text", "key"],
  requestResetAction: ["email"],
  rewordAction: ["text"],
  resetPasswordAction: ["token", "newPassword"],
  recallFindingAction: ["botId", "key"],
  restoreBotAction: ["botId"],
  restoreDocumentAction: ["botId", "documentId"],
  restoreVersionAction: ["botId", "documentId", "number", "baseVersion"],
  retryJobAction: ["jobId"],
  retrySourcesAction: ["botId"],
  revokeApiKeyAction: ["keyId"],
  revokeInviteAction: ["inviteId"],
  revokeSessionAction: ["sessionId"],
  rotateWidgetTokenAction: ["botId"],
  saveAnswerSettingsAction: [
    "botId",
    "threshold",
    "answerModel",
    "offersPerson",
    "masksPersonal",
    "base.threshold",
  ],
  saveAppearanceAction: [
    "botId",
    "primaryColor",
    "position",
    "avatarUrl",
    "suggestions",
    "offset",
    "base.welcome",
  ],
  saveCannedReplyAction: ["replyId", "stage", "name", "text", "base.text"],
  saveHoursAction: ["botId", "hasHours", "hoursZone", "monday", "specialDays", "privacyUrl", "base.monday"],
  setBotEnabledAction: ["botId", "enabled"],
  setRetentionAction: ["botId", "retentionDays", "base.retentionDays"],
  setScheduleAction: ["botId", "sourceId", "schedule"],
  wantPartAction: ["botId", "sourceId", "ordinal"],
  setBotAlertsAction: ["botId", "isOn"],
  setShortcutsAction: ["enabled"],
  settleFindingAction: ["botId", "key", "keep"],
  signInAction: ["email", "password", "callbackUrl", "inviteToken"],
  signUpAction: ["name", "email", "password", "teamName", "inviteToken"],
  switchTeamAction: ["teamId"],
  snoozeChatAction: ["conversationId", "until"],
  snoozeChatsAction: ["conversationIds", "until"],
  wakeChatsAction: ["conversationIds"],
  takeChatAction: ["conversationId"],
  wakeChatAction: ["conversationId"],
  updateAlertSettingsAction: [
    "alertsMail",
    "alertsSound",
    "quietFrom",
    "quietTo",
    "digestHour",
    "base.quietFrom",
  ],
  undoSettledAction: ["botId", "documentId", "number", "baseVersion"],
  updateDocumentAction: ["botId", "documentId", "title", "content", "baseVersion", "overwrite"],
  updateMemberRoleAction: ["userId", "role"],
  updateProfileAction: ["name", "base.name"],
};

/** Actions without a field: there is nothing to send wrongly but what every action is sent (`hostileActions`). */
const fieldless = [
  ...[
    "removePictureAction",
    "revokeOtherSessionsAction",
    "setLocale",
    "setTheme",
    "signOutAction",
    "testFilesAction",
    "testMailAction",
  ],
];

/** Each field of each form once with each odd value of its kind, the others as a browser would send them. */
export function hostileFields(actions: BuiltActions, good: Record<string, string>): FieldCase[] {
  return [...actions.keys()].flatMap((action) => {
    if (fieldless.includes(action)) return [];
    const names = fields[action];
    if (!names) throw new Error(`e2e/api/hostile-fields.ts knows no fields of ${action}`);
    const goodForm = Object.fromEntries(
      names.flatMap((name) => (good[name] === undefined ? [] : [[name, good[name]]])),
    );
    return names.flatMap((field) =>
      (/Id$/.test(field) ? oddIds : odd).map((value) => ({
        action,
        name: `${action} with ${field}: ${JSON.stringify(value).slice(0, 40)}`,
        form: { ...goodForm, [field]: value },
      })),
    );
  });
}

const id = "01900000-0000-7000-8000-000000000000";

/** An id is one reader's: what no text is, and what is nearly one. */
const oddIds = [
  ...["", "\u0000", "😀".repeat(301), "好".repeat(30_000), "null", "__proto__", "-1", "9".repeat(30)],
  ...[id, `{${id}}`, id.replaceAll("-", ""), `${id} `, `${id}\u0000`],
];

const odd = [
  ...[
    "",
    " \n\t",
    "\u0000",
    "\ufffd",
    "\u202e\u200b",
    "\u0007\u001b[31m",
    "😀".repeat(301),
    "好".repeat(30_000),
  ],
  ...[
    "x",
    "null",
    "true",
    "on",
    "[]",
    "{}",
    "__proto__",
    "constructor",
    "'; DROP TABLE bots; --",
    "a@b",
    "//evil.example",
  ],
  ...[
    "0",
    "-1",
    "1.5",
    "1e308",
    "2147483648",
    "9007199254740991",
    "9".repeat(30),
    "NaN",
    "Infinity",
    "0x10",
    "١٢",
  ],
  ...[
    id,
    `{${id}}`,
    id.replaceAll("-", ""),
    `${id} `,
    `${id}\u0000`,
    "javascript:alert(1)",
    "https://a.example/\u0000",
  ],
];
