// How each kind of question is answered: its controls, what they say, and how they are filled.
import { essay, matching, number, ordering } from "./kinds.js";
import { faces, make } from "./make.js";

// What the server would refuse is not sent: control characters, and what is no number.
function tidy(input) {
  const text = input.value.normalize("NFC").replace(/[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu, " ").trim();
  const wrong = input.inputMode === "numeric" && text && !/^-?\d{1,15}([.,]\d{1,6})?$/.test(text);
  input.setAttribute("aria-invalid", Boolean(wrong));
  return wrong ? "" : text;
}

const LETTERS = "ABCDEFGHIJ";

function choices(question, words, type) {
  const truth = question.kind === "true_false";
  const options = truth ? [words.true, words.false] : question.options;
  return options.map((text, index) =>
    make(
      "label",
      { className: "choice" },
      make("input", { type, name: `q${question.place}`, value: String(index + 1) }),
      truth ? "" : make("b", { textContent: `${LETTERS[index]}.` }),
      make("span", { className: "lines" }, ...faces(text)),
    ),
  );
}

const chosen = (fieldset) => [...fieldset.querySelectorAll("input:checked")].map((input) => Number(input.value));
const choose = (fieldset, answer) => {
  for (const input of fieldset.querySelectorAll("input")) input.checked = [answer].flat().includes(Number(input.value));
};
const one = {
  build: (question, words) => choices(question, words, "radio"),
  read: (fieldset) => chosen(fieldset)[0],
  fill: choose,
};
const several = {
  build: (question, words) => [
    make("p", { className: "small soft", textContent: words.several }),
    ...choices(question, words, "checkbox"),
  ],
  read: (fieldset) => (chosen(fieldset).length ? chosen(fieldset) : undefined),
  fill: choose,
};

const line = (numeric) => ({
  build: (question, words) => [
    make(
      "label",
      { className: "field" },
      make("span", { className: "field__label", textContent: numeric ? words.number : words.text }),
      make("input", {
        type: "text",
        name: `q${question.place}`,
        maxLength: numeric ? 12 : 500,
        autocomplete: "off",
        inputMode: numeric ? "numeric" : "text",
      }),
    ),
  ],
  read: (fieldset) => tidy(fieldset.querySelector("input")) || undefined,
  fill: (fieldset, answer) => (fieldset.querySelector("input").value = answer ?? ""),
});

export const controls = {
  single: one,
  true_false: one,
  multiple: several,
  numeric: line(true),
  short_text: line(false),
  number,
  matching,
  ordering,
  essay,
};
