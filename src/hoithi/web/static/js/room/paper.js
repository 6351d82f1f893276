// Draws the paper once and reads the answers from its own form controls.
import { controls } from "./controls.js";
import { faces, make } from "./make.js";

export class Paper {
  constructor(form, map, words, changed) {
    Object.assign(this, { form, map, words, changed, questions: [], flags: new Set() });
    form.addEventListener("input", (event) => this.change(event.target.tagName === "TEXTAREA"));
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
      { className: "question card", "data-kind": question.kind, id: `cau-${place}`, tabIndex: -1 },
      make(
        "legend",
        { className: "question__stem" },
        make("span", { className: "question__number", textContent: `${this.words.question} ${place}. ` }),
        make("span", { className: "lines" }, ...faces(question.stem)),
      ),
      ...controls[question.kind].build(question, this.words),
      make("button", { type: "button", className: "button button--quiet question__flag", "data-flag": place }),
    );
  }

  fill(answers) {
    for (const [index, { place, kind }] of this.questions.entries())
      controls[kind].fill(this.form.children[index], answers[place], this.words);
    this.show();
  }

  // {"1": 2, "3": [1, 4], "5": "text"}: places only; what is not answered is left out.
  read() {
    const answers = {};
    for (const [index, { place, kind }] of this.questions.entries()) {
      const answer = controls[kind].read(this.form.children[index], this.words);
      if (answer !== undefined) answers[place] = answer;
    }
    return answers;
  }

  // An essay is sent less often than a choice: every time the whole sheet goes.
  change(writing) {
    this.show();
    this.changed(this.read(), { writing });
  }

  flag(place) {
    this.flags[this.flags.has(place) ? "delete" : "add"](place);
    this.show();
    this.changed(this.read(), { flagged: true });
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
