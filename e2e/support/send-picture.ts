import sharp from "sharp";
import { filesResponse } from "@/lib/contract/files";
import { messageResponse } from "@/lib/contract/message";
import type { Post } from "./start-conversation";

/** A plain JPEG of that size, in pixels. */
export function drawPicture(width = 120, height = 80): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: "#0a6b6b" } })
    .jpeg()
    .toBuffer();
}

type Visitor = { token: string; key: string };

/** Has a new visitor of a bot ask for a person; gives what proves that they are the same one. */
export async function askForPerson(token: string, post: Post): Promise<Visitor> {
  const response = await post("message", { token, message: "我想找真人", wants_person: true });
  const answer = messageResponse.parse(await response.json());
  if (!answer.success || !answer.visitor_key) throw new Error("there is no visitor key");
  return { token, key: answer.visitor_key };
}

/** Sends a picture, or what says it is one, as a visitor's page does. */
export function postPicture(
  baseUrl: string,
  { token, key }: Visitor,
  content: Uint8Array | string,
  headers: Record<string, string>,
): Promise<Response> {
  const form = new FormData();
  form.append("file", new Blob([typeof content === "string" ? content : new Uint8Array(content)]), "a.jpg");
  return fetch(`${baseUrl}/api/widget/files?token=${token}`, {
    method: "POST",
    headers: { "dawen-visitor": key, ...headers },
    body: form,
  });
}

/** The picture that an answer of `postPicture` says was sent: where it lies, and its id. */
export async function sentPicture(
  response: Response,
): Promise<{ url: string; fileId: string; turnId: string }> {
  const answer = filesResponse.parse(await response.json());
  if (!answer.success) throw new Error(answer.reply);
  const { url } = answer.picture;
  return { url, fileId: /files\/([^?]+)/.exec(url)?.[1] ?? "", turnId: answer.turn_id };
}
