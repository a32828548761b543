import type { ReactNode } from "react";

type ReferenceTableProps = {
  caption: string;
  columns: readonly string[];
  /** The first cell is the row's name. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** Whether the columns' names are shown, where the cells don't speak for themselves. */
  hasHead?: boolean;
};

/** A table of a reference; where it is too wide it is scrolled by itself. */
export function ReferenceTable({ caption, columns, rows, hasHead = false }: ReferenceTableProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form, a section a landmark, one of dozens.
    <div
      role="group"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reached by keyboard.
      tabIndex={0}
      className="mt-4 overflow-x-auto rounded-card border border-line"
    >
      <table className="w-full border-collapse bg-surface text-sm">
        <caption className="border-b border-line bg-paper px-4 py-2 text-left font-medium">{caption}</caption>
        <thead className={hasHead ? "border-b border-line text-left" : "sr-only"}>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="px-4 py-2 font-medium whitespace-nowrap">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ key, cells: [name, ...cells] }) => (
            <tr key={key}>
              <th scope="row" className="px-4 py-2 text-left align-top font-normal whitespace-nowrap">
                {name}
              </th>
              {cells.map((cell, index) => (
                <td
                  key={columns[index + 1]}
                  className={`px-4 py-2 align-top ${hasHead ? "whitespace-nowrap" : "last:min-w-48"}`}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
