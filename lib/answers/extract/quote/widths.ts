/** In columns, of which a Han character has two. What is read at one glance. */
export const glanceWidth = 240;
/** A section up to this is not cut for little. */
export const sectionWidth = 360;
/** What fills a bubble. */
export const bubbleWidth = 600;
