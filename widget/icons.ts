// 「 」 as a speech bubble: the opening corner, and the closing one whose foot is the bubble's tail.
export const MARK = "M3.5 12.5v-9h10M20.5 8.5v9.5h-9l-4.5 3.5v-3.5h-1";
export const CROSS = "M6 6l12 12M18 6l-12 12";
export const DOWN = "M5 9l7 7 7-7";
export const ARROW = "M12 19v-14m-6 6l6-6 6 6";
export const PICTURE = "M4 5h16v14h-16zM4 16l5-5 8 8M15 9h1";
export const DOTS = "M5 12h1M12 12h1M19 12h1";
export const COPY = "M9 9h11v11h-11zM5 15h-1v-11h11v1";
/** A thumb up; turned over it is one down. */
export const THUMB = "M7 11v9h-3v-9zM7 11l4-8c3 0 2 4 2 6h6l-1 8q-.5 3-3 3h-8";
