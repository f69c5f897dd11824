import { find, show } from "./page";
import { PendingVote } from "./pending-vote";
import { backoff, sleep } from "./waiting";

// There was no network when the meeting's page was asked for. As soon as there is, it comes by itself.
async function tryAgain(): Promise<void> {
  for (let failures = 0; ; failures++) {
    await sleep(backoff(failures));
    const answer = await fetch("/health/live", { cache: "no-store" }).catch(() => null);
    if (answer?.ok) return location.reload();
  }
}

const code = location.pathname.split("/")[2] ?? "";
show(find("#klaar"), new PendingVote(code).read() !== null);
window.addEventListener("online", () => location.reload());
void tryAgain();
