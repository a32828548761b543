import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { Duplex } from "node:stream";
import {
  emailField,
  givenPasswordField,
  idField,
  nameField,
  newPasswordField,
  normalizeEmail,
  roleField,
  tokenField,
} from "@/lib/accounts/account-fields";
import { changePasswordInput } from "@/lib/accounts/change-password";
import { createAccountInput } from "@/lib/accounts/create-account";
import { describeUserAgent } from "@/lib/accounts/describe-user-agent";
import { requireStrongPassword } from "@/lib/accounts/require-strong-password";
import { resetPasswordInput } from "@/lib/accounts/reset-password";
import { revokeSessionInput } from "@/lib/accounts/revoke-session";
import { signInInput } from "@/lib/accounts/sign-in";
import { signUpInput } from "@/lib/accounts/sign-up";
import { updateProfileInput } from "@/lib/accounts/update-profile";
import { hashOneTimeToken } from "@/lib/auth/one-time-token";
import { safePath } from "@/lib/auth/safe-path";
import { fromSignInError } from "@/lib/auth/sign-in-error";
import { botConfigFields, botNameInput } from "@/lib/bots/bot-input";
import { createBotInput } from "@/lib/bots/create-bot";
import { deleteBotInput } from "@/lib/bots/delete-bot";
import { rotateWidgetTokenInput } from "@/lib/bots/rotate-widget-token";
import { setBotEnabledInput } from "@/lib/bots/set-bot-enabled";
import { setRetentionInput } from "@/lib/bots/set-retention";
import { updateAnswerSettingsInput } from "@/lib/bots/update-answer-settings";
import { updateBotInput } from "@/lib/bots/update-bot";
import { parseWidgetLocale } from "@/lib/bots/widget-choices";
import { isVersionedName } from "@/lib/bots/widget-file-name";
import { isWidgetToken } from "@/lib/bots/widget-token";
import { isErrorCode, isErrorReason } from "@/lib/error-reasons";
import { readFault } from "@/lib/field-faults";
import { isPublicAddress } from "@/lib/guard/is-public-address";
import { clientSubject, ipv6Prefix48 } from "@/lib/http/client-ip";
import { claimRequest } from "@/lib/http/idempotency";
import { isSameOrigin } from "@/lib/http/is-same-origin";
import { originHost } from "@/lib/http/origin-host";
import { readQuery } from "@/lib/http/read-query";
import { wantsStream } from "@/lib/http/stream-answer";
import { findWords } from "@/lib/i18n/find-words";
import { findLocale } from "@/lib/i18n/locale";
import { negotiateLocale } from "@/lib/i18n/negotiate-locale";
import { personToldText } from "@/lib/i18n/person-words";
import { readerLocale } from "@/lib/i18n/reader-locale";
import { refusalText } from "@/lib/i18n/refusal-text";
import { widgetErrorWords } from "@/lib/i18n/widget-errors";
import { documentIdInput } from "@/lib/knowledge/document-input";
import { listDocumentsInput } from "@/lib/knowledge/list-documents";
import { restoreDocumentVersionInput } from "@/lib/knowledge/restore-document-version";
import { searchKnowledgeInput } from "@/lib/knowledge/search-knowledge";
import { createEmbeddedKv } from "@/lib/kv/embedded-kv";
import { parseRetryAfter } from "@/lib/model/to-model-error";
import { acceptInviteInput } from "@/lib/teams/accept-invite";
import { createInviteInput } from "@/lib/teams/create-invite";
import { removeMemberInput } from "@/lib/teams/remove-member";
import { renameTeamInput } from "@/lib/teams/rename-team";
import { revokeInviteInput } from "@/lib/teams/revoke-invite";
import { switchTeamInput } from "@/lib/teams/switch-team";
import { updateMemberRoleInput } from "@/lib/teams/update-member-role";
import { cleanLine, dropDirections } from "@/lib/text/clean-text";
import { languageOf } from "@/lib/text/language-of";
import { lineInput } from "@/lib/text/text-input";
import { answerClientError } from "@/server/answer-client-error";
import { hasDoubledHeader } from "@/server/has-doubled-header";
import { checkNextHeaders } from "@/server/next-headers";
import { isOpenPath } from "@/server/next-paths";
import { requestIdOf } from "@/server/request-id";
import { isMeantForWidget, parseRequestTarget } from "@/server/request-target";
import { dropInternalHeaders, isInternalHeader, sanitizeHeaders } from "@/server/sanitize-headers";
import { isWidgetFilePath } from "@/server/widget-files";
import { readConfig } from "@/widget/config";
import { paletteOf, parseHex } from "@/widget/contrast";
import { readJson } from "@/widget/json";
import type { CaseTable } from "./case-table";
import { takes } from "./takes";

