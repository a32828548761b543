import { questionOf } from "./fill-bot";
import type { LoadTarget } from "./message-load";

/** Visitors with chats of four messages, each sent once the one before is answered, with what was said before. */
export function visitors(token: string): LoadTarget["visitor"] {
  let chats = 0;
  const run = Math.floor(Math.random() * 2 ** 32)
    .toString(16)
    .padStart(8, "0");
  return () => {
    let said: { role: string; content: string }[] = [];
    let chat = chats++;
    return () => {
      if (said.length === 8) {
        said = [];
        chat = chats++;
      }
      const message = questionOf(chat * 4 + said.length / 2);
      const history = said;
      said = [
        ...said,
        { role: "user", content: message },
        { role: "assistant", content: "好的，謝謝您的詢問，如果還有其他問題歡迎再告訴我們。" },
      ];
      return { token, message, history, chat_id: `web_${run}${chat.toString(16).padStart(8, "0")}` };
    };
  };
}
