type Closer = () => Promise<void>;

const repeatMs = 1_000;

/**
 * From now on SIGINT, SIGTERM and the end of the process that started us stop this one: what was registered is closed,
 * the last first, then the process exits with 0. A second signal exits at once.
 */
export function stopOnSignals(): (close: Closer) => void {
  const closers: Closer[] = [];
  let stoppingSince: number | undefined;
  const stop = async () => {
    if (stoppingSince !== undefined) {
      // One Ctrl-C can arrive twice: from the terminal and through npm.
      if (Date.now() - stoppingSince > repeatMs) process.exit(1);
      return;
    }
    stoppingSince = Date.now();
    process.stdout.write("\n  停止中 · stopping\n");
    let exitCode = 0;
    for (const close of closers.toReversed()) {
      await close().catch((error: unknown) => {
        console.error(error);
        exitCode = 1;
      });
    }
    process.exit(exitCode);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  process.on("disconnect", stop);
  return (close) => closers.push(close);
}
