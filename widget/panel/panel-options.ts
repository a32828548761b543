import type { DawenVisitor } from "../../public/widget";
import type { Api } from "../api";
import type { Store } from "../store";
import type { Frame } from "./frame";

export interface PanelOptions {
  frame: Frame;
  store: Store;
  api: Api;
  token: string;
  /** Tells this tab from others that show the same conversation. */
  tab: string;
  origin: string;
  getLocale: () => string;
  /** Who the page says the visitor is. */
  getVisitor: () => DawenVisitor | undefined;
  /** Draws everything anew. */
  render: () => void;
  emit: (event: "send" | "reply" | "error", detail: unknown) => void;
  close: () => void;
}
