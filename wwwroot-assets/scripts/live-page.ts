import { Meeting, type People, type Tally } from "./meeting";
import { find } from "./page";
import { backoff, sleep } from "./waiting";

/**
 * A page of which there are few (a console, a projector): when the meeting changes it fetches itself and takes over the
 * new main part; the numbers in between come from the hub.
 */
export function followMeeting(afterUpdate: () => void = () => {}): void {
  const main = find("#inhoud");
  let wanted = Number(main.dataset["revision"]);
  let people: People | null = null;
  let shown = main.innerHTML;

  function showPeople(): void {
    if (!people) return;
    number("connected", people.connected);
    number("admitted", people.admitted);
    showTurnout();
  }

  function showTally({ ballots }: Tally): void {
    number("ballots", ballots);
    const bar = document.querySelector<HTMLProgressElement>(".turnout progress");
    if (bar) bar.value = ballots;
    showTurnout();
  }

  /** Of those with a pass, or of those who are here: whoever votes is here, connected or not. */
  function showTurnout(): void {
    const bar = document.querySelector<HTMLProgressElement>(".turnout progress");
    if (!bar || !people) return;
    const present = Math.max(people.connected, Number(bar.getAttribute("value")));
    number("present", present);
    bar.max = Math.max(bar.dataset["of"] === "present" ? present : people.admitted, 1);
  }

  async function refresh(): Promise<void> {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) return location.reload();
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    const html = find("#inhoud", next).innerHTML;
    if (html === shown) return; // what somebody opened stays open, and what moves moves on
    shown = html;
    const focusAgain = rememberFocus(main);
    const typeAgain = rememberTyped(main);
    main.className = find("#inhoud", next).className;
    main.replaceChildren(...find("#inhoud", next).childNodes);
    typeAgain();
    focusAgain();
    showPeople();
    afterUpdate();
  }

  let refreshing = false;
  let again = false;

  /** One after the other: news that comes meanwhile is fetched together. */
  async function refreshSoon(): Promise<void> {
    again = true;
    if (refreshing) return;
    refreshing = true;
    for (let failures = 0; again; ) {
      again = false;
      try {
        await refresh();
        failures = 0;
      } catch {
        again = true; // the network failed, the news is still to come
        await sleep(backoff(failures++));
      }
    }
    refreshing = false;
  }

  const meeting = new Meeting(main.dataset["code"]!, {
    changed(snapshot) {
      if (snapshot.revision <= wanted) return;
      wanted = snapshot.revision;
      void refreshSoon();
    },
    queue: () => void refreshSoon(),
    contributions: () => void refreshSoon(),
    tally: showTally,
    people(now) {
      people = now;
      showPeople();
    },
    connected: connected => document.body.classList.toggle("disconnected", !connected),
  });
  void meeting.start();
}

function number(name: string, value: number): void {
  document.querySelectorAll(`[data-${name}]`).forEach(element => (element.textContent = String(value)));
}

/** What somebody is typing stays, whatever others do meanwhile. */
function rememberTyped(main: HTMLElement): () => void {
  const fields = [...main.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input[id], textarea[id]")];
  const typed = fields.filter(field => field.value !== field.defaultValue).map(field => [field.id, field.value] as const);
  return () => {
    for (const [id, value] of typed) {
      const field = document.getElementById(id);
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue;
      field.value = value;
      field.closest("details")?.setAttribute("open", "");
    }
  };
}

/** Who works with the keyboard stays where they were: at what has the same id, or says the same. */
function rememberFocus(main: HTMLElement): () => void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !main.contains(focused)) return () => {};
  const isSame = (element: HTMLElement) => focused.id ? element.id === focused.id : element.textContent === focused.textContent;
  return () => [...main.querySelectorAll<HTMLElement>(focused.localName)].find(isSame)?.focus();
}
