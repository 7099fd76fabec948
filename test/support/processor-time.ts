/** Milliseconds that the processor spends on something: other programs that share it make no difference. */
export function processorTime(work: () => void): number {
  const spent = processorClock();
  work();
  return spent();
}

/** Says how many milliseconds the processor has spent on this program since, its other threads included. */
export function processorClock(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}
