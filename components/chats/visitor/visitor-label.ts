/** Four characters that tell visitors of a list apart. */
export function visitorLabel(chatId: string): string {
  return chatId.slice(-4).toUpperCase();
}
