/**
 * Counts on from the moment in `data-started`. When the planned minutes are over the timer changes its colour, says so
 * in words, and where somebody leads the meeting speaks up once, softly: nobody is cut off by a machine.
 */
export function tick(): void {
  for (const timer of document.querySelectorAll<HTMLElement>(".timer")) {
    const { started, minutes, textOver, textLate } = timer.dataset;
    const seconds = Math.max(0, Math.floor((Date.now() - Date.parse(started!)) / 1000));
    const late = seconds > Number(minutes) * 60;
    const passed = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    timer.textContent = late && textOver ? `${passed} ${textOver}` : passed;
    if (late && textLate && !timer.classList.contains("late")) signal(textLate, `${started}`);
    timer.classList.toggle("late", late);
  }
}

let signalled = "";

/** Each timer speaks up once, also when the page takes over its new contents. */
function signal(sentence: string, timer: string): void {
  const status = document.querySelector("#tijd-om");
  if (!status || signalled === timer) return;
  signalled = timer;
  status.textContent = sentence;
}
