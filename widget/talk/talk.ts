import type { Config } from "../config";
import { div, h, replaceChildren, setText } from "../dom";
import { keep as keepPageOut } from "../keep/keep";
import { fill } from "../words/fill";
import { nameWords } from "../words/name-words";
import { chatOf } from "./chat";
import { createContact } from "./contact";
import { createMenu } from "./menu";
import { createPageTitle } from "./page-title";
import { createFace } from "./picture";
import { createPictureButton } from "./picture-button";
import { ring } from "./ring";
import css from "./talk.css";
import type { TalkOptions } from "./talk-options";
import { createTranscript } from "./transcript";

/** It comes with the same file. */
export const keep = keepPageOut;

/** Of the conversation's words; scripts/build/build-widget.mjs puts them there. */
declare const WORD_NAMES: string;

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
  const words = { ...options.words, ...nameWords(WORD_NAMES, lines) };
  const chat = chatOf(options);
  const showUnread = createPageTitle();
  const renderMenu = createMenu(options, words);
  const transcript = createTranscript(options, words, chat);
  const renderContact = createContact(options, words);
  const renderPictureButton = createPictureButton(options, words, chat);
  let heard = 0;
  let wasOpen = false;
  const face = h("span");
  const presence = h("span");
  const present = div("present", face, presence);
  let shownFace: string | undefined;
  present.role = "status";
  options.log.parentNode?.insertBefore(present, options.log);
  options.log.parentNode?.addEventListener("input", chat.type);
  frame.addSheet(css);
  chat.resume();
  return {
    ...chat,
    render(config, isOpen, unread) {
      if (unread > heard && store.get().hasSound) ring();
      heard = unread;
      showUnread(unread);
      renderMenu(config);
      const { link } = store.get();
      present.hidden = !link?.handoff;
      if (shownFace !== link?.face) {
        shownFace = link?.face;
        replaceChildren(face, createFace(link?.person, shownFace, options.origin));
      }
      setText(presence, link?.person ? fill(words.withPerson, link.person) : link?.notice || words.awaiting);
      if (isOpen) transcript.render(config);
      renderContact();
      renderPictureButton(config);
      if (isOpen && !wasOpen) chat.peek();
      wasOpen = isOpen;
    },
    stop() {
      transcript.stop();
      showUnread(0);
    },
  };
}
