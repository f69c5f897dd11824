import type { Choice } from "./meeting";
import { find, show } from "./page";
import { offerChoice } from "./speech";

/** The words of an option, and the picture beside them. */
function wordsOf(option: HTMLOptionElement): HTMLElement[] {
  const words = document.createElement("span");
  words.textContent = option.text;
  words.lang = option.lang;
  words.dir = "auto";
  const address = option.dataset["picture"];
  if (!address) return [words];
  const picture = document.createElement("img");
  picture.className = "pictogram";
  picture.src = address;
  picture.alt = "";
  return [picture, words];
}

/** The ballot that the server wrote: reads what is filled in, and fills in what was chosen before. */
export class Ballot {
  constructor(private readonly form: HTMLFormElement) {
    form.noValidate = true; // the server's sentence says what is missing
    this.enhance();
  }

  /** Another ballot on the table. */
  replace(html: string): void {
    // The server made this HTML; the content security policy is the second lock.
    find("[data-slot=ballot]", this.form).innerHTML = html;
    this.enhance();
  }

  get isEmpty(): boolean {
    return this.form.querySelector("[name^=keuze]") === null;
  }

  read(submitter: HTMLElement | null): Choice[] {
    const form = new FormData(this.form, submitter);
    const marks = [...form].filter(([name, value]) => name.startsWith("keuze") && value !== "").map(([, value]) => String(value).split(":"));
    const reason = String(form.get("reden") ?? "").trim();
    return marks.map(([option, value], index) => ({
      option: Number(option),
      ...(value !== undefined && { value: Number(value) }),
      ...(this.ranking && { value: index + 1 }),
      ...(reason && Number(option) > 0 && { reason }),
    }));
  }

  restore(choices: Choice[]): void {
    for (const button of this.form.querySelectorAll<HTMLButtonElement>("button.choice")) {
      if (choices.some(choice => String(choice.option) === button.value)) button.setAttribute("aria-pressed", "true");
      else button.removeAttribute("aria-pressed");
    }
  }

  enable(enabled: boolean): void {
    for (const field of this.form.querySelectorAll<HTMLButtonElement>("[data-slot=ballot] :is(button, input, select, textarea)")) field.disabled = !enabled;
  }

  private get ranking(): HTMLElement | null {
    return this.form.querySelector("[data-ranking]");
  }

  /** Ranking by touch: the first option you touch comes first. The lists stay below it and hold the order. */
  private enhance(): void {
    this.form.querySelectorAll<HTMLElement>(".choice").forEach(offerChoice);
    this.form.querySelectorAll<HTMLElement>(".marks legend > span").forEach(offerChoice);
    const ranking = this.ranking;
    if (!ranking) return;
    const places = [...ranking.querySelectorAll("select")];
    const buttons = [...places[0]!.options].slice(1).map(option => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "choice rank";
      button.append(...wordsOf(option));
      if (option.dataset["recording"]) button.dataset["recording"] = option.dataset["recording"];
      button.addEventListener("click", () => {
        const held = places.find(place => place.value === option.value);
        if (held) remove(held);
        else places.find(place => place.value === "")!.value = option.value;
        showRanks();
      });
      return { button, value: option.value };
    });

    const remove = (place: HTMLSelectElement) => {
      const order = places.filter(other => other !== place).map(other => other.value).filter(value => value !== "");
      places.forEach((other, index) => { other.value = order[index] ?? ""; });
    };
    const showRanks = () => {
      for (const { button, value } of buttons) {
        const rank = places.findIndex(place => place.value === value) + 1;
        button.dataset["rank"] = rank ? String(rank) : "";
        button.setAttribute("aria-pressed", String(rank > 0));
        button.setAttribute("aria-label", rank ? `${rank}. ${button.textContent}` : button.textContent!);
      }
    };
    for (const place of ranking.querySelectorAll<HTMLElement>(".place")) show(place, false);
    ranking.append(...buttons.map(({ button }) => button));
    buttons.forEach(({ button }) => offerChoice(button));
    showRanks();
  }
}
