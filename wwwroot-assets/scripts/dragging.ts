/** How close to the edge of the window the pointer makes the page scroll, and by how much at a time. */
const edge = 64;
const step = 12;

/**
 * Lets items of a list be dragged by their handle, with a mouse, a pen or a finger. The items stay where they are in the
 * page until one is dropped: an element that moves in the page loses the finger that holds it.
 */
export function letDrag(list: HTMLElement, dropped: (item: HTMLElement, place: number) => void): void {
  for (const handle of list.querySelectorAll<HTMLElement>(".handle")) {
    handle.hidden = false;
    handle.addEventListener("pointerdown", event => {
      if (!event.isPrimary || event.button !== 0) return;
      event.preventDefault();
      const item = handle.closest<HTMLElement>("[data-item]")!;
      handle.setPointerCapture(event.pointerId);
      drag(list, item, handle, event, place => dropped(item, place));
    });
  }
}

function drag(list: HTMLElement, item: HTMLElement, handle: HTMLElement, start: PointerEvent, dropped: (place: number) => void): void {
  const others = [...list.querySelectorAll<HTMLElement>(":scope > [data-item]")].filter(other => other !== item);
  const from = start.pageY;
  const listening = new AbortController();
  const { signal } = listening;
  let pointer = start.clientY;
  let place = -1;

  const follow = (): void => {
    if (signal.aborted) return;
    if (pointer < edge) window.scrollBy(0, -step);
    else if (pointer > window.innerHeight - edge) window.scrollBy(0, step);
    item.style.transform = `translateY(${pointer + window.scrollY - from}px)`;
    place = others.filter(other => middle(other) < pointer).length + 1;
    others.forEach((other, index) => {
      other.classList.toggle("drop-before", index === place - 1);
      other.classList.toggle("drop-after", index === others.length - 1 && place > others.length);
    });
    requestAnimationFrame(follow);
  };

  const stop = (): void => {
    listening.abort();
    item.classList.remove("dragging");
    item.style.transform = "";
    others.forEach(other => other.classList.remove("drop-before", "drop-after"));
  };

  item.classList.add("dragging");
  handle.addEventListener("pointermove", event => (pointer = event.clientY), { signal });
  handle.addEventListener("pointerup", () => {
    stop();
    if (place > 0) dropped(place);
  }, { signal });
  handle.addEventListener("pointercancel", stop, { signal });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") stop();
  }, { signal });
  follow();
}

function middle(element: HTMLElement): number {
  const box = element.getBoundingClientRect();
  return box.top + box.height / 2;
}
