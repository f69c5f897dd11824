/**
 * Presses what says in `aria-keyshortcuts` that it listens to these keys. With Control, so that no screen reader and no
 * slip of the hand presses it (WCAG 2.1.4), and never while somebody types.
 */
export function listenToShortcuts(): void {
  document.addEventListener("keydown", event => {
    if (!event.ctrlKey || event.repeat || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const keys = ["Control", event.shiftKey && "Shift", event.key].filter(Boolean).join("+");
    const button = [...document.querySelectorAll<HTMLElement>("[aria-keyshortcuts]")].find(one => one.getAttribute("aria-keyshortcuts") === keys);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
}
