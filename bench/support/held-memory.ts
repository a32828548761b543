import { z } from "zod";

const usage = z.object({
  result: z.object({ result: z.object({ value: z.object({ heapUsed: z.number(), external: z.number() }) }) }),
});

/** Node's option that lets `heldKib` ask a process, on a free port. */
export const inspectOption = "--inspect=127.0.0.1:0";

/**
 * Memory in KiB that a process still holds once its garbage is collected: its objects and buffers. What it printed
 * says where its inspector listens.
 */
export async function heldKib(output: string): Promise<number> {
  const address = /Debugger listening on (ws:\S+)/.exec(output)?.[1];
  if (!address) throw new Error("the process has no inspector");
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const call = (id: number, method: string, params: object) =>
    new Promise<unknown>((resolve) => {
      socket.addEventListener("message", ({ data }) => {
        const answer = JSON.parse(String(data));
        if (answer.id === id) resolve(answer);
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  await call(1, "HeapProfiler.collectGarbage", {});
  const expression = "process.memoryUsage()";
  const answer = await call(2, "Runtime.evaluate", { expression, returnByValue: true });
  socket.close();
  const { heapUsed, external } = usage.parse(answer).result.result.value;
  return (heapUsed + external) / 1024;
}
