/** Looks shared by text inputs, text areas and selects. */
export const controlClass = "control";

/** For controls of one line; text areas set their own padding. */
export const controlHeightClass = "control-line";

/** Besides both, of a select; what shows that it opens stands behind it with `selectArrowClass`. */
export const selectClass = "control-select";
export const selectArrowClass = "control-arrow";
