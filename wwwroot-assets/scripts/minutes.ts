// The minute taker's page: the preview follows the text, and leaving with unsaved text asks first.
// Without this script the button "Voorbeeld bekijken" does the same through the form.

const pause = 400;

const form = document.querySelector<HTMLFormElement>("form[data-preview-url]");
const text = form?.querySelector<HTMLTextAreaElement>("textarea[name=Text]");
const preview = form?.querySelector<HTMLElement>("[data-preview]");
const note = form?.querySelector<HTMLElement>("[data-preview-note]");

if (form && text && preview && note) {
  let timer = 0;
  let running: AbortController | undefined;
  let unsaved = false;

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

  const say = (words: string): void => {
    note.textContent = words;
    note.hidden = words === "";
  };

  text.addEventListener("input", () => {
    unsaved = true;
    clearTimeout(timer);
    timer = window.setTimeout(() => void show(), pause);
  });
  form.addEventListener("submit", () => (unsaved = false));
  window.addEventListener("beforeunload", event => {
    if (unsaved) event.preventDefault();
  });
  void show();
}
