import { shopQuestions } from "./shop-content";
import styles from "./shop-page.module.css";

export type DemoBarWords = {
  /** Says that the shop is a demo. */
  notice: string;
  dashboard: string;
  chats: string;
  /** Leads in the example questions. */
  tryAsking: string;
};

export type DemoBarProps = {
  locale: string;
  words: DemoBarWords;
  dashboardHref: string;
  chatsHref: string;
};

/** The product's own line above the shop: where the visitor's words end up, and what to ask. */
export function DemoBar({ locale, words, dashboardHref, chatsHref }: DemoBarProps) {
  return (
    <aside className={styles.bar} lang={locale} aria-label={words.notice}>
      <div className={styles.barRow}>
        <p className={styles.barNotice}>
          <strong>{words.notice}</strong>
          <a href={dashboardHref}>{words.dashboard}</a>
          <a href={chatsHref}>{words.chats}</a>
        </p>
        <p className={styles.barAsk}>
          <span>{words.tryAsking}</span>
          {shopQuestions.map((question) => (
            <q key={question} lang="zh-Hant-TW">
              {question}
            </q>
          ))}
        </p>
      </div>
    </aside>
  );
}
