import { Agent, request } from "node:http";

export type LoadTarget = {
  url: string;
  /** A visitor of their own for a connection: gives the body of their next request. */
  visitor: () => () => object;
};

export type Load = {
  /** Milliseconds of each answer, in no order. */
  times: number[];
  /** Milliseconds from the first request to the last answer. */
  lasted: number;
};

/** Asks over `connections` kept connections at once for `forMs`, each as soon as its last answer is there. */
export async function runLoad(target: LoadTarget, connections: number, forMs: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const since = performance.now();
  const askOn = async () => {
    const nextBody = target.visitor();
    while (performance.now() - since < forMs) {
      const begun = performance.now();
      await ask(target.url, nextBody(), agent);
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: connections }, askOn));
  const lasted = performance.now() - since;
  agent.destroy();
  return { times, lasted };
}

let clients = 0;

/** Each request comes from a visitor of its own, as far as the product's limits see. */
function ask(url: string, body: object, agent: Agent): Promise<void> {
  clients++;
  const address = `10.${(clients >> 16) & 255}.${(clients >> 8) & 255}.${clients & 255}`;
  const payload = Buffer.from(JSON.stringify(body));
  const headers = {
    "content-type": "application/json",
    "content-length": payload.length,
    "x-forwarded-for": address,
  };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: "POST", agent, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      answer.once("end", () => {
        if (answer.statusCode === 200 && text.includes('"success":true')) resolve();
        else reject(new Error(`${url} answered ${answer.statusCode}: ${text.slice(0, 200)}`));
      });
      answer.once("error", reject);
    });
    asked.once("error", reject);
    asked.end(payload);
  });
}
