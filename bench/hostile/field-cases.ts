import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { Duplex } from "node:stream";
import {
  emailField,
  givenPasswordField,
  nameField,
  newPasswordField,
  normalizeEmail,
  roleField,
  tokenField,
} from "@/lib/accounts/account-fields";
import { changePasswordInput } from "@/lib/accounts/passwords/change-password";
import { requestPasswordResetInput } from "@/lib/accounts/passwords/request-password-reset";
import { requireStrongPassword } from "@/lib/accounts/passwords/require-strong-password";
import { resetPasswordInput } from "@/lib/accounts/passwords/reset-password";
import { describeUserAgent } from "@/lib/accounts/sessions/describe-user-agent";
import { revokeSessionInput } from "@/lib/accounts/sessions/revoke-session";
import { updateProfileInput } from "@/lib/accounts/update-profile";
import { answerTextInput } from "@/lib/answers/answer-text";
import { tryQuestionInput } from "@/lib/answers/try-question";
import { createBotInput } from "@/lib/bots/create-bot";
import { deleteBotInput } from "@/lib/bots/delete-bot";
import { readSpans } from "@/lib/bots/hours/read-spans";
import { readSpecialDays } from "@/lib/bots/hours/read-special-days";
import { updateHoursInput } from "@/lib/bots/hours/update-hours";
import { botNameInput, lookFormInputs } from "@/lib/bots/settings/bot-input";
import { setBotEnabledInput } from "@/lib/bots/settings/set-bot-enabled";
import { setRetentionInput } from "@/lib/bots/settings/set-retention";
import { updateAnswerSettingsInput } from "@/lib/bots/settings/update-answer-settings";
import { updateBotInput } from "@/lib/bots/settings/update-bot";
import { wordingsInput } from "@/lib/bots/settings/wordings-input";
import { rotateWidgetTokenInput } from "@/lib/bots/token/rotate-widget-token";
import { isWidgetToken } from "@/lib/bots/token/widget-token";
import { notePresenceInput } from "@/lib/conversations/desk/note-presence";
import { isDay, readChatQuery, writeChatQuery } from "@/lib/conversations/inbox/query/chat-query";
import { chatQueryInput } from "@/lib/conversations/inbox/query/chat-query-input";
import { markReadInput } from "@/lib/conversations/inbox/reads/mark-read";
import { leadQueryInput, readLeadQuery, writeLeadQuery } from "@/lib/conversations/leads/lead-query";
import { leadCursorInput } from "@/lib/conversations/leads/list-leads";
import { consentIdOf, readConsent } from "@/lib/conversations/receive/consent";
import { parseContactInput } from "@/lib/conversations/receive/contact-input";
import { digitsOf, foldLead } from "@/lib/conversations/receive/fold-lead";
import { isErrorCode, isErrorReason } from "@/lib/error-reasons";
import { readFault } from "@/lib/field-faults";
import { isPublicAddress } from "@/lib/guard/is-public-address";
import { clientSubject, ipv6Prefix48 } from "@/lib/http/client-ip";
import { isSameOrigin } from "@/lib/http/is-same-origin";
import { originHost } from "@/lib/http/origin-host";
import { readQuery } from "@/lib/http/read-query";
import { claimRequest } from "@/lib/http/widget/idempotency";
import { wantsStream } from "@/lib/http/widget/stream-answer";
import { languageOfTag } from "@/lib/i18n/language-of-tag";
import { findLocale } from "@/lib/i18n/locale";
import { readLocaleAddress } from "@/lib/i18n/locale-address";
import { negotiateLocale } from "@/lib/i18n/negotiate-locale";
import { readAcceptLanguage } from "@/lib/i18n/read-accept-language";
import { visitorLanguage } from "@/lib/i18n/visitor-language";
import { findWords } from "@/lib/i18n/words/find-words";
import { refusalText } from "@/lib/i18n/words/refusal-text";
import { hashOneTimeToken } from "@/lib/identity/one-time-token";
import { documentIdInput, versionNumberInput } from "@/lib/knowledge/documents/document-input";
import { listDocumentsInput } from "@/lib/knowledge/documents/list-documents";
import { changeDocumentsInput } from "@/lib/knowledge/documents/organise/change-documents";
import {
  isNarrowed,
  readDocumentQuery,
  writeDocumentQuery,
} from "@/lib/knowledge/documents/organise/document-query";
import { restoreDocumentVersionInput } from "@/lib/knowledge/documents/versions/restore-document-version";
import { findingInput } from "@/lib/knowledge/findings/finding-input";
import { listFindingsInput } from "@/lib/knowledge/findings/list-findings";
import { settleFindingInput } from "@/lib/knowledge/findings/settle-finding";
import { listPassagesInput } from "@/lib/knowledge/passages/list-passages";
import { ownWordings } from "@/lib/knowledge/query/own-wordings";
import { createEmbeddedKv } from "@/lib/kv/transports/embedded-kv";
import { cleanLine, dropDirections } from "@/lib/language/clean-text";
import { languageOf } from "@/lib/language/language-of";
import { tagName } from "@/lib/language/tag-name";
import { lineInput } from "@/lib/language/text-input";
import { isMailAddress } from "@/lib/mail/is-mail-address";
import { plainName } from "@/lib/mail/plain-name";
import { renderMail } from "@/lib/mail/render-mail";
import { toMailError } from "@/lib/mail/to-mail-error";
import { parseRetryAfter } from "@/lib/model/to-model-error";
import { safePath } from "@/lib/session/safe-path";
import { fromSignInError } from "@/lib/session/sign-in-error";
import { isStorageKey, requireStorageKey } from "@/lib/storage/blob-store";
import { isFileLink } from "@/lib/storage/file-link";
import { findFileType } from "@/lib/storage/find-file-type";
import { toS3Fault } from "@/lib/storage/s3-fault";
import { setBotAlertsInput } from "@/lib/teams/alerts/set-bot-alerts";
import { updateAlertSettingsInput } from "@/lib/teams/alerts/update-alert-settings";
import { setShortcutsInput } from "@/lib/teams/desk/set-shortcuts";
import { acceptInviteInput } from "@/lib/teams/invites/accept-invite";
import { createInviteInput } from "@/lib/teams/invites/create-invite";
import { revokeInviteInput } from "@/lib/teams/invites/revoke-invite";
import { createAccountInput } from "@/lib/teams/joining/create-account";
import { signInInput } from "@/lib/teams/joining/sign-in";
import { signUpInput } from "@/lib/teams/joining/sign-up";
import { createApiKeyInput } from "@/lib/teams/keys/create-api-key";
import { hashApiKey } from "@/lib/teams/keys/hash-api-key";
import { revokeApiKeyInput } from "@/lib/teams/keys/revoke-api-key";
import { removeMemberInput } from "@/lib/teams/remove-member";
import { switchTeamInput } from "@/lib/teams/switch-team";
import { updateMemberRoleInput } from "@/lib/teams/update-member-role";
import { updateTeamInput } from "@/lib/teams/update-team";
import { answerClientError } from "@/server/connections/answer-client-error";
import { hasDoubledHeader } from "@/server/entry/headers/has-doubled-header";
import { checkNextHeaders } from "@/server/entry/headers/next-headers";
import {
  dropInternalHeaders,
  isInternalHeader,
  sanitizeHeaders,
} from "@/server/entry/headers/sanitize-headers";
import { loggedPath } from "@/server/entry/logged-path";
import { isOpenPath } from "@/server/entry/next-paths";
import { requestIdOf } from "@/server/entry/request-id";
import { isMeantForWidget, parseRequestTarget } from "@/server/entry/request-target";
import { stripScripts } from "@/server/entry/strip-scripts";
import { isVersionedName } from "@/server/routes/widget-file-name";
import { isWidgetFilePath } from "@/server/routes/widget-files";
import { readConfig } from "@/widget/config";
import { readJson } from "@/widget/json";
import { paletteOf, parseHex } from "@/widget/panel/contrast";
import { splitContacts } from "@/widget/talk/split-contacts";
import type { CaseTable } from "./case-table";
import { longest } from "./given/longest";
import { takes } from "./given/takes";

