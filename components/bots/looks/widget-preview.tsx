"use client";

import type { CSSProperties } from "react";
import { BotAvatar } from "@/components/bots/bot-avatar";
import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { readableInk } from "@/components/ui/avatar/readable-ink";
import { ArrowUp, ChevronDown, Ellipsis, X } from "@/components/ui/icons";
import type { BotLook } from "@/lib/contract/config-fields";
import { languageOf } from "@/lib/language/language-of";
import styles from "./widget-preview.module.css";

/** A still picture of the widget as visitors see it, in its corner of a page. Nothing in it can be operated. */
export function WidgetPreview({ look }: { look: BotLook }) {
  const { appearance: words } = useBotCatalog().bots;
  const color = look.primaryColor;
  const [side, end] = look.offset;
  const filled = { backgroundColor: color, color: readableInk(color) };
  return (
    <div
      inert
      className={`${styles.page} ${styles[look.position]}`}
      style={{ "--x": `${side}px`, "--y": `${end}px` } as CSSProperties}
    >
      <div className={`${styles.panel} ${look.theme === "auto" ? "" : styles[look.theme]}`}>
        <header className={styles.head}>
          <BotAvatar color={color} imageUrl={look.avatarUrl} className="size-10" />
          <div className={styles.names}>
            <p lang={languageOf(look.botName)} className={styles.name}>
              {look.botName}
            </p>
            <p className={styles.about}>{words.previewAbout}</p>
          </div>
          <Ellipsis className={styles.tool} />
          <X className={styles.tool} />
        </header>
        <div className={styles.log}>
          {look.welcome.trim() !== "" && (
            <p lang={languageOf(look.welcome)} className={styles.bubble}>
              {look.welcome.trim()}
            </p>
          )}
          {look.suggestions.length > 0 && (
            <ul className={styles.suggestions}>
              {look.suggestions.map((question) => (
                <li key={question} lang={languageOf(question)}>
                  {question}
                </li>
              ))}
            </ul>
          )}
          <p className={`${styles.bubble} ${styles.asked}`} style={filled}>
            {words.previewQuestion}
          </p>
          <p className={styles.bubble}>{words.previewAnswer}</p>
          {look.showSources && <p className={styles.chip}>「{words.previewSource}」</p>}
        </div>
        {!look.enabled && <p className={styles.notice}>{words.previewPaused}</p>}
        <div className={styles.form}>
          <p lang={languageOf(look.placeholder)} className={styles.input}>
            {look.placeholder}
          </p>
          <span className={styles.send}>
            <ArrowUp />
          </span>
        </div>
      </div>
      <span className={styles.launcher} style={filled}>
        <ChevronDown />
      </span>
    </div>
  );
}
