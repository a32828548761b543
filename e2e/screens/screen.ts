import type { Page } from "@playwright/test";
import type { Catalog } from "@/lib/i18n/catalog/zh-TW";
import type { Stage, Viewer } from "./stage";

export type Screen = {
  name: string;
  /** The file under app/ that draws it. */
  file: string;
  viewer: Viewer;
  path: (stage: Stage) => string;
  /** Brings the open page into the state that the screen is about. */
  act?: (page: Page, words: Catalog, stage: Stage) => Promise<unknown>;
  /** How wide the window is while `act` runs; 1440 without it. */
  actWidth?: number;
  /** The HTTP status of the page; 200 without it. */
  status?: number;
  /** Shows no more than the window: a dialog, a menu or the widget lies over the page. */
  isOverlay?: boolean;
};
