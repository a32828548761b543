import { foodAndGoods } from "./shops/food-and-goods";
import { outdoorsAndBooks } from "./shops/outdoors-and-books";
import { roomsAndClasses } from "./shops/rooms-and-classes";
import type { TruthShop } from "./truth-shop";

/**
 * Documents of nine businesses, written for measuring: what is planted in them, as the beginnings of the two places,
 * stands beside look-alikes that are of two branches, sizes, days or plans and contradict nothing. It is 2026-11-30.
 */
export const truthShops: readonly TruthShop[] = [...foodAndGoods, ...roomsAndClasses, ...outdoorsAndBooks];
