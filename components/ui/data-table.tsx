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

/** A table, and where there is no room for one (36 rem) a list of cards. */
export function DataTable<Row>({ caption, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <div className="@container">
      <table className="block w-full text-left @xl:table">
        <caption className="sr-only">{caption}</caption>
        <thead className="sr-only @xl:not-sr-only @xl:table-header-group">
          <tr className="border-b border-line">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={`px-4 py-2 text-sm font-normal whitespace-nowrap text-ink-soft first:pl-6 last:pr-6 ${column.align === "end" ? "text-right" : ""}`}
              >
                {column.isMenu ? <span className="sr-only">{column.header}</span> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block divide-y divide-line @xl:table-row-group">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className="relative flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 transition-colors has-[a:hover]:bg-paper @xl:table-row"
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
    </div>
  );
}

type CellProps<Row> = {
  column: Column<Row>;
  isHeading: boolean;
  hasMenuBeside: boolean;
  children: ReactNode;
};

function Cell<Row>({ column, isHeading, hasMenuBeside, children }: CellProps<Row>) {
  const shape = `@xl:table-cell @xl:px-4 @xl:py-3 @xl:first:pl-6 @xl:last:pr-6 @xl:align-middle ${column.align === "end" ? "@xl:text-right @xl:whitespace-nowrap" : ""}`;
  if (isHeading) {
    return (
      <th scope="row" className={`w-full font-normal @xl:w-auto ${hasMenuBeside ? "pr-10" : ""} ${shape}`}>
        {children}
      </th>
    );
  }
  if (column.isMenu) {
    return <td className={`absolute top-2 right-2 @xl:static ${shape}`}>{children}</td>;
  }
  return (
    <td className={`flex items-baseline gap-1.5 text-sm text-ink-soft @xl:text-base ${shape}`}>
      {!column.isSelfExplaining && (
        <span aria-hidden className="whitespace-nowrap @xl:hidden">
          {column.header}
        </span>
      )}
      <span className="text-ink @xl:text-inherit">{children}</span>
    </td>
  );
}
