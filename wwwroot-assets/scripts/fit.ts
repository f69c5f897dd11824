import { find } from "./page";

const smallest = 0.4;
const step = 0.04;

/** Nobody scrolls a beamer: what is too much for the screen gets smaller letters, until all of it is there. */
export function fit(screen: HTMLElement): void {
  const main = find(".beam-main", screen);
  for (let size = 1; size >= smallest; size -= step) {
    main.style.setProperty("--fit", size.toFixed(2));
    if (main.scrollHeight <= main.clientHeight && main.scrollWidth <= main.clientWidth) return;
  }
}
