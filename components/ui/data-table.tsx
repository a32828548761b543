import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** Hides the column's label on a phone's card, where the value speaks for itself. */
  isSelfExplaining?: boolean;
  /** The row's menu: sits in the upper right corner of a phone's card. */
  isMenu?: boolean;
};

type DataTableProps<Row> = {
  /** Names the table for screen readers. */
  caption: string;
  /** The first column is the row's heading; put the row's link there with `rowLinkClass`. */
  columns: ReadonlyArray<Column<Row>>;
  rows: ReadonlyArray<Row>;
  rowKey: (row: Row) => string;
};

/** A link with this class makes its whole row clickable. Other controls in the row need `relative`. */
export const rowLinkClass =
  "font-medium after:absolute after:inset-0 after:content-[''] focus-visible:outline-none focus-visible:after:rounded-control focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent";

/** A table, and below 640 px a list of cards. */
export function DataTable<Row>({ caption, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <table className="block w-full text-left sm:table">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only sm:not-sr-only sm:table-header-group">
        <tr className="border-b border-line">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={`px-4 py-2 text-sm font-normal whitespace-nowrap text-ink-soft first:pl-6 last:pr-6 ${column.align === "end" ? "text-right" : ""}`}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block divide-y divide-line sm:table-row-group">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className="relative flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 transition-colors has-[a:hover]:bg-paper sm:table-row"
          >
            {columns.map((column, index) => (
              <Cell
                key={column.key}
                column={column}
                isHeading={index === 0}
                hasMenuBeside={columns.some(({ isMenu }) => isMenu)}
              >
                {column.cell(row)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type CellProps<Row> = {
  column: Column<Row>;
  isHeading: boolean;
  hasMenuBeside: boolean;
  children: ReactNode;
};

function Cell<Row>({ column, isHeading, hasMenuBeside, children }: CellProps<Row>) {
  const shape = `sm:table-cell sm:px-4 sm:py-3 sm:first:pl-6 sm:last:pr-6 sm:align-middle ${column.align === "end" ? "sm:text-right" : ""}`;
  if (isHeading) {
    return (
      <th scope="row" className={`w-full font-normal sm:w-auto ${hasMenuBeside ? "pr-10" : ""} ${shape}`}>
        {children}
      </th>
    );
  }
  if (column.isMenu) {
    return <td className={`absolute top-2 right-2 sm:static ${shape}`}>{children}</td>;
  }
  return (
    <td className={`flex items-baseline gap-1.5 text-sm text-ink-soft sm:text-base ${shape}`}>
      {!column.isSelfExplaining && (
        <span aria-hidden className="whitespace-nowrap sm:hidden">
          {column.header}
        </span>
      )}
      <span className="text-ink sm:text-inherit">{children}</span>
    </td>
  );
}
