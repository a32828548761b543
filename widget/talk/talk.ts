import type { Config } from "../config";
import type { PanelOptions } from "../panel/panel";
import type { PanelWords } from "../panel/panel-words";
import { translate } from "../words/translate";
import { type TalkWords, talkWords } from "../words/zh-tw";
import { chatOf } from "./chat";
import { createMenu } from "./menu";
import { createPageTitle } from "./page-title";
import { ring } from "./ring";
import css from "./talk.css";
import { createTranscript } from "./transcript";

export interface TalkOptions extends PanelOptions {
  words: PanelWords;
  /** The conversation's words in another language than zh-TW, a line each. */
  lines: string[];
  log: HTMLElement;
  /** Adds a tool to the panel's head. */
  addTool: (tool: HTMLElement) => void;
  /** Says it once to a screen reader. */
  announce: (text: string) => void;
  /** Sends it as the visitor's message. */
  send: (text: string, asksForPerson?: boolean) => boolean;
}

/** All words of a conversation. */
export type Words = PanelWords & TalkWords;

export interface Talk {
  /** Sends what waits. */
  resume(): void;
  render(config: Config, isOpen: boolean, unread: number): void;
  /** The page goes away. */
  leave(): void;
  stop(): void;
}

/** What loads when something is said: sending, answers as they come, their sources, ratings, the menu. */
export function createTalk(options: TalkOptions): Talk {
  const { frame, store, lines } = options;
  const words = { ...options.words, ...translate(talkWords, lines) };
  const chat = chatOf(options);
  const pageTitle = createPageTitle();
  const menu = createMenu(options, words);
  const transcript = createTranscript(options, words, chat);
  let heard = 0;
  frame.addSheet(css);
  chat.resume();
  return {
    resume: chat.resume,
    render(config, isOpen, unread) {
      if (unread > heard && store.get().hasSound) ring();
      heard = unread;
      pageTitle.show(unread);
      menu.render(config);
      if (isOpen) transcript.render(config);
    },
    leave: chat.leave,
    stop() {
      transcript.stop();
      pageTitle.show(0);
    },
  };
}
