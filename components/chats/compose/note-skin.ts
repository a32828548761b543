/** How a note among staff looks, so that nobody takes it for what the visitor reads. */
export const noteSkin = "border-dashed! border-warn! bg-warn-soft!";
