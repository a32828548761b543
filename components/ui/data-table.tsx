import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** Hides the column's label on a phone's card, where the value speaks for itself. */
  isSelfExplaining?: boolean;
  /** Takes a line of its own on a phone's card. */
  isLine?: boolean;
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
export const rowLinkClass = "row-link";

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
                className={column.align === "end" ? "list-column text-right" : "list-column"}
              >
                {column.isMenu ? <span className="sr-only">{column.header}</span> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="block divide-y divide-line @xl:table-row-group">
          {rows.map((row) => (
            <tr key={rowKey(row)} className="list-row">
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
  // The classes stand in app/parts.css under a short name each: of a long list they come again in every cell, twice.
  const form = column.align === "end" ? "list-end" : column.isLine ? "list-line" : undefined;
  if (isHeading) {
    return (
      <th scope="row" className={hasMenuBeside ? "list-heading list-heading-beside-menu" : "list-heading"}>
        {children}
      </th>
    );
  }
  if (column.isMenu) return <td className="list-menu">{children}</td>;
  return (
    <td className={form ? `list-cell ${form}` : "list-cell"}>
      {!column.isSelfExplaining && (
        <span aria-hidden className="whitespace-nowrap @xl:hidden">
          {column.header}
        </span>
      )}
      <span className="list-value">{children}</span>
    </td>
  );
}
