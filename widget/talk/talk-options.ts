import type { PanelOptions } from "../panel/panel-options";
import type { PanelWords } from "../panel/panel-words";
import type { TalkWords } from "../words/zh-tw";

export interface TalkOptions extends PanelOptions {
  words: PanelWords;
  /** The conversation's words, a line each in the order of their names. */
  lines: string;
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
