// A passkey is made and shown by the browser; the page's own form carries what it says to the server. A browser that
// cannot do it never sees the button; nor does anybody at an address of numbers, to which no passkey can belong.
const isNumbers = /^[\d.]+$|^\[/.test(location.hostname);

if (!isNumbers && "PublicKeyCredential" in window && "parseCreationOptionsFromJSON" in PublicKeyCredential)
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) enhance(form);

function enhance(form: HTMLFormElement): void {
  form.hidden = false;
  form.addEventListener("submit", event => {
    event.preventDefault();
    void send(form);
  });
}

async function send(form: HTMLFormElement): Promise<void> {
  const status = form.querySelector<HTMLElement>("[data-status]")!;
  status.textContent = "";
  try {
    const credential = await ask(form);
    form.querySelector<HTMLInputElement>("input[name=credential]")!.value = JSON.stringify(credential);
    form.submit(); // without a submit event, so not here again
  } catch {
    status.textContent = form.dataset.failed!; // nobody there, another finger, or the person said no
  }
}

async function ask(form: HTMLFormElement): Promise<PublicKeyCredential | null> {
  const answer = await fetch(form.dataset.ask!, { method: "POST", body: new URLSearchParams(new FormData(form) as never) });
  if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
  const options = await answer.json();
  const made = form.dataset.passkey === "create"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return made as PublicKeyCredential | null;
}
