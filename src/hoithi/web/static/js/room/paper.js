// Draws the paper once and reads the answers from its own form controls.
const make = (tag, facts = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(facts))
    if (name in element && name !== "list") element[name] = value;
    else element.setAttribute(name, value);
  element.append(...children);
  return element;
};

// What the server would refuse is not sent: control characters, and what is no number.
function tidy(input) {
  const text = input.value.normalize("NFC").replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, " ").trim();
  const wrong = input.inputMode === "numeric" && text && !/^-?\d{1,15}([.,]\d{1,6})?$/.test(text);
  input.setAttribute("aria-invalid", Boolean(wrong));
  return wrong ? "" : text;
}

const LETTERS = "ABCDEFGHIJ";

function choices(question, words, type) {
  const options = question.kind === "true_false" ? [words.true, words.false] : question.options;
  return options.map((text, index) =>
    make(
      "label",
      { className: "choice" },
      make("input", { type, name: `q${question.place}`, value: String(index + 1) }),
      question.kind === "true_false" ? "" : make("b", { textContent: `${LETTERS[index]}.` }),
      make("span", { textContent: text }),
    ),
  );
}

function control(question, words) {
  if (question.kind === "single" || question.kind === "true_false") return choices(question, words, "radio");
  if (question.kind === "multiple")
    return [make("p", { className: "small soft", textContent: words.several }), ...choices(question, words, "checkbox")];
  const number = question.kind === "numeric";
  return [
    make(
      "label",
      { className: "field" },
      make("span", { className: "field__label", textContent: number ? words.number : words.text }),
      make("input", {
        type: "text",
        name: `q${question.place}`,
        maxLength: number ? 12 : 500,
        autocomplete: "off",
        inputMode: number ? "numeric" : "text",
      }),
    ),
  ];
}

export class Paper {
  constructor(form, map, words, changed) {
    Object.assign(this, { form, map, words, changed, questions: [], flags: new Set() });
    form.addEventListener("input", () => this.change());
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("click", (event) => {
      const place = event.target.closest("[data-flag]")?.dataset.flag;
      if (place) this.flag(Number(place));
    });
  }

  draw(questions, answers, flags) {
    this.questions = questions;
    this.flags = new Set(flags);
    this.form.replaceChildren(...questions.map((question) => this.question(question)));
    this.map.replaceChildren(...questions.map(({ place }) => make("li", {}, make("a", { href: `#cau-${place}` }))));
    this.fill(answers);
  }

  question(question) {
    const { place } = question;
    return make(
      "fieldset",
      { className: "question card", id: `cau-${place}`, tabIndex: -1 },
      make(
        "legend",
        { className: "question__stem" },
        make("span", { className: "question__number", textContent: `${this.words.question} ${place}. ` }),
        question.stem,
      ),
      ...control(question, this.words),
      make("button", { type: "button", className: "button button--quiet question__flag", "data-flag": place }),
    );
  }

  fill(answers) {
    for (const input of this.form.querySelectorAll("input")) {
      const answer = answers[input.name.slice(1)];
      if (input.type === "text") input.value = answer ?? "";
      else input.checked = [answer].flat().includes(Number(input.value));
    }
    this.show();
  }

  // {"1": 2, "3": [1, 4], "5": "text"}: places only; what is not answered is left out.
  read() {
    const answers = {};
    for (const input of this.form.querySelectorAll("input")) {
      const place = input.name.slice(1);
      if (input.type === "text") {
        const text = tidy(input);
        if (text) answers[place] = text;
      }
      if (input.type === "radio" && input.checked) answers[place] = Number(input.value);
      if (input.type === "checkbox" && input.checked) (answers[place] ??= []).push(Number(input.value));
    }
    return answers;
  }

  change() {
    this.show();
    this.changed(this.read());
  }

  flag(place) {
    this.flags[this.flags.has(place) ? "delete" : "add"](place);
    this.show();
    this.changed(this.read(), true);
  }

  show() {
    const answers = this.read();
    for (const [index, { place }] of this.questions.entries()) {
      const [done, flagged] = [place in answers, this.flags.has(place)];
      const link = this.map.children[index].firstElementChild;
      link.textContent = place;
      link.dataset.state = `${done ? "done" : ""}${flagged ? " flagged" : ""}`.trim();
      const state = [done ? this.words.done : this.words.open, flagged ? this.words.flagged : ""];
      link.setAttribute("aria-label", `${this.words.question} ${place}: ${state.filter(Boolean).join(", ")}`);
      const button = this.form.children[index].querySelector("[data-flag]");
      button.textContent = flagged ? this.words.unflag : this.words.flag;
      button.setAttribute("aria-pressed", flagged);
      this.form.children[index].dataset.state = link.dataset.state;
    }
  }

  counts() {
    const done = Object.keys(this.read()).length;
    return { done, open: this.questions.length - done, all: this.questions.length, flagged: this.flags.size };
  }

  lock(locked) {
    for (const fieldset of this.form.children) fieldset.disabled = locked;
  }
}
