import { find, fill, show } from "./page";

/** What a button reads aloud. A recording that the facilitator brought comes before the voice of the phone. */
interface Spoken { text: string; language: string; recording?: string | undefined }

const canSpeak = "speechSynthesis" in window;
let speaking: HTMLButtonElement | null = null;
let audio: HTMLAudioElement | null = null;

/** Puts a button beside a heading or a choice; nothing where the browser can neither speak nor play. */
function offerReading(beside: HTMLElement, label: string, what: () => Spoken, keys?: string): void {
  if (!canSpeak && !beside.dataset["recording"]) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "say";
  button.setAttribute("aria-label", label);
  if (keys) button.setAttribute("aria-keyshortcuts", keys);
  button.append(find<HTMLTemplateElement>("#icoon-voorlezen").content.cloneNode(true));
  button.addEventListener("click", () => toggle(button, what()));

  const row = document.createElement("div");
  row.className = "spoken";
  beside.replaceWith(row);
  row.append(beside, button);
}

/** Beside a choice: reads its words. */
export function offerChoice(choice: HTMLElement): void {
  const words = choice.querySelector<HTMLElement>("span") ?? choice;
  offerReading(choice, fill(textsOf().textReadChoice, words.textContent!.trim()), () => ({
    text: words.textContent!,
    language: languageOf(words),
    recording: choice.dataset["recording"],
  }));
}

/** Beside a heading: reads what stands under it too, until the choices. */
export function offerSection(heading: HTMLElement, section: HTMLElement): void {
  offerReading(heading, textsOf().textRead!, () => ({
    text: sentencesOf([heading, ...section.querySelectorAll<HTMLElement>("p, blockquote, strong")]),
    language: languageOf(heading),
    recording: heading.dataset["recording"],
  }));
}

/** For a whole hall, at a place of its own: reads the heading that is on the screen by then, and what stands under it. */
export function offerScreen(place: HTMLElement, screen: HTMLElement, keys: string): void {
  offerReading(place, textsOf().textRead!, () => {
    const heading = find("h1", screen);
    const parts = [heading, ...screen.querySelectorAll<HTMLElement>("li, h1 ~ p:not(.timer)")];
    return { text: sentencesOf(parts), language: languageOf(heading) };
  }, keys);
}

export function stopReading(): void {
  audio?.pause();
  audio = null;
  if (canSpeak) speechSynthesis.cancel();
  speaking?.removeAttribute("aria-pressed");
  speaking = null;
}

/** Pressing again stops; pressing elsewhere reads that instead. */
function toggle(button: HTMLButtonElement, spoken: Spoken): void {
  const again = speaking === button;
  stopReading();
  if (again) return;

  speaking = button;
  button.setAttribute("aria-pressed", "true");
  if (spoken.recording) play(spoken.recording);
  else speak(spoken);
}

function play(recording: string): void {
  audio = new Audio(recording);
  audio.addEventListener("ended", stopReading);
  audio.play().catch(stopReading);
}

function speak({ text, language }: Spoken): void {
  const voices = speechSynthesis.getVoices();
  const silent = voices.length > 0 && !voices.some(voice => voice.lang.toLowerCase().startsWith(language));
  show(find("#geen-stem"), silent);
  if (silent) return stopReading();

  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = language;
  utterance.rate = 0.9; // halls are noisy
  utterance.onend = utterance.onerror = stopReading;
  speechSynthesis.speak(utterance);
}

/** What is hidden is not read, nor what belongs to the choices: they have buttons of their own. */
const isRead = (element: HTMLElement) => element.offsetParent !== null && !element.closest(".choices, .meta, button");

const sentencesOf = (elements: HTMLElement[]) =>
  elements.filter(isRead).map(element => element.textContent!.trim().replace(/\s+/g, " ")).join(". ");

const languageOf = (element: HTMLElement) => element.closest<HTMLElement>("[lang]")!.lang;

const textsOf = () => find("#inhoud").dataset as { textRead?: string; textReadChoice?: string };
