// 「 」 as a speech bubble: the opening corner, and the closing one whose foot is the bubble's tail.
export const MARK = "M3.5 12.5v-9h10M20.5 8.5v9.5h-9l-4.5 3.5v-3.5h-1";
export const CROSS = "M6 6l12 12M18 6l-12 12";
export const DOWN = "M5 9l7 7 7-7";
export const ARROW = "M12 19v-14m-6 6l6-6 6 6";
export const PLUS = "M12 5v14M5 12h14";
("M11 5h-5a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-5M18 3.5l2.5 2.5-8 8-3.5 1 1-3.5z");
