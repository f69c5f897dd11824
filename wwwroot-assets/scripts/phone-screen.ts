import type { Item, Own, Poll, Queue, Snapshot, Verdict } from "./meeting";
import { Ballot } from "./ballot";
import { fill, find, show } from "./page";
import { offerSection, stopReading } from "./speech";

type State = "Planned" | "Cancelled" | "Listening" | "Vote" | "Counted" | "NotEntitled" | "Closed" | "Withdrawn" | "Released" | "Over";

/** The same decision as PhoneState.cs: what is the one thing to show now? */
function stateOf({ meeting, poll }: Snapshot, own: Own | null, again: boolean, holdsPass: boolean): State {
  if (meeting.cancellation !== null) return "Cancelled";
  if (meeting.state === "planned") return "Planned";
  if (meeting.state === "closed") return "Over";
  if (!poll) return "Listening";
  if (poll.state === "withdrawn") return "Withdrawn";
  if (poll.state === "closed" || poll.state === "open" && !poll.takesVotes) return "Closed";
  if (poll.state === "released") return "Released";
  if (poll.binding && !holdsPass) return "NotEntitled";
  return own && !again ? "Counted" : "Vote";
}

/** The participant's page: sections that the server wrote, of which one shows, with slots that are filled in. */
export class PhoneScreen {
  readonly form = find<HTMLFormElement>("#stemmen");
  readonly ballot = new Ballot(this.form);
  private holdsPass: boolean;
  private state: State;
  private shownPoll: string | undefined;

  constructor(private readonly main: HTMLElement) {
    this.holdsPass = main.dataset["holdsPass"] === "true";
    this.state = main.dataset["now"] as State;
    this.shownPoll = main.dataset["poll"] || undefined;
    for (const section of main.querySelectorAll<HTMLElement>("section")) offerSection(find("h1", section), section);
  }

  get code(): string {
    return this.main.dataset["code"]!;
  }

  get firstPoll(): string | undefined {
    return this.main.dataset["poll"] || undefined;
  }

  get firstAttempt(): number {
    return Number(this.main.dataset["attempt"]);
  }

  get token(): string {
    return find<HTMLInputElement>("[name=__RequestVerificationToken]", this.form).value;
  }

  onAgain(act: () => void): void {
    find("#opnieuw").addEventListener("click", event => {
      event.preventDefault();
      act();
    });
  }

  render(snapshot: Snapshot, own: Own | null, again: boolean): void {
    const { poll, meeting } = snapshot;
    const item = meeting.state === "open" ? snapshot.item : null;
    show(find("#nu"), item !== null);
    this.slot("item", item ? fill(this.main.dataset["textItem"], item.number, item.title) : "");
    this.showGuests(item?.guests ?? []);
    this.slot("cancellation", meeting.cancellation ?? "");
    this.renderAbout(item, snapshot.agenda);
    this.showQueue(snapshot.queue);
    if (poll) this.renderPoll(poll, own);

    const state = stateOf(snapshot, own, again, this.holdsPass);
    for (const section of this.main.querySelectorAll<HTMLElement>("[data-state]")) show(section, section.dataset["state"] === state);
    if (state !== this.state) this.announce(state);
    this.state = state;
  }

  /** Nothing while it is 0: whoever has just voted must not read that nobody has. */
  showBallots(ballots: number): void {
    const { textOneBallot, textBallots } = this.main.dataset;
    this.slot("ballots", ballots === 0 ? "" : ballots === 1 ? textOneBallot! : fill(textBallots, ballots));
  }

  showQueue({ speaking, waiting }: Queue): void {
    const place = find("#hand");
    const { hand, textTurn, textNext, textWait } = place.dataset;
    const before = waiting.indexOf(hand!);
    show(place, !!hand && (before >= 0 || speaking === hand));
    const sentence = speaking === hand ? textTurn! : before === 0 ? textNext! : fill(textWait, before);
    const words = find("span", place);
    if (words.textContent !== sentence) words.textContent = sentence;
  }

  private showGuests(guests: string[]): void {
    const line = find("#gasten");
    show(line, guests.length > 0);
    this.slot("guests", guests.length > 0 ? fill(line.dataset["text"], guests.join("; ")) : "");
  }

  showConnection(connected: boolean): void {
    const notice = find("#verbinding");
    if (notice.hidden !== connected) this.say(connected ? this.main.dataset["textConnected"]! : notice.textContent!);
    show(notice, !connected);
    this.main.dataset["connected"] = String(connected);
  }

