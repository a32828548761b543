import type { Pool } from "pg";
import { Prisma, type PrismaClient } from "./generated/client";
import { PipelinedQueries } from "./pipelined-queries";

/** How to reach PostgreSQL beside Prisma; on the client itself, as more than one copy of this module uses it. */
const poolKey = Symbol.for("dawen.pool");

/** Where statements can be prepared, the pool's clients have `pipeline` set. */
export type PreparedPool = { pool: Pool; canPrepare: boolean };

type Reach = PreparedPool & { pipelined: PipelinedQueries };

export function setPreparedPool(db: PrismaClient, prepared: PreparedPool): void {
  const reach: Reach = { ...prepared, pipelined: new PipelinedQueries(prepared.pool) };
  Object.assign(db, { [poolKey]: reach });
}

/** A statement with its values by their names; gives its rows. */
export type PreparedStatement<Values extends object, Row extends object> = (
  db: PrismaClient,
  values: Values,
) => Promise<Row[]>;

/**
 * A statement of the message path, its text put together once. On PostgreSQL it goes to the pool itself, which costs a
 * fraction of Prisma's raw queries, and under its name it is planned once a connection. Rows are as node-postgres reads
 * them: cast what is 64 bits wide.
 * @param name no other statement has it
 * @param write the text, with `$("name")` where a value stands; each value goes out once, however often it stands
 * there, so that one which stands in two places needs its type
 */
export function prepareStatement<Values extends object, Row extends object>(
  name: string,
  write: ($: (value: keyof Values) => string) => string,
): PreparedStatement<Values, Row> {
  const names: (keyof Values)[] = [];
  const text = write((value) => {
    if (!names.includes(value)) names.push(value);
    return `$${names.indexOf(value) + 1}`;
  });
  const pieces = text.split(place);
  const places = [...text.matchAll(place)].map(([found]) => Number(found.slice(1)) - 1);
  return async (db, values) => {
    const reach: Reach | undefined = Object(db)[poolKey];
    const given = names.map((value) => values[value]);
    if (!reach) return db.$queryRaw<Row[]>(Prisma.sql(pieces, ...places.map((at) => given[at])));
    if (reach.canPrepare) return reach.pipelined.query<Row>({ name, text, values: given });
    const { rows } = await reach.pool.query<Row>({ text, values: given });
    return rows;
  };
}

const place = /\$\d+/g;