const kv = createEmbeddedKv();
const header = (text: string) => ({ headers: { get: () => text } });
const isAnswer = (value: unknown): value is object => typeof value === "object";

/** What reads the fields of forms, a request's first line and its headers. */
export const fieldCases: CaseTable = {
  "lib/accounts/account-fields.ts": {
    emailField: takes(emailField),
    givenPasswordField: takes(givenPasswordField),
    idField: takes(idField),
    nameField: takes(nameField),
    newPasswordField: takes(newPasswordField),
    roleField: takes(roleField),
    tokenField: takes(tokenField),
    normalizeEmail: (text) => normalizeEmail(text.slice(0, 1_000)),
  },
  "lib/accounts/change-password.ts": { changePasswordInput: takes(changePasswordInput) },
  "lib/accounts/create-account.ts": { createAccountInput: takes(createAccountInput) },
  "lib/accounts/describe-user-agent.ts": { describeUserAgent },
  "lib/accounts/require-strong-password.ts": {
    requireStrongPassword: (text) => requireStrongPassword(text.slice(0, 400), "a@b.c", "password"),
  },
  "lib/accounts/reset-password.ts": { resetPasswordInput: takes(resetPasswordInput) },
  "lib/accounts/revoke-session.ts": { revokeSessionInput: takes(revokeSessionInput) },
  "lib/accounts/sign-in.ts": { signInInput: takes(signInInput) },
  "lib/accounts/sign-up.ts": { signUpInput: takes(signUpInput) },
  "lib/accounts/update-profile.ts": { updateProfileInput: takes(updateProfileInput) },
  "lib/auth/one-time-token.ts": { hashOneTimeToken },
  "lib/auth/safe-path.ts": { safePath: (text) => [safePath(text), safePath(`/${text.slice(0, 1_900)}`)] },
  "lib/auth/sign-in-error.ts": { fromSignInError },
  "lib/bots/bot-input.ts": {
    botNameInput: takes(botNameInput),
    botConfigFields: (text) => [
      takes(botConfigFields.primaryColor)(text),
      takes(botConfigFields.avatarUrl)(`https://${text}`),
      takes(botConfigFields.suggestions)(text),
    ],
  },
  "lib/bots/create-bot.ts": { createBotInput: takes(createBotInput) },
  "lib/bots/delete-bot.ts": { deleteBotInput: takes(deleteBotInput) },
  "lib/bots/rotate-widget-token.ts": { rotateWidgetTokenInput: takes(rotateWidgetTokenInput) },
  "lib/bots/set-bot-enabled.ts": { setBotEnabledInput: takes(setBotEnabledInput) },
  "lib/bots/set-retention.ts": { setRetentionInput: takes(setRetentionInput) },
  "lib/bots/update-answer-settings.ts": { updateAnswerSettingsInput: takes(updateAnswerSettingsInput) },
  "lib/bots/update-bot.ts": { updateBotInput: takes(updateBotInput) },
  "lib/bots/widget-choices.ts": { parseWidgetLocale },
  "lib/bots/widget-file-name.ts": { isVersionedName },
  "lib/bots/widget-token.ts": { isWidgetToken },
  "lib/http/client-ip.ts": {
    ipv6Prefix48,
    clientSubject: (text) => [
      clientSubject({ remoteAddress: text, forwardedFor: text }, 1),
      clientSubject({ remoteAddress: "::1", forwardedFor: `[${text}]:1` }, 1),
    ],
  },
  "lib/http/idempotency.ts": {
    claimRequest: (text) => claimRequest({ kv }, text, { scope: ["a"], body: { text }, isAnswer }),
  },
  "lib/http/is-same-origin.ts": {
    isSameOrigin: (text) => isSameOrigin({ origin: `http://${text}`, host: text }),
  },
  "lib/http/origin-host.ts": { originHost: (text) => originHost(header(`http://${text}`)) },
  "lib/http/stream-answer.ts": { wantsStream: (text) => wantsStream(header(text)) },
  "lib/guard/is-public-address.ts": { isPublicAddress },
  "lib/i18n/locale.ts": { findLocale },
  "lib/error-reasons.ts": { isErrorCode, isErrorReason },
  "lib/field-faults.ts": { readFault },
  "lib/i18n/find-words.ts": { findWords: (text) => findWords({ a: "b" }, text) },
  "lib/i18n/negotiate-locale.ts": { negotiateLocale },
  "lib/i18n/person-words.ts": { personToldText: (text) => personToldText([text, `zh-${text}`]) },
  "lib/i18n/reader-locale.ts": { readerLocale },
  "lib/i18n/refusal-text.ts": { refusalText: (text) => refusalText(400, text) },
  "lib/i18n/widget-errors.ts": { widgetErrorWords },
  "lib/knowledge/document-input.ts": { documentIdInput: takes(documentIdInput) },
  "lib/knowledge/list-documents.ts": { listDocumentsInput: takes(listDocumentsInput) },
  "lib/knowledge/restore-document-version.ts": {
    restoreDocumentVersionInput: takes(restoreDocumentVersionInput),
  },
  "lib/knowledge/search-knowledge.ts": { searchKnowledgeInput: takes(searchKnowledgeInput) },
  "lib/model/to-model-error.ts": {
    parseRetryAfter: (text) => parseRetryAfter({ "retry-after": text, "retry-after-ms": text }),
  },
  "lib/teams/accept-invite.ts": { acceptInviteInput: takes(acceptInviteInput) },
  "lib/teams/create-invite.ts": { createInviteInput: takes(createInviteInput) },
  "lib/teams/remove-member.ts": { removeMemberInput: takes(removeMemberInput) },
  "lib/teams/rename-team.ts": { renameTeamInput: takes(renameTeamInput) },
  "lib/teams/revoke-invite.ts": { revokeInviteInput: takes(revokeInviteInput) },
  "lib/teams/switch-team.ts": { switchTeamInput: takes(switchTeamInput) },
  "lib/teams/update-member-role.ts": { updateMemberRoleInput: takes(updateMemberRoleInput) },
  "lib/http/read-query.ts": {
    readQuery: (text) => readQuery({ url: `http://a/?search=${text}` }, ["search"]),
  },
  "lib/text/clean-text.ts": { cleanLine, dropDirections },
  "lib/text/language-of.ts": { languageOf },
  "lib/text/text-input.ts": { lineInput: takes(lineInput(60)) },
  "server/has-doubled-header.ts": {
    hasDoubledHeader: (text) => {
      const request = new IncomingMessage(new Socket());
      request.rawHeaders = [...text].flatMap((name) => [name, text]);
      return hasDoubledHeader(request);
    },
  },
  "server/next-headers.ts": {
    checkNextHeaders: (text) =>
      ["next-router-state-tree", "rsc", "next-action", "next-url"].map((name) =>
        checkNextHeaders({ [name]: text }),
      ),
  },
  "server/next-paths.ts": { isOpenPath: (text) => isOpenPath(`/${text}`) },
  "server/request-id.ts": { requestIdOf: (text) => requestIdOf({ "x-request-id": text }, true) },
  "server/answer-client-error.ts": {
    answerClientError: (text) => {
      const socket = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() });
      answerClientError(
        Object.assign(new Error("broken"), { rawPacket: Buffer.from(`GET ${text}`) }),
        socket,
      );
    },
  },
  "server/request-target.ts": {
    parseRequestTarget: (text) => [
      parseRequestTarget(text),
      parseRequestTarget(`/${text}`),
      parseRequestTarget(`/api/widget/${text}x`),
      parseRequestTarget(`http://a/${text}`),
    ],
    isMeantForWidget: (text) => [isMeantForWidget(text), isMeantForWidget(`http://${text}`)],
  },
  "server/sanitize-headers.ts": {
    isInternalHeader,
    dropInternalHeaders: (text) => dropInternalHeaders({ [text]: text }),
    sanitizeHeaders: (text) =>
      sanitizeHeaders(
        { host: text, "x-forwarded-host": text, "x-forwarded-proto": text },
        { httpVersion: "1.1", hasProxy: true },
      ),
  },
  "server/widget-files.ts": { isWidgetFilePath: (text) => isWidgetFilePath(`/${text}`) },
  "widget/config.ts": { readConfig: (text) => readConfig({ primary_color: text, suggestions: [text] }) },
  "widget/contrast.ts": { paletteOf: (text) => paletteOf(text, true), parseHex },
  "widget/json.ts": { readJson: (text) => [readJson(text), readJson(JSON.stringify({ text }))] },
};
