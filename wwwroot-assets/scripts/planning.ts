import { letDrag } from "./dragging";
import { find } from "./page";

// The agenda that a facilitator prepares: items are dragged, or moved by their buttons, without a new page. What comes
// back is the page itself, so the order and the sentence about it are the server's.
// Without this script the buttons do the same through their form.

const note = document.querySelector<HTMLElement>("[data-agenda-note]");
let moving = Promise.resolve();

function agenda(within: ParentNode = document): HTMLElement {
  return find("ol[data-movable]", within);
}

function enhance(): void {
  const list = agenda();
  letDrag(list, (item, place) => {
    const before = [...list.children];
    const other = before.filter(child => child !== item)[place - 1] ?? null;
    if (before.indexOf(item) === place - 1) return;
    list.insertBefore(item, other);
    move(find<HTMLFormElement>("form", item), place, () => list.replaceChildren(...before));
  });
  for (const button of list.querySelectorAll<HTMLButtonElement>("button[name=place]")) {
    button.addEventListener("click", event => {
      event.preventDefault();
      move(button.form!, Number(button.value), () => {});
    });
  }
}

/** One move after the other: each answer is the order that the next one starts from. */
function move(form: HTMLFormElement, place: number, undo: () => void): void {
  moving = moving.then(() => send(form, place, undo));
}

async function send(form: HTMLFormElement, place: number, undo: () => void): Promise<void> {
  const body = new FormData(form);
  body.set("place", String(place));
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.statusText);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"), form.contains(document.activeElement));
  } catch {
    undo();
    say(agenda().dataset["notMoved"]!);
  }
}

/** Who pressed a button goes on from the one that the server points at; who dragged keeps the focus where it was. */
function show(page: Document, pressed: boolean): void {
  const focused = document.activeElement?.id;
  const fresh = agenda(page);
  const next = fresh.querySelector<HTMLElement>("[autofocus]");
  next?.removeAttribute("autofocus");
  agenda().replaceWith(fresh);
  if (pressed) next?.focus();
  else if (focused) document.getElementById(focused)?.focus();
  say(find("[data-agenda-note]", page).textContent.trim());
  enhance();
}

function say(words: string): void {
  if (note) note.textContent = words;
}

if (note) enhance();
