import { DemoBar, type DemoBarWords } from "./demo-bar";
import { KettleArt } from "./kettle-art";
import { ProductArt } from "./product-art";
import { shopFooter, shopGifts, shopProducts, shopPromises } from "./shop-content";
import { ShopMark } from "./shop-mark";
import styles from "./shop-page.module.css";
import { TeaHills } from "./tea-hills";

export type ShopPageProps = {
  /** Token of the demo shop's bot; without one the page carries no widget. */
  widgetToken: string | null;
  /** Language of the bar's words; the shop itself always speaks zh-TW. */
  locale: string;
  words: DemoBarWords;
  dashboardHref: string;
  chatsHref: string;
};

/** A small tea shop's page that carries the widget by the same snippet every customer pastes. */
export function ShopPage({ widgetToken, locale, words, dashboardHref, chatsHref }: ShopPageProps) {
  return (
    <div className={styles.page} lang="zh-Hant-TW">
      <DemoBar locale={locale} words={words} dashboardHref={dashboardHref} chatsHref={chatsHref} />
      <header className={styles.header}>
        <a className={styles.brand} href="#top">
          <ShopMark className={styles.mark} />
          霧腳茶行
        </a>
        <nav className={styles.nav} aria-label="茶行選單">
          <a href="#tea">茶品</a>
          <a href="#gifts">禮盒</a>
          <a href="#story">茶行的事</a>
          <a href="#service">運送與退貨</a>
          <a href="#visit">門市</a>
        </nav>
      </header>
      <main>
        <section className={styles.hero} id="top">
          <TeaHills className={styles.hills} />
          <div className={styles.heroText}>
            <p className={styles.eyebrow}>台灣茶、小量採買、台北大同</p>
            <h1>
              霧走到山腳，
              <br />
              茶就好了。
            </h1>
            <p>阿里山的清、東方美人的蜜、紅玉的香。我們一季跑一趟山上，只帶自己每天喝的那幾款回來。</p>
            <a className={styles.action} href="#tea">
              看這一季的茶
            </a>
          </div>
        </section>

        <section className={styles.section} id="tea" aria-labelledby="tea-title">
          <div className={styles.sectionHead}>
            <h2 id="tea-title">這一季的茶</h2>
            <p>全部來自台灣，每一批都驗過農藥殘留。</p>
          </div>
          <ul className={styles.products}>
            {shopProducts.map((product) => (
              <li key={product.name}>
                <div className={styles.picture}>
                  <ProductArt kind={product.art} label={product.label} tint={product.tint} />
                </div>
                <h3>{product.name}</h3>
                <p>{product.note}</p>
                <dl>
                  {product.sizes.map(({ size, price }) => (
                    <div key={size}>
                      <dt>{size}</dt>
                      <dd>{formatPrice(price)}</dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ul>
        </section>

        <section className={styles.gifts} id="gifts" aria-labelledby="gifts-title">
          <div className={styles.sectionHead}>
            <h2 id="gifts-title">送茶，也送得簡單</h2>
            <p>附提袋，手寫小卡免費。滿 20 盒另有企業價。</p>
          </div>
          <ul>
            {shopGifts.map((gift) => (
              <li key={gift.name}>
                <h3>{gift.name}</h3>
                <p className={styles.giftContents}>{gift.contents}</p>
                <strong>{formatPrice(gift.price)}</strong>
              </li>
            ))}
          </ul>
        </section>

        <section className={styles.story} id="story" aria-labelledby="story-title">
          <KettleArt className={styles.kettle} />
          <div>
            <h2 id="story-title">一張六人的試茶桌</h2>
            <p>
              店名是山上的話：清早的霧從稜線往下走，走到茶園腳下停住，那一天的茶菁通常最好。採茶的阿姨說，看霧腳就知道今天要不要早起。
            </p>
            <p>
              茶行不大，一張桌子坐六個人，架上的茶都可以免費試。喝到喜歡的再買，喝不出差別也沒關係，多來幾次就會了。
            </p>
            <p className={styles.storyNote}>泡茶課每週六 14:00 開始，90 分鐘，每人 NT$650。</p>
          </div>
        </section>

        <section className={styles.service} id="service" aria-labelledby="service-title">
          <h2 id="service-title">運送與退貨</h2>
          <ul>
            {shopPromises.map((promise) => (
              <li key={promise.title}>
                <h3>{promise.title}</h3>
                <p>{promise.text}</p>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <footer className={styles.footer} id="visit">
        <div className={styles.footerGrid}>
          {shopFooter.map((column) => (
            <section key={column.title}>
              <h2>{column.title}</h2>
              {column.lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </section>
          ))}
        </div>
        <p className={styles.colophon}>霧腳茶行是虛構的示範商店，不販售商品，地址與電話都不存在。</p>
      </footer>
      {widgetToken ? <script src="/widget.js" data-token={widgetToken} async /> : null}
    </div>
  );
}

function formatPrice(price: number): string {
  return `NT$${price.toLocaleString("en-US")}`;
}
