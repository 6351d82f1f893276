// Draws the paper once and reads the answers from its own form controls.
import { controls } from "./controls.js";
import { faces, make } from "./make.js";

export class Paper {
  // `files` is where the files of the paper are.
  constructor(form, map, { words, files }, changed) {
    Object.assign(this, { form, map, words, files, changed, questions: [], flags: new Set() });
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
      ...(question.media || []).map((file) => this.media(file)),
      ...controls[question.kind].build(question, this.words),
      make("button", { type: "button", className: "button button--quiet question__flag", "data-flag": place }),
    );
  }

  media({ digest, kind, description }) {
    const src = `${this.files}${digest}/`;
    const facts = { audio: { controls: true, preload: "auto" }, video: { controls: true, preload: "auto", playsInline: true } };
    const player =
      kind === "image" ? make("img", { src, alt: description }) : make(kind, { src, ...facts[kind], "aria-label": description });
    return make("figure", { className: "media" }, player, make("figcaption", { className: "small soft", textContent: description }));
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
