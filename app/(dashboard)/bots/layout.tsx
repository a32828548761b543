import type { ReactNode } from "react";
import { BotWords } from "@/components/bots/bot-words";

export default function BotsLayout({ children }: { children: ReactNode }) {
  return <BotWords>{children}</BotWords>;
}
