import type { HttpFetch } from "@/lib/model/http-fetch";
import { ModelError } from "@/lib/model/model-error";
import { adaptRequest, type ChatRequest, chatRequestSchema } from "./adapt-request";
import type { EndpointHabits } from "./endpoint-habits";
import type { ReplyPart } from "./read-part";
import { readParts } from "./read-parts";
import { readRefusal } from "./read-refusal";

/**
 * A fetch of chat completions that makes of what endpoints really say the plain protocol: what is refused is asked for
 * again without it, and remembered; the answer comes as a stream where one was asked for and as one body where not,
 * with its text in one place and a reason why it ended. Throws ModelError for what can't be read as a chat's answer.
 */
export function createPlainFetch(fetch: HttpFetch, habitsOf: (model: string) => EndpointHabits): HttpFetch {
  return async (input, init = {}) => {
    const text = String(init.body);
    const asked = chatRequestSchema.parse(JSON.parse(text));
    const habits = habitsOf(asked.model);
    const response = await ask(text, asked, habits, (body) => fetch(input, { ...init, body }));
    if (!response.ok) return response;
    const parts = readParts(response);
    return asked.stream ? toStream(parts, habits) : await toWhole(parts, habits);
  };
}

const mostAsked = 6;

/** @param text the request as it was written: sent so where nothing is known against it */
async function ask(
  text: string,
  asked: ChatRequest,
  habits: EndpointHabits,
  send: (body: string) => Promise<Response>,
): Promise<Response> {
  for (let times = 1; ; times++) {
    const { max_tokens: plain, max_completion_tokens: thinking } = asked;
    const isPlain =
      habits.refused.size + Number(habits.hasThoughts) === 0 && plain !== undefined && thinking === undefined;
    const request = isPlain ? asked : adaptRequest(asked, habits);
    const response = await send(isPlain ? text : JSON.stringify(request));
    if ((response.status !== 400 && response.status !== 422) || times === mostAsked) return response;
    const reply = await response.text();
    const refused = readRefusal(reply, request);
    if (refused.length === 0) return new Response(null, response);
    for (const name of refused) habits.refused.add(name);
  }
}

function toStream(parts: AsyncGenerator<ReplyPart[]>, habits: EndpointHabits): Response {
  const encoder = new TextEncoder();
  const end = createEnding();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      for (;;) {
        const { done, value = [] } = await parts.next();
        const said = end.add(value, habits);
        if (said !== "")
          controller.enqueue(encoder.encode(toEvent({ choices: [{ index: 0, delta: { content: said } }] })));
        if (done) {
          const { finish_reason, usage } = end.close();
          controller.enqueue(
            encoder.encode(toEvent({ choices: [{ index: 0, delta: {}, finish_reason }], usage })),
          );
          return controller.close();
        }
        if (said !== "") return;
      }
    },
    cancel: async () => void (await parts.return(undefined)),
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}

async function toWhole(parts: AsyncGenerator<ReplyPart[]>, habits: EndpointHabits): Promise<Response> {
  const end = createEnding();
  let content = "";
  for await (const some of parts) content += end.add(some, habits);
  const { finish_reason, usage } = end.close();
  return Response.json({
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason }],
    usage,
  });
}

function toEvent(chunk: object): string {
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

/** Keeps in mind how an answer ends while its text passes. */
function createEnding() {
  let finish: ReplyPart["finish"] = null;
  let usage: ReplyPart["usage"] = null;
  let isChat = false;
  let last = "";
  return {
    add: (parts: readonly ReplyPart[], habits: EndpointHabits): string => {
      let text = "";
      for (const part of parts) {
        text += part.text;
        finish = part.finish ?? finish;
        usage = part.usage ?? usage;
        isChat ||= part.isChat;
        habits.hasThoughts ||= part.hasThoughts;
      }
      last = text.trimEnd().slice(-1) || last;
      return text;
    },
    close: () => {
      if (!isChat) throw new ModelError("wrong_address");
      // Nothing says that it is over: a number or a word may have been cut.
      const finish_reason = finish ?? (/[\dA-Za-z０-９]/.test(last) ? "length" : "stop");
      return { finish_reason, usage: toUsage(usage) };
    },
  };
}

function toUsage(usage: ReplyPart["usage"]) {
  const count = (tokens: unknown) => (typeof tokens === "number" ? tokens : null);
  return (
    usage && { prompt_tokens: count(usage.prompt_tokens), completion_tokens: count(usage.completion_tokens) }
  );
}
