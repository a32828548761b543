import type { Pool, PoolClient, QueryConfig, QueryResultRow } from "pg";

/** So many statements are under way on one connection before the next is taken. */
const depth = 4;
/** So many connections are taken; what comes then waits on one of them. */
const maxLanes = 8;

type Lane = { connecting: Promise<PoolClient>; client?: PoolClient; underWay: number; failure?: unknown };

/**
 * Sends statements that stand alone over a pool whose clients have `pipeline` set: several travel on one connection, each
 * with a Sync of its own, so one that fails takes no other with it. Under load a few busy processes of PostgreSQL answer
 * what would else wake one a statement. A connection is the pool's again when nothing is under way on it; one on which a
 * statement failed takes no more and is closed then.
 */
export class PipelinedQueries {
  readonly #pool: Pool;
  /** Those that take statements, the first taken first. */
  readonly #lanes: Lane[] = [];

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Rows as node-postgres reads them; throws as its `Pool.query` does. */
  async query<Row extends QueryResultRow>(statement: QueryConfig): Promise<Row[]> {
    const lane = this.#takeLane();
    try {
      const client = lane.client ?? (await lane.connecting);
      const { rows } = await client.query<Row>(statement);
      return rows;
    } catch (error) {
      lane.failure = error;
      this.#remove(lane);
      throw error;
    } finally {
      lane.underWay--;
      if (lane.underWay === 0) this.#release(lane);
    }
  }

  #takeLane(): Lane {
    let lane = this.#lanes.find(({ underWay }) => underWay < depth);
    if (!lane && this.#lanes.length === maxLanes)
      lane = this.#lanes.reduce((a, b) => (b.underWay < a.underWay ? b : a));
    lane ??= this.#openLane();
    lane.underWay++;
    return lane;
  }

  #openLane(): Lane {
    const lane: Lane = {
      underWay: 0,
      connecting: this.#pool.connect().then((client) => {
        client.on("error", ignore);
        lane.client = client;
        return client;
      }),
    };
    this.#lanes.push(lane);
    return lane;
  }

  #release(lane: Lane): void {
    this.#remove(lane);
    lane.client?.off("error", ignore);
    lane.client?.release(lane.failure !== undefined);
  }

  #remove(lane: Lane): void {
    const at = this.#lanes.indexOf(lane);
    if (at >= 0) this.#lanes.splice(at, 1);
  }
}

/** The statements under way fail with what broke their connection. */
function ignore(): void {}
