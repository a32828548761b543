/** The CPU time of one run in this thread, in milliseconds. What the work refuses counts as done. */
export async function measureCpu(work: (text: string) => unknown, text: string): Promise<number> {
  const before = process.threadCpuUsage();
  try {
    await work(text);
  } catch (error) {
    // A refusal is an answer; running out of the stack is none.
    if (error instanceof RangeError) throw error;
  }
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
