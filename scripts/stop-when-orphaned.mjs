/**
 * Sends this process a SIGTERM once the one that started it is gone: a signal to npm ends the shell between the two,
 * and that hands nothing on.
 */
export function stopWhenOrphaned() {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 200);
  timer.unref();
}
