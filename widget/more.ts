// The second file, loaded with the first answer: Markdown, sources, times, a new conversation.
export { type FillAnswer, fillAnswer } from "./answer";
export { default as css } from "./more.css";
export { createRestart, type Restart } from "./restart";