const kv = createEmbeddedKv();
const header = (text: string) => ({ headers: { get: () => text } });
/** UTF-16 units that `wordingsInput` lets through. */
const mostWordings = 9_000;
const isAnswer = (value: unknown): value is object => typeof value === "object";

/** What reads the fields of forms, a request's first line and its headers. */
export const fieldCases: CaseTable = {
  "lib/knowledge/query/own-wordings.ts": {
    ownWordings: (text) => ownWordings(text.slice(0, mostWordings))?.findIn(text.slice(0, longest.question)),
  },
  "lib/accounts/account-fields.ts": {
    emailField: takes(emailField),
    givenPasswordField: takes(givenPasswordField),
    nameField: takes(nameField),
    newPasswordField: takes(newPasswordField),
    roleField: takes(roleField),
    tokenField: takes(tokenField),
    normalizeEmail: (text) => normalizeEmail(text.slice(0, 1_000)),
  },
  "lib/accounts/passwords/change-password.ts": { changePasswordInput: takes(changePasswordInput) },
  "lib/teams/joining/create-account.ts": { createAccountInput: takes(createAccountInput) },
  "lib/accounts/sessions/describe-user-agent.ts": { describeUserAgent },
  "lib/accounts/passwords/require-strong-password.ts": {
    requireStrongPassword: (text) => requireStrongPassword(text.slice(0, 400), "a@b.c", "password"),
  },
  "lib/accounts/passwords/request-password-reset.ts": {
    requestPasswordResetInput: takes(requestPasswordResetInput),
  },
  "lib/accounts/passwords/reset-password.ts": { resetPasswordInput: takes(resetPasswordInput) },
  "lib/accounts/sessions/revoke-session.ts": { revokeSessionInput: takes(revokeSessionInput) },
  "lib/teams/joining/sign-in.ts": { signInInput: takes(signInInput) },
  "lib/teams/joining/sign-up.ts": { signUpInput: takes(signUpInput) },
  "lib/teams/desk/set-shortcuts.ts": { setShortcutsInput: takes(setShortcutsInput) },
  "lib/conversations/inbox/query/chat-query-input.ts": { chatQueryInput: takes(chatQueryInput) },
  "lib/conversations/inbox/query/chat-query.ts": {
    isDay,
    readChatQuery: (text) => readChatQuery(() => text),
    writeChatQuery: (text) => writeChatQuery({ view: "all", site: text }),
  },
  "lib/teams/alerts/set-bot-alerts.ts": { setBotAlertsInput: takes(setBotAlertsInput) },
  "lib/teams/alerts/update-alert-settings.ts": { updateAlertSettingsInput: takes(updateAlertSettingsInput) },
  "lib/accounts/update-profile.ts": { updateProfileInput: takes(updateProfileInput) },
  "lib/identity/one-time-token.ts": { hashOneTimeToken },
  "lib/session/safe-path.ts": { safePath: (text) => [safePath(text), safePath(`/${text.slice(0, 1_900)}`)] },
  "lib/session/sign-in-error.ts": { fromSignInError },
  "lib/bots/settings/bot-input.ts": {
    botNameInput: takes(botNameInput),
    lookFormInputs: (text) => [
      takes(lookFormInputs.primaryColor)(text),
      takes(lookFormInputs.avatarUrl)(`https://${text}`),
      takes(lookFormInputs.suggestions)(text),
      takes(lookFormInputs.offset)(text),
    ],
  },
  "lib/bots/create-bot.ts": { createBotInput: takes(createBotInput) },
  "lib/bots/delete-bot.ts": { deleteBotInput: takes(deleteBotInput) },
  "lib/bots/token/rotate-widget-token.ts": { rotateWidgetTokenInput: takes(rotateWidgetTokenInput) },
  "lib/bots/settings/set-bot-enabled.ts": { setBotEnabledInput: takes(setBotEnabledInput) },
  "lib/conversations/leads/lead-query.ts": {
    leadQueryInput: (text) =>
      leadQueryInput.safeParse({ q: text, state: text, bot: text, from: text, to: text }),
    readLeadQuery: (text) => readLeadQuery(() => text),
    writeLeadQuery: (text) => writeLeadQuery({ q: text.slice(0, 400) }),
  },
  "lib/conversations/desk/note-presence.ts": { notePresenceInput: takes(notePresenceInput) },
  "lib/conversations/inbox/reads/mark-read.ts": { markReadInput: takes(markReadInput) },
  "lib/conversations/leads/list-leads.ts": { leadCursorInput: takes(leadCursorInput) },
  "lib/conversations/receive/consent.ts": {
    consentIdOf: (text) => consentIdOf("zh-TW", text),
    readConsent: (text) => readConsent(text, text),
  },
  "lib/conversations/receive/fold-lead.ts": {
    digitsOf,
    foldLead: (text) => {
      const [name, question] = [text.slice(0, 100), text.slice(0, 300)];
      return foldLead({ name, phone: name, email: name, question, domain: name });
    },
  },
  "lib/conversations/receive/contact-input.ts": {
    parseContactInput: (text) =>
      parseContactInput({
        ...{ chat_id: "web_0123456789", name: text.slice(0, 100), phone: "0223456789" },
        question: text.slice(0, 300),
      }),
  },
  "lib/bots/hours/read-spans.ts": { readSpans },
  "lib/bots/hours/read-special-days.ts": { readSpecialDays },
  "lib/bots/hours/update-hours.ts": {
    updateHoursInput: (text) =>
      updateHoursInput.safeParse({
        botId: text,
        hoursZone: text,
        monday: text,
        specialDays: text,
        base: { monday: text },
      }),
  },
  "lib/bots/settings/set-retention.ts": { setRetentionInput: takes(setRetentionInput) },
  "lib/bots/settings/update-answer-settings.ts": {
    updateAnswerSettingsInput: takes(updateAnswerSettingsInput),
  },
  "lib/bots/settings/update-bot.ts": { updateBotInput: takes(updateBotInput) },
  "lib/bots/settings/wordings-input.ts": { wordingsInput: takes(wordingsInput) },
  "server/routes/widget-file-name.ts": { isVersionedName },
  "lib/bots/token/widget-token.ts": { isWidgetToken },
  "lib/http/client-ip.ts": {
    ipv6Prefix48,
    clientSubject: (text) => [
      clientSubject({ remoteAddress: text, forwardedFor: text }, 1),
      clientSubject({ remoteAddress: "::1", forwardedFor: `[${text}]:1` }, 1),
    ],
  },
  "lib/http/widget/idempotency.ts": {
    claimRequest: (text) => claimRequest({ kv }, text, { scope: ["a"], body: { text }, isAnswer }),
  },
  "lib/http/is-same-origin.ts": {
    isSameOrigin: (text) => isSameOrigin({ origin: `http://${text}`, host: text }),
  },
  "lib/http/origin-host.ts": { originHost: (text) => originHost(header(`http://${text}`)) },
  "lib/http/widget/stream-answer.ts": { wantsStream: (text) => wantsStream(header(text)) },
  "lib/guard/is-public-address.ts": { isPublicAddress },
  "lib/i18n/locale.ts": { findLocale },
  "lib/error-reasons.ts": { isErrorCode, isErrorReason },
  "lib/field-faults.ts": { readFault },
  "lib/i18n/words/find-words.ts": { findWords: (text) => findWords({ a: "b" }, text) },
  "lib/i18n/locale-address.ts": {
    readLocaleAddress: (text) => [readLocaleAddress(text), readLocaleAddress(`/en/${text}`)],
  },
  "lib/i18n/negotiate-locale.ts": { negotiateLocale },
  "lib/i18n/language-of-tag.ts": { languageOfTag },
  "lib/i18n/read-accept-language.ts": { readAcceptLanguage },
  "lib/i18n/words/refusal-text.ts": { refusalText: (text) => refusalText(400, text) },
  "lib/i18n/visitor-language.ts": {
    visitorLanguage: (text) => visitorLanguage({ page: text, acceptLanguage: text, bot: text }),
  },
  "lib/knowledge/documents/document-input.ts": {
    documentIdInput: takes(documentIdInput),
    versionNumberInput: takes(versionNumberInput),
  },
  "lib/knowledge/documents/organise/change-documents.ts": {
    changeDocumentsInput: (text) => [
      takes(changeDocumentsInput)(text),
      changeDocumentsInput.safeParse({
        botId: text,
        documentIds: text,
        matching: text,
        change: "tag",
        tag: text,
      }),
    ],
  },
  "lib/knowledge/documents/organise/document-query.ts": {
    readDocumentQuery: (text) => readDocumentQuery(() => text),
    writeDocumentQuery: (text) => writeDocumentQuery({ q: text, tag: text, sort: "title" }),
    isNarrowed: (text) => isNarrowed({ q: text, tag: text, sort: "title" }),
  },
  "lib/knowledge/documents/list-documents.ts": { listDocumentsInput: takes(listDocumentsInput) },
  "lib/knowledge/findings/finding-input.ts": { findingInput: takes(findingInput) },
  "lib/knowledge/findings/list-findings.ts": { listFindingsInput: takes(listFindingsInput) },
  "lib/knowledge/findings/settle-finding.ts": { settleFindingInput: takes(settleFindingInput) },
  "lib/knowledge/passages/list-passages.ts": { listPassagesInput: takes(listPassagesInput) },
  "lib/knowledge/documents/versions/restore-document-version.ts": {
    restoreDocumentVersionInput: takes(restoreDocumentVersionInput),
  },
  "lib/answers/answer-text.ts": { answerTextInput: takes(answerTextInput) },
  "lib/answers/try-question.ts": { tryQuestionInput: takes(tryQuestionInput) },
  "lib/model/to-model-error.ts": {
    parseRetryAfter: (text) => parseRetryAfter({ "retry-after": text, "retry-after-ms": text }),
  },
  "lib/teams/invites/accept-invite.ts": { acceptInviteInput: takes(acceptInviteInput) },
  "lib/mail/is-mail-address.ts": { isMailAddress },
  "lib/mail/plain-name.ts": { plainName },
  "lib/mail/render-mail.ts": {
    renderMail: (text) =>
      renderMail(
        { subject: text, paragraphs: [text], said: [text] },
        { language: "en", end: text, linkHelp: text },
      ),
  },
  "lib/mail/to-mail-error.ts": { toMailError: (text) => toMailError({ message: text }) },
  "lib/storage/blob-store.ts": {
    isStorageKey,
    requireStorageKey: (text) => isStorageKey(text) && requireStorageKey(text),
  },
  "lib/storage/file-link.ts": {
    isFileLink: (text) => isFileLink(["secret"], text, new URLSearchParams({ until: text, key: text })),
  },
  "lib/storage/find-file-type.ts": { findFileType: (text) => findFileType(Buffer.from(text)) },
  "lib/storage/s3-fault.ts": { toS3Fault: (text) => toS3Fault({ statusCode: 500, xml: text }) },
  "lib/teams/keys/create-api-key.ts": { createApiKeyInput: takes(createApiKeyInput) },
  "lib/teams/keys/hash-api-key.ts": { hashApiKey },
  "lib/teams/keys/revoke-api-key.ts": { revokeApiKeyInput: takes(revokeApiKeyInput) },
  "lib/teams/invites/create-invite.ts": { createInviteInput: takes(createInviteInput) },
  "lib/teams/remove-member.ts": { removeMemberInput: takes(removeMemberInput) },
  "lib/teams/update-team.ts": { updateTeamInput: takes(updateTeamInput) },
  "lib/teams/invites/revoke-invite.ts": { revokeInviteInput: takes(revokeInviteInput) },
  "lib/teams/switch-team.ts": { switchTeamInput: takes(switchTeamInput) },
  "lib/teams/update-member-role.ts": { updateMemberRoleInput: takes(updateMemberRoleInput) },
  "lib/http/read-query.ts": {
    readQuery: (text) => readQuery({ url: `http://a/?search=${text}` }, ["search"]),
  },
  "lib/language/clean-text.ts": { cleanLine, dropDirections },
  "lib/language/language-of.ts": { languageOf },
  "lib/language/tag-name.ts": { tagName: takes(tagName) },
  "lib/language/text-input.ts": { lineInput: takes(lineInput(60)) },
  "server/entry/headers/has-doubled-header.ts": {
    hasDoubledHeader: (text) => {
      const request = new IncomingMessage(new Socket());
      request.rawHeaders = [...text].flatMap((name) => [name, text]);
      return hasDoubledHeader(request);
    },
  },
  "server/entry/headers/next-headers.ts": {
    checkNextHeaders: (text) =>
      ["next-router-state-tree", "rsc", "next-action", "next-url"].map((name) =>
        checkNextHeaders({ [name]: text }),
      ),
  },
  "server/entry/next-paths.ts": { isOpenPath: (text) => isOpenPath(`/${text}`) },
  "server/entry/request-id.ts": { requestIdOf: (text) => requestIdOf({ "x-request-id": text }, true) },
  "server/connections/answer-client-error.ts": {
    answerClientError: (text) => {
      const socket = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() });
      answerClientError(
        Object.assign(new Error("broken"), { rawPacket: Buffer.from(`GET ${text}`) }),
        socket,
      );
    },
  },
  "server/entry/strip-scripts.ts": {
    stripScripts: (text) => [stripScripts(text), stripScripts(`<script>${text}`)],
  },
  "server/entry/logged-path.ts": {
    loggedPath: (text) => [loggedPath(text), loggedPath(`/invite/${text}`)],
  },
  "server/entry/request-target.ts": {
    parseRequestTarget: (text) => [
      parseRequestTarget(text),
      parseRequestTarget(`/${text}`),
      parseRequestTarget(`/api/widget/${text}x`),
      parseRequestTarget(`http://a/${text}`),
    ],
    isMeantForWidget: (text) => [isMeantForWidget(text), isMeantForWidget(`http://${text}`)],
  },
  "server/entry/headers/sanitize-headers.ts": {
    isInternalHeader,
    dropInternalHeaders: (text) => dropInternalHeaders({ [text]: text }),
    sanitizeHeaders: (text) =>
      sanitizeHeaders(
        { host: text, "x-forwarded-host": text, "x-forwarded-proto": text },
        { httpVersion: "1.1", hasProxy: true },
      ),
  },
  "server/routes/widget-files.ts": { isWidgetFilePath: (text) => isWidgetFilePath(`/${text}`) },
  "widget/config.ts": { readConfig: (text) => readConfig({ primary_color: text, suggestions: [text] }) },
  "widget/talk/split-contacts.ts": { splitContacts: (text) => splitContacts(text, (written) => written) },
  "widget/panel/contrast.ts": { paletteOf: (text) => paletteOf(text, true), parseHex },
  "widget/json.ts": { readJson: (text) => [readJson(text), readJson(JSON.stringify({ text }))] },
};
