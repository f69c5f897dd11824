/** The one element that a page's script cannot do without. */
export function find<T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T {
  const element = within.querySelector<T>(selector);
  if (!element) throw new Error(`The page has no ${selector}.`);
  return element;
}

export function show(element: Element, visible: boolean): void {
  element.toggleAttribute("hidden", !visible);
}

/** A sentence of the server with its placeholders filled in. */
export function fill(sentence: string | undefined, ...values: unknown[]): string {
  return (sentence ?? "").replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));
}
