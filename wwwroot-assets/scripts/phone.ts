import { Meeting, type Own, type Snapshot } from "./meeting";
import { find } from "./page";
import { PhoneScreen } from "./phone-screen";
import { Voting } from "./voting";

// The page works without this script. With it, it follows the meeting by itself and says "not yet counted" until the
// server has confirmed a vote.
const screen = new PhoneScreen(find("#inhoud"));
let snapshot: Snapshot | null = null;
let own: Own | null = null;
let again = false;

const meeting = new Meeting(screen.code, {
  changed(next, joined) {
    const samePoll = snapshot?.poll?.id === next.poll?.id;
    if (joined) own = next.own;
    else if (!samePoll) own = null;
    if (!samePoll) again = false;
    snapshot = next;
    voting.follow(next.poll, own);
    render();
  },
  tally(tally) {
    if (snapshot?.poll?.id !== tally.pollId) return;
    snapshot.poll.ballots = tally.ballots;
    screen.showBallots(tally.ballots);
  },
  queue(queue) {
    if (snapshot) snapshot.queue = queue;
    screen.showQueue(queue);
  },
  passMoved() {
    screen.loseThePass();
    own = null;
    render();
  },
  connected: connected => screen.showConnection(connected),
});

const voting = new Voting(screen, meeting, {
  counted(vote) {
    own = vote;
    again = false;
    if (!snapshot) return location.reload(); // sent by the form, before there was a connection
    render();
  },
  refused(verdict) {
    screen.explain(verdict);
    if (verdict !== "invalidChoice") location.reload();
  },
});

screen.onAgain(() => {
  again = true;
  render();
});

function render(): void {
  if (snapshot) screen.render(snapshot, own, again);
}

if ("serviceWorker" in navigator) {
  // Another language is another worker, which keeps the page without network in that language.
  void navigator.serviceWorker.register(`/service-worker.js?taal=${document.documentElement.lang}`, { scope: "/m/" }).catch(() => {});
}
void meeting.start();
