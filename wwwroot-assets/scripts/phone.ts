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

void meeting.start();
