/** What a column of a sheet of questions and answers holds; `extra` is kept with the answer. */
export const columnRoles = ["question", "answer", "ask", "extra", "ignore"] as const;
export type ColumnRole = (typeof columnRoles)[number];
