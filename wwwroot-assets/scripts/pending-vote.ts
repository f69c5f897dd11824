import type { Choice } from "./meeting";

export interface Vote { pollId: string; choices: Choice[]; attempt: number }

/**
 * A vote that the server has not confirmed, kept until it is: it outlives a page that is loaded again. Only in this
 * window, and never longer than needed, because it says what somebody chose.
 */
export class PendingVote {
  private readonly key: string;

  constructor(code: string) {
    this.key = `stem-${code}`;
  }

  keep(vote: Vote): void {
    this.try(() => sessionStorage.setItem(this.key, JSON.stringify(vote)));
  }

  read(): Vote | null {
    return this.try(() => JSON.parse(sessionStorage.getItem(this.key) ?? "null") as Vote | null) ?? null;
  }

  forget(): void {
    this.try(() => sessionStorage.removeItem(this.key));
  }

  /** A browser that keeps nothing still votes. */
  private try<T>(act: () => T): T | undefined {
    try {
      return act();
    } catch {
      return undefined;
    }
  }
}
