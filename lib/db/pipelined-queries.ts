import type { Pool, PoolClient, QueryConfig, QueryResultRow } from "pg";

/** One connection has at most this many statements under way; what comes then goes to the next. */
const maxDepth = 16;
/**
 * While a connection owes the answers to two writes, it is slower than we send: the next connection takes what comes.
 */
const maxSendings = 2;
/** At most this many connections carry statements; what comes then waits on one of them. */
const maxLanes = 8;
/** The first one stays for the statement after, which a message has soon: to take it from the pool again costs more. */
const keptMs = 50;

type Lane = {
  connecting: Promise<PoolClient>;
  client?: PoolClient;
  /** Of each statement under way, the oldest first, with which sending it went out. */
  underWay: number[];
  isHeldBack: boolean;
  failure?: unknown;
  onError?: (error: Error) => void;
  /** Gives the connection back where nothing is under way by then. */
  leaving?: NodeJS.Timeout;
};

/**
 * Sends statements that stand alone over a pool whose clients have `pipeline` set: several travel on one connection,
 * each with a Sync of its own, so one that fails takes no other with it. Under load a few busy processes of PostgreSQL
 * answer what would else wake one a statement, and what is asked in one turn of the event loop goes out in one write. A
 * connection is the pool's again when nothing is under way on it, the first of them 50 ms later; one on which a
 * statement failed takes no more and is closed then.
 */
export class PipelinedQueries {
  readonly #pool: Pool;
  /** Those that take statements, the first taken first. */
  readonly #lanes: Lane[] = [];
  #sending = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Rows as node-postgres reads them; throws as its `Pool.query` does. */
  async query<Row extends QueryResultRow>(statement: QueryConfig): Promise<Row[]> {
    const lane = this.#takeLane();
    try {
      const client = lane.client ?? (await lane.connecting);
      this.#holdBack(lane, client);
      const { rows } = await client.query<Row>(statement);
      return rows;
    } catch (error) {
      lane.failure = error;
      this.#remove(lane);
      throw error;
    } finally {
      lane.underWay.shift();
      if (lane.underWay.length === 0) this.#leave(lane);
    }
  }

  #takeLane(): Lane {
    let lane = this.#lanes.find(
      ({ underWay }) =>
        underWay.length < maxDepth && this.#sending - (underWay[0] ?? this.#sending) <= maxSendings,
    );
    if (!lane && this.#lanes.length === maxLanes)
      lane = this.#lanes.reduce((a, b) => (b.underWay.length < a.underWay.length ? b : a));
    lane ??= this.#openLane();
    lane.underWay.push(this.#sending);
    return lane;
  }

  #openLane(): Lane {
    const lane: Lane = {
      underWay: [],
      isHeldBack: false,
      connecting: this.#pool.connect().then((client) => {
        lane.onError = (error) => this.#fail(lane, error);
        client.on("error", lane.onError);
        lane.client = client;
        return client;
      }),
    };
    this.#lanes.push(lane);
    return lane;
  }

  /** Until this turn of the event loop is over. */
  #holdBack(lane: Lane, client: PoolClient): void {
    if (lane.isHeldBack) return;
    lane.isHeldBack = true;
    const { stream } = client.connection;
    stream.cork();
    setImmediate(() => {
      lane.isHeldBack = false;
      this.#sending++;
      stream.uncork();
    });
  }

  #leave(lane: Lane): void {
    if (lane.failure !== undefined || lane !== this.#lanes[0]) {
      this.#release(lane);
      return;
    }
    lane.leaving ??= setTimeout(() => {
      if (lane.underWay.length === 0) this.#release(lane);
    }, keptMs);
    lane.leaving.refresh();
  }

  /** The statements under way fail with what broke their connection. */
  #fail(lane: Lane, error: Error): void {
    lane.failure = error;
    this.#remove(lane);
    if (lane.underWay.length === 0) this.#release(lane);
  }

  #release(lane: Lane): void {
    clearTimeout(lane.leaving);
    this.#remove(lane);
    const { client, onError } = lane;
    if (!client) return;
    lane.client = undefined;
    if (onError) client.off("error", onError);
    client.release(lane.failure !== undefined);
  }

  #remove(lane: Lane): void {
    const at = this.#lanes.indexOf(lane);
    if (at >= 0) this.#lanes.splice(at, 1);
  }
}
