import { AppError } from "@/lib/errors";
import { processWide } from "@/lib/process-wide";

export type PictureSlots = { running: number; waiting: (() => void)[] };

/** Each is a process with up to 100 MiB of pixels. */
const mostAtOnce = 2;
const mostWaiting = 20;

/**
 * Makes pictures smaller one or two at a time, in the order in which they came. Throws AppError `rate_limited` where
 * too many wait already.
 */
export async function inPictureSlot<T>(work: () => Promise<T>): Promise<T> {
  const slots = processWide("picture-slots", () => ({ running: 0, waiting: [] }));
  if (slots.running < mostAtOnce) slots.running += 1;
  else if (slots.waiting.length >= mostWaiting)
    throw new AppError("rate_limited", "too many pictures at once", { retryAfter: 10 });
  // Whoever ends gives its place on.
  else await new Promise<void>((resolve) => slots.waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = slots.waiting.shift();
    if (next) next();
    else slots.running -= 1;
  }
}
