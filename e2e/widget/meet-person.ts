import type { Bot } from "../hosts/api.mjs";
import { expect, type widgetOn } from "./fixtures";
import { createLine } from "./line";

type Visit = (name?: string, data?: Record<string, string>) => Promise<ReturnType<typeof widgetOn>>;

export const taken = { handoff: true, person: { name: "小林" } };
export const asked = { success: true, reply: "已經請客服人員了。", extra_replies: [], message_id: "turn-1" };
/** What stands for a picture where only words are shown. */
export const word = "（圖片）";
export const pathOf = (id: string) => `/api/files/${id}?until=1767225600&key=secret`;

/** A conversation that a person has taken; gives what is said in it from there. */
export async function meetPerson(visit: Visit, bot: Bot, name?: string, data?: Record<string, string>) {
  const line = createLine(["state", taken]);
  bot.answer = () => ({ ...asked, turn_id: "turn-0", visitor_key: "key", ...taken });
  bot.events = line.events;
  const widget = await visit(name, data);
  await widget.open();
  await widget.ask("我要找真人");
  await expect(widget.panel.locator(".present")).toContainText("小林");
  await expect(widget.bubbles).toHaveCount(3);
  return { widget, line };
}
