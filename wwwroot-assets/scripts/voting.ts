import { PendingVote, type Vote } from "./pending-vote";
import type { Meeting, Own, Poll, Verdict, VoteAnswer } from "./meeting";
import { backoff, sleep } from "./waiting";
import type { PhoneScreen } from "./phone-screen";

export interface VotingListener {
  counted(own: Own): void;
  refused(verdict: Verdict): void;
}

const patienceOfOneTry = 8_000;

/** Sends a vote until it is confirmed: over the hub, or else by the form's own POST, always with the same attempt number. */
export class Voting {
  private attempt: number;
  private pollId: string | undefined;
  private readonly kept: PendingVote;
  private pending: Vote | null = null;

  constructor(private readonly screen: PhoneScreen, private readonly meeting: Meeting, private readonly listener: VotingListener) {
    this.attempt = screen.firstAttempt;
    this.pollId = screen.firstPoll;
    this.kept = new PendingVote(screen.code);
    screen.form.addEventListener("submit", event => this.submit(event));
  }

  /** Keeps up with the poll on the table; a stored ballot decides which attempt comes next. */
  follow(poll: Poll | null, own: Own | null): void {
    if (poll?.id !== this.pollId) this.attempt = 1;
    this.pollId = poll?.id;
    if (own) this.attempt = Math.max(this.attempt, own.attempt + 1);
    this.resume(own);
  }

  /** Sends what this page could not send before it was loaded again, unless it arrived after all. */
  private resume(own: Own | null): void {
    const vote = this.kept.read();
    if (!vote || this.pending) return;
    if (vote.pollId !== this.pollId || own && own.attempt >= vote.attempt) return this.kept.forget();

    this.attempt = Math.max(this.attempt, vote.attempt + 1);
    this.pending = vote;
    void this.send(vote);
  }

  private submit(event: SubmitEvent): void {
    if (!this.pollId) return;
    event.preventDefault();
    if (this.pending) return; // a double tap

    const choices = this.screen.ballot.read(event.submitter);
    this.pending = { pollId: this.pollId, choices, attempt: this.attempt++ };
    this.kept.keep(this.pending);
    void this.send(this.pending);
  }

  private async send(vote: Vote): Promise<void> {
    this.screen.showSending(true, !this.meeting.connected);
    const answer = await this.untilAnswered(vote);
    this.pending = null;
    this.kept.forget();
    this.screen.showSending(false, false);
    if (answer.receipt) this.listener.counted({ ...vote, receipt: answer.receipt });
    else this.listener.refused(answer.verdict);
  }

  private async untilAnswered(vote: Vote): Promise<VoteAnswer> {
    for (let failures = 0; ; failures++) {
      try {
        return await inTime(this.meeting.connected ? this.meeting.castVote(vote.pollId, vote.choices, vote.attempt) : this.post(vote));
      } catch {
        this.screen.showSending(true, true);
        await sleep(backoff(failures));
      }
    }
  }

  private async post(vote: Vote): Promise<VoteAnswer> {
    const form = new FormData();
    form.set("__RequestVerificationToken", this.screen.token);
    for (const { option, value, reason } of vote.choices) {
      form.append("keuze", value == null ? String(option) : `${option}:${value}`);
      if (reason) form.set("reden", reason);
    }
    form.set("poging", String(vote.attempt));
    const answer = await fetch(`/m/${this.screen.code}/peilingen/${vote.pollId}/stem`, {
      method: "POST",
      body: form,
      headers: { Accept: "application/json" },
    });
    if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
    return await answer.json() as VoteAnswer;
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return Promise.race([work, sleep(patienceOfOneTry).then(() => Promise.reject(new Error("No answer in time.")))]);
}