  /** While a vote is on its way: sending, or waiting for a connection. */
  showSending(sending: boolean, offline: boolean): void {
    show(find("#bezig"), sending && !offline);
    show(find("#offline"), sending && offline);
    this.ballot.enable(!sending);
    if (sending) this.complain("");
  }

  explain(verdict: Verdict): void {
    if (verdict === "invalidChoice") this.complain(find("#keuze-fout").dataset["text"]!);
  }

  loseThePass(): void {
    this.holdsPass = false;
    show(find("#verhuisd"), true);
  }

  private renderPoll(poll: Poll, own: Own | null): void {
    this.slot("question", poll.question, poll.questionLanguage);
    find("[data-state=Vote] h1").dataset["recording"] = poll.recording ?? "";
    this.slot("rule", poll.rule);
    this.slot("withdrawal", poll.withdrawal ?? "");
    this.showBallots(poll.ballots);
    this.showWhen("indicative", !poll.binding);
    this.showWhen("secret", poll.secret);
    this.showWhen("open", !poll.secret);
    this.showWhen("own", own?.pollId === poll.id);
    // A ballot that is being filled in is never touched by what others do.
    if (poll.ballot && (poll.id !== this.shownPoll || this.ballot.isEmpty)) this.renderBallot(poll.id, poll.ballot);
    this.shownPoll = poll.id;
    if (own?.pollId === poll.id) this.renderOwn(own);
    if (poll.outcome) this.renderOutcome(poll, own);
  }

  private renderBallot(pollId: string, ballot: string): void {
    this.form.action = `/m/${this.code}/peilingen/${pollId}/stem`;
    this.ballot.replace(ballot);
  }

  private renderOwn(own: Own): void {
    const middle = own.receipt.length / 2;
    this.slot("receipt", `${own.receipt.slice(0, middle)}-${own.receipt.slice(middle)}`);
    this.ballot.restore(own.choices);
  }

  private renderOutcome(poll: Poll, own: Own | null): void {
    const { sentence, tone, chart } = poll.outcome!;
    const verdict = find("[data-slot=verdict]");
    verdict.textContent = sentence;
    verdict.className = `verdict ${tone ?? ""}`;
    find("[data-slot=chart]").innerHTML = chart;
    const proof = own?.pollId === poll.id ? `?bewijs=${own.receipt}` : "";
    find<HTMLAnchorElement>("#bewijs-opzoeken").href = `/stemmingen/${poll.id}${proof}#stem-geteld`;
  }

  private renderAbout(item: Snapshot["item"], agenda: Item[]): void {
    show(find("#uitleg"), !!item?.description);
    const description = find("[data-slot=description]");
    // The server made this HTML safe; the content security policy is the second lock.
    if (description.innerHTML !== (item?.description ?? "")) description.innerHTML = item?.description ?? "";
    find("[data-slot=agenda]").replaceChildren(...agenda.map(line => {
      const entry = document.createElement("li");
      entry.textContent = line.title;
      if (line.id === item?.id) entry.setAttribute("aria-current", "step");
      return entry;
    }));
  }

  private announce(state: State): void {
    const section = find(`[data-state=${state}]`);
    stopReading();
    const marked = [...section.querySelectorAll<HTMLElement>("[data-aloud]")];
    this.say(...marked.length > 0 ? marked : [find("h1", section)]);
    window.scrollTo({ top: 0 });
  }

  /** For the eyes beside the ballot, for the ears at once; an empty sentence takes the complaint away. */
  private complain(sentence: string): void {
    const complaint = document.querySelector<HTMLElement>("#keuze-fout");
    if (!complaint) return;
    complaint.textContent = sentence;
    show(complaint, sentence !== "");
    if (sentence) this.say(sentence);
  }

  /** Tells a screen reader; what is in a language of its own is told in that language. */
  private say(...sentences: (string | HTMLElement)[]): void {
    find("#melding-voorlezen").replaceChildren(...sentences.flatMap(sentence => {
      if (typeof sentence === "string") return sentence;
      const copy = document.createElement("span");
      copy.lang = sentence.lang;
      copy.textContent = sentence.textContent!.trim();
      return [copy, " "];
    }));
  }

  private slot(name: string, text: string, language?: string): void {
    for (const element of document.querySelectorAll<HTMLElement>(`[data-slot=${name}]`)) {
      element.textContent = text;
      if (language) element.lang = language;
    }
  }

  private showWhen(condition: string, visible: boolean): void {
    for (const element of this.main.querySelectorAll(`[data-when=${condition}]`)) show(element, visible);
  }
}
