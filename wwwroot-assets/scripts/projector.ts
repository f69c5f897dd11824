import { followMeeting } from "./live-page";

/** Counts the minutes of the item on the table. */
function tick(): void {
  const timer = document.querySelector<HTMLElement>(".timer");
  if (!timer) return;
  const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(timer.dataset["started"]!)) / 1000));
  timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  timer.classList.toggle("late", seconds > Number(timer.dataset["minutes"]) * 60);
}

followMeeting(tick);
setInterval(tick, 1000);
