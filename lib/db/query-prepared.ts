import type { Pool } from "pg";
import type { Prisma, PrismaClient } from "./generated/client";
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

/** Of each statement by its name. */
const texts = new Map<string, string>();

/**
 * Rows of a statement of the message path. On PostgreSQL it goes to the pool itself, which costs a fraction of Prisma's
 * raw queries, and under its name it is planned once a connection; a name always stands for the same text. Rows are as
 * node-postgres reads them: cast what is 64 bits wide.
 */
export async function queryPrepared<Row extends object>(
  db: PrismaClient,
  name: string,
  statement: Prisma.Sql,
): Promise<Row[]> {
  const reach: Reach | undefined = Object(db)[poolKey];
  if (!reach) return db.$queryRaw<Row[]>(statement);
  const { values } = statement;
  // The class puts it together anew whenever it is read.
  const text = texts.get(name) ?? statement.text;
  texts.set(name, text);
  if (reach.canPrepare) return reach.pipelined.query<Row>({ name, text, values });
  const { rows } = await reach.pool.query<Row>({ text, values });
  return rows;
}
