import { fold } from "./fold";

/** Whether a folded text says that something went wrong, or asks what to do then. */
export function tellsTrouble(folded: string): boolean {
  return trouble.test(folded);
}

const trouble = new RegExp(fold("怎麼辦|失敗|忘記|忘了|錯|不見|遺失|弄丟|沒收到|收不到|過期|壞|破"), "u");
