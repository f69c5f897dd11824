import { HttpTransportType, HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel, type IRetryPolicy } from "@microsoft/signalr";
import { backoff, sleep } from "./waiting";

// What the server sends; Live/Snapshot.cs is the source of these names.
export interface Choice { option: number; value?: number | null; reason?: string | null }
export interface Own { pollId: string; choices: Choice[]; receipt: string; attempt: number }
export interface Item { id: string; number: number; title: string; guests: string[] }
export interface Outcome { sentence: string; tone: string | null; chart: string }
export interface Poll {
  id: string;
  question: string;
  questionLanguage: string;
  recording: string | null;
  rule: string;
  state: "open" | "closed" | "released" | "withdrawn";
  withdrawal: string | null;
  takesVotes: boolean;
  binding: boolean;
  secret: boolean;
  ballot: string | null;
  ballots: number;
  outcome: Outcome | null;
}
export interface Queue { speaking: string | null; waiting: string[] }
export interface People { connected: number; admitted: number }
export interface Snapshot {
  revision: number;
  meeting: { state: "planned" | "open" | "closed"; cancellation: string | null };
  item: (Item & { description: string }) | null;
  agenda: Item[];
  poll: Poll | null;
  people: People;
  queue: Queue;
  own: Own | null;
}
export interface Tally { pollId: string; ballots: number; counts: Record<string, number> | null; revision: number }
export type Verdict = "accepted" | "changed" | "closed" | "invalidChoice" | "notEntitled" | "votedOnPaper";
export interface VoteAnswer { verdict: Verdict; receipt: string | null }

export interface Listener {
  /** The whole state: after joining (fresh), after every change. */
  changed(snapshot: Snapshot, joined: boolean): void;
  tally?(tally: Tally): void;
  people?(people: People): void;
  queue?(queue: Queue): void;
  contributions?(): void;
  passMoved?(): void;
  connected?(connected: boolean): void;
}

/** Never gives up. */
export const patience: IRetryPolicy = {
  nextRetryDelayInMilliseconds: ({ previousRetryCount }) => backoff(previousRetryCount),
};

/** A connection to one meeting, which joins again after every interruption. */
export class Meeting {
  private readonly hub: HubConnection;
  private revision = -1;
  private joining = false;
  /** News that overtook the answer to joining: the answer is the older of the two. */
  private early: (() => void)[] = [];

  constructor(private readonly code: string, private readonly listener: Listener) {
    this.hub = new HubConnectionBuilder()
      .withUrl(`/hubs/meeting?taal=${document.documentElement.lang}`, { skipNegotiation: true, transport: HttpTransportType.WebSockets })
      .withAutomaticReconnect(patience)
      .configureLogging(LogLevel.None)
      .build();
    this.hub.on("meetingChanged", (snapshot: Snapshot) => this.afterJoining(() => this.take(snapshot, false)));
    this.hub.on("tallyChanged", (tally: Tally) => this.afterJoining(() => void this.takeTally(tally)));
    this.hub.on("presenceChanged", (people: People) => this.afterJoining(() => listener.people?.(people)));
    this.hub.on("queueChanged", (queue: Queue) => this.afterJoining(() => listener.queue?.(queue)));
    this.hub.on("contributionsChanged", () => listener.contributions?.());
    this.hub.on("passMoved", () => listener.passMoved?.());
    this.hub.onreconnecting(() => listener.connected?.(false));
    this.hub.onreconnected(() => void this.rejoin());
  }

  get connected(): boolean {
    return this.hub.state === HubConnectionState.Connected;
  }

  async start(): Promise<void> {
    for (let failures = 0; ; failures++) {
      try {
        await this.hub.start();
        return await this.join();
      } catch {
        this.listener.connected?.(false);
        await sleep(backoff(failures));
      }
    }
  }

  castVote(pollId: string, choices: Choice[], attempt: number): Promise<VoteAnswer> {
    return this.hub.invoke<VoteAnswer>("CastVote", pollId, choices, attempt);
  }

  private async join(): Promise<void> {
    this.joining = true;
    this.early = [];
    const snapshot = await this.hub.invoke<Snapshot>("Join", this.code);
    if (this.listener.people) this.listener.people(await this.hub.invoke<People>("WatchPresence", this.code));
    this.joining = false;
    this.listener.connected?.(true);
    this.revision = -1; // after an interruption even an equal revision is news
    this.take(snapshot, true);
    for (const news of this.early) news();
  }

  /** Joins again for as long as the connection holds; when it breaks, the next reconnection does. */
  private async rejoin(): Promise<void> {
    for (let failures = 0; this.connected; failures++) {
      try {
        return await this.join();
      } catch {
        await sleep(backoff(failures));
      }
    }
  }

  private afterJoining(news: () => void): void {
    if (this.joining) this.early.push(news);
    else news();
  }

  private take(snapshot: Snapshot, joined: boolean): void {
    if (snapshot.revision < this.revision) return;
    this.revision = snapshot.revision;
    this.listener.changed(snapshot, joined);
  }

  private async takeTally(tally: Tally): Promise<void> {
    if (tally.revision > this.revision) await this.rejoin(); // something was missed in between
    else this.listener.tally?.(tally);
  }
}
