/** Waits longer after each failure, a little differently on each phone: a hall that comes back must not come at once. */
export function backoff(failures: number): number {
  return Math.min(1000 * 2 ** Math.min(failures, 4), 10_000) * (0.5 + Math.random());
}

export const sleep = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds));
