import { setTimeout as sleep } from "node:timers/promises";

// The least that a Next route needs for server-sent events: what bench/live.ts compares the product's feed with.
export const dynamic = "force-dynamic";

const screens = new Set();
const encoder = new TextEncoder();

export function GET() {
  let screen;
  const stream = new ReadableStream({
    start(controller) {
      screen = controller;
      screens.add(controller);
      controller.enqueue(encoder.encode("retry: 1000\n\n"));
    },
    cancel() {
      screens.delete(screen);
    },
  });
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
  });
}

/** Two events of the size of a question and its answer, as far apart. */
export async function POST(request) {
  const { sizes, gapMs } = await request.json();
  for (const [index, size] of sizes.entries()) {
    if (index > 0) await sleep(gapMs);
    const chunk = encoder.encode(`id: ${Date.now()}-${index}\nevent: message\ndata: ${"x".repeat(size)}\n\n`);
    for (const screen of screens) screen.enqueue(chunk);
  }
  return new Response(null, { status: 204 });
}
