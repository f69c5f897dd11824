// The minute taker's page: the preview follows the text, what is typed is saved by itself, and leaving with unsaved text
// asks first.
// Without this script the button "Voorbeeld bekijken" does the same through the form.

const pause = 400;

/** Saves when somebody has stopped typing for so long. Each saved text is kept, so not at every word. */
const savingPause = 15_000;

const form = document.querySelector<HTMLFormElement>("form[data-preview-url]");
const text = form?.querySelector<HTMLTextAreaElement>("textarea[name=Text]");
const preview = form?.querySelector<HTMLElement>("[data-preview]");
const note = form?.querySelector<HTMLElement>("[data-preview-note]");
const saved = form?.querySelector<HTMLElement>("[data-autosave-note]");

if (form && text && preview && note && saved) {
  let timer = 0;
  let savingTimer = 0;
  let saving: Promise<void> | undefined;
  let running: AbortController | undefined;
  let unsaved = false;
  let touched = false;

  const show = async (): Promise<void> => {
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(form.dataset["previewUrl"]!, {
        method: "POST",
        body: new FormData(form),
        signal: running.signal,
        redirect: "error",
      });
      const body = await answer.text();
      if (answer.ok) {
        preview.innerHTML = body; // rendered and made safe by the server
        say("");
      } else {
        say(answer.status === 413 ? body : form.dataset["previewFailed"]!);
      }
    } catch (fault) {
      if (!(fault instanceof DOMException && fault.name === "AbortError")) say(form.dataset["previewFailed"]!);
    }
  };

  /** Somebody else's text is never overwritten: then the server refuses, and only a person can go on. */
  const save = (): void => {
    clearTimeout(savingTimer);
    saving ??= send().finally(() => (saving = undefined));
  };

  const send = async (): Promise<void> => {
    const [words, sent] = [text.value, new FormData(form)];
    try {
      const answer = await fetch(form.dataset["autosaveUrl"]!, { method: "POST", body: sent, redirect: "error" });
      if (!answer.ok) throw new Error(answer.statusText);
      form.querySelector<HTMLInputElement>("[name=Revision]")!.value = String((await answer.json() as { revision: number }).revision);
      if (words === text.value) unsaved = false;
      const now = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      saved.textContent = form.dataset["autosaveDone"]!.replace("{0}", now);
    } catch {
      saved.textContent = form.dataset["autosaveFailed"]!;
    }
  };

  /** Puts a block on lines of its own where the cursor is, in such a way that the browser can undo it. */
  const insert = (block: string): void => {
    const [start, end] = touched ? [text.selectionStart, text.selectionEnd] : [text.value.length, text.value.length];
    const before = text.value.slice(0, start).replace(/\n*$/, "");
    const after = text.value.slice(end).replace(/^\n*/, "");
    text.setSelectionRange(before.length, text.value.length - after.length);
    text.focus();
    // setRangeText would empty the undo history.
    document.execCommand("insertText", false, `${before && "\n\n"}${block}\n${after && "\n"}`);
  };

  /** Shows the writer the line that is meant. */
  const select = (line: number): void => {
    const lines = text.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    text.scrollTop = text.scrollHeight * (line - 1) / lines.length - text.clientHeight / 3;
  };

  const say = (words: string): void => {
    note.textContent = words;
    note.hidden = words === "";
  };

  text.addEventListener("focus", () => (touched = true), { once: true });
  text.addEventListener("input", () => {
    unsaved = true;
    clearTimeout(timer);
    timer = window.setTimeout(() => void show(), pause);
    clearTimeout(savingTimer);
    savingTimer = window.setTimeout(save, savingPause);
  });
  for (const button of form.querySelectorAll<HTMLButtonElement>("[data-insert]")) {
    button.hidden = false;
    button.addEventListener("click", () => insert(button.dataset["insert"]!));
  }

  preview.addEventListener("click", event => {
    const line = (event.target as Element).closest<HTMLElement>("[data-line]")?.dataset["line"];
    if (line) select(Number(line));
  });

  form.addEventListener("submit", event => {
    clearTimeout(savingTimer);
    unsaved = false;
    if (!saving) return;
    event.preventDefault(); // what is under way has a number that this form must know
    void saving.then(() => form.requestSubmit(event.submitter));
  });
  document.addEventListener("keydown", event => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "s") return;
    event.preventDefault();
    save();
  });
  window.addEventListener("beforeunload", event => {
    if (unsaved) event.preventDefault();
  });
  void show();
}
