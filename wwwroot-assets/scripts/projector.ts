import { fit } from "./fit";
import { followMeeting } from "./live-page";
import { find } from "./page";
import { listenToShortcuts } from "./shortcuts";
import { offerScreen, stopReading } from "./speech";
import { tick } from "./timers";

const screen = find("#inhoud");
let question = questionOf(screen);
let hasResult = showsResult(screen);

followMeeting(() => {
  const isNew = questionOf(screen) !== question || showsResult(screen) !== hasResult;
  question = questionOf(screen);
  hasResult = showsResult(screen);
  if (isNew) stopReading();
  if (isNew && hasResult) release(); // before anything measures the bars at their full length
  show();
});
offerScreen(find("#geen-stem"), screen, "Control+Enter");
listenToShortcuts();
setInterval(tick, 1000);
addEventListener("resize", () => fit(screen));
screen.addEventListener("toggle", () => fit(screen), { capture: true });
show();

function show(): void {
  tick();
  fit(screen);
}

/** Once, at the moment of the release: the bars grow from nothing, where the style sheet lets things move. */
function release(): void {
  screen.classList.add("released");
  for (const bar of screen.querySelectorAll<HTMLProgressElement>(".bars progress")) {
    const value = bar.value;
    bar.value = 0;
    void bar.offsetWidth; // the browser takes note of where the movement begins
    bar.value = value;
  }
}

function questionOf(beam: HTMLElement): string {
  return find("h1", beam).textContent!;
}

function showsResult(beam: HTMLElement): boolean {
  return beam.querySelector(".verdict") !== null;
}
