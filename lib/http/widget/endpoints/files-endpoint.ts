import { keepWorking } from "@/lib/background-work";
import { getContext } from "@/lib/context";
import type { FilesResponse } from "@/lib/contract/files";
import { idempotencyKey } from "@/lib/contract/request-fields";
import { toPicture } from "@/lib/conversations/pictures/picture-link";
import { receivePicture } from "@/lib/conversations/pictures/receive-picture";
import { findVisitorChat } from "@/lib/conversations/visitor/find-visitor-chat";
import { hasHandoff } from "@/lib/conversations/visitor/has-handoff";
import { toPerson } from "@/lib/conversations/visitor/to-person";
import { AppError } from "@/lib/errors";
import { pastLimit, requireLimit } from "@/lib/http/require-limit";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { consumeLimit } from "@/lib/kv/limits/limits";
import { countMessage } from "../count-message";
import { readPictureForm } from "../read-picture-form";
import { requireVisitorChat, visitorHeader } from "../require-visitor-chat";
import { requireWidgetBot } from "../require-widget-bot";
import { widgetRoute } from "../widget-route";

/**
 * `/api/widget/files`: a picture of a visitor who awaits or has a person. Who may send one, and how many, is looked at
 * before the body is read.
 */
export const filesEndpoint = widgetRoute("POST", async (request, reader) => {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const ctx = await getContext();
  const bot = await requireWidgetBot(ctx, token);
  reader.told.bot = bot.locale;
  await requireLimit(ctx, limitPolicies.widgetFiles);
  const chat = await findVisitorChat(
    ctx,
    await requireVisitorChat(bot, token, request.headers.get(visitorHeader)),
  );
  const key = request.headers.get("idempotency-key");
  if (key !== null && !idempotencyKey.safeParse(key).success)
    throw new AppError("bad_request", "malformed key", { reason: "idempotency_key_malformed" });
  if (!bot.enabled || chat.isBlocked)
    return { success: false, reply: reader.words().paused } satisfies FilesResponse;
  if (!chat.hasHandoff)
    throw new AppError("bad_request", "nobody awaits or has the chat", { reason: "picture_unseen" });
  const { chatFiles } = limitPolicies;
  const room = await consumeLimit(ctx.kv, chatFiles, chat.conversationId);
  if (!room.ok) throw pastLimit(chatFiles, room.retryAfter);
  const { isOverQuota, giveBack } = await countMessage(ctx, bot, chat.chatId);
  let isNew = false;
  const receive = async () => {
    const bytes = await readPictureForm(request);
    const received = await receivePicture(ctx, bot, chat, { bytes, key, isOverQuota });
    isNew = received.isNew;
    return received;
  };
  const { turn, desk, picture, published } = await receive().finally(() => {
    if (!isNew) giveBack();
  });
  keepWorking(published);
  const person = await toPerson(ctx, desk);
  return {
    success: true,
    turn_id: turn.id,
    text: turn.bubbles.join("\n"),
    picture: await toPicture(picture, ctx.now()),
    handoff: hasHandoff(desk),
    ...(person && { person }),
  } satisfies FilesResponse;
});
