// A number with a key, matching by lists to choose from, an order by buttons, and an essay.
import { bare, faces, make } from "./make.js";
import { say } from "./texts.js";

const LETTERS = "ABCDEFGHIJ";
// "1.234,5" as it is written in Vietnam; a dot that parts no thousands stands before decimals.
const NUMBER = /^[+-]?(\d{1,15}([.,]\d{1,20})?|[1-9]\d{0,2}(\.\d{3})+(,\d{1,20})?)$/;

function readNumber(fieldset) {
  const input = fieldset.querySelector("input");
  const text = input.value.replace(/\s/g, "");
  const wrong = Boolean(text) && (!NUMBER.test(text) || text.replace(/\D/g, "").length > 15);
  input.setAttribute("aria-invalid", wrong);
  fieldset.querySelector(".field__error").hidden = !wrong;
  return wrong || !text ? undefined : text;
}

export const number = {
  build: ({ place }, words) => [
    make(
      "label",
      { className: "field" },
      make("span", { className: "field__label", textContent: words.number }),
      make("input", { type: "text", name: `q${place}`, maxLength: 40, autocomplete: "off", inputMode: "decimal", "aria-describedby": `so-${place}` }),
    ),
    make("p", { className: "small soft", id: `so-${place}`, textContent: words.number_help }),
    make("p", { className: "field__error", role: "alert", hidden: true, textContent: words.number_wrong }),
  ],
  read: readNumber,
  fill: (fieldset, answer) => (fieldset.querySelector("input").value = String(answer ?? "").replace(".", ",")),
};

export const matching = {
  build: ({ place, options, targets }, words) => [
    make("p", { className: "small soft", textContent: words.matching }),
    make("ol", { className: "targets" }, ...targets.map((target) => make("li", { className: "lines" }, ...faces(target)))),
    ...options.map((text, index) =>
      make(
        "label",
        { className: "field matching" },
        make("span", { className: "matching__text lines" }, make("b", { textContent: `${LETTERS[index]}. ` }), ...faces(text)),
        make(
          "select",
          { name: `q${place}` },
          make("option", { value: "0", textContent: words.matching_none }),
          ...targets.map((target, at) => make("option", { value: String(at + 1), textContent: `${at + 1}. ${bare(target).replace(/\s+/g, " ")}` })),
        ),
      ),
    ),
  ],
  read(fieldset) {
    const pairs = [...fieldset.querySelectorAll("select")].map((select) => Number(select.value));
    return pairs.some(Boolean) ? pairs : undefined;
  },
  fill(fieldset, answer) {
    for (const [index, select] of fieldset.querySelectorAll("select").entries()) select.value = String(answer?.[index] ?? 0);
  },
};

const rows = (fieldset) => [...fieldset.querySelectorAll(".ordering__row")];

function numberRows(list, words) {
  const all = [...list.children];
  for (const [index, row] of all.entries()) {
    row.querySelector(".ordering__place").textContent = `${index + 1}.`;
    const facts = { text: row.dataset.text, place: index + 1, all: all.length };
    row.querySelector('[data-move="-1"]').setAttribute("aria-label", say(words.ordering_up, facts));
    row.querySelector('[data-move="1"]').setAttribute("aria-label", say(words.ordering_down, facts));
    row.querySelector('[data-move="-1"]').setAttribute("aria-disabled", index === 0);
    row.querySelector('[data-move="1"]').setAttribute("aria-disabled", index === all.length - 1);
  }
}

// Moves a row by one and says where it stands now; the button keeps the focus.
function move(button, words) {
  const row = button.closest(".ordering__row");
  const list = row.parentElement;
  const up = button.dataset.move === "-1";
  const other = up ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return;
  if (up) other.before(row);
  else other.after(row);
  button.focus();
  list.dataset.given = "yes";
  numberRows(list, words);
  const facts = { text: row.dataset.text, place: [...list.children].indexOf(row) + 1, all: list.children.length };
  list.parentElement.querySelector('[role="status"]').textContent = say(words.ordering_moved, facts);
  list.dispatchEvent(new Event("input", { bubbles: true }));
}

function orderingRow(text, value) {
  const arrow = (step, sign) => make("button", { type: "button", className: "button ordering__button", "data-move": step, textContent: sign });
  return make(
    "li",
    { className: "ordering__row", "data-value": value, "data-text": bare(text).replace(/\s+/g, " ").slice(0, 80) },
    make("b", { className: "ordering__place" }),
    make("span", { className: "ordering__text lines" }, ...faces(text)),
    arrow("-1", "↑"),
    arrow("1", "↓"),
  );
}

export const ordering = {
  build({ options }, words) {
    const list = make("ol", { className: "ordering" }, ...options.map((text, index) => orderingRow(text, index + 1)));
    list.addEventListener("click", (event) => {
      const button = event.target.closest("[data-move]");
      if (button) move(button, words);
    });
    numberRows(list, words);
    return [
      make("p", { className: "small soft", textContent: words.ordering }),
      list,
      make("p", { className: "visually-hidden", role: "status" }),
    ];
  },
  // An order that nobody touched is no answer: as it is shown it is never the right one.
  read(fieldset) {
    if (fieldset.querySelector(".ordering").dataset.given !== "yes") return undefined;
    return rows(fieldset).map((row) => Number(row.dataset.value));
  },
  fill(fieldset, answer, words) {
    const list = fieldset.querySelector(".ordering");
    list.dataset.given = answer ? "yes" : "";
    const wanted = answer ?? rows(fieldset).map((_, index) => index + 1);
    for (const value of wanted) list.append(list.querySelector(`[data-value="${value}"]`));
    numberRows(list, words);
  },
};

const count = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

function showWords(fieldset, words) {
  const area = fieldset.querySelector("textarea");
  const [all, most] = [count(area.value), Number(area.dataset.longest)];
  const line = fieldset.querySelector(".essay__words");
  line.textContent = say(most ? words.essay_words_of : words.essay_words, { words: all, most });
  line.dataset.over = most && all > most ? "yes" : "";
  if (most && all > most) line.textContent += ` ${say(words.essay_over, { over: all - most })}`;
}

export const essay = {
  build: ({ place, longest }, words) => [
    make(
      "label",
      { className: "field" },
      make("span", { className: "field__label", textContent: words.essay }),
      make("textarea", { name: `q${place}`, rows: 10, maxLength: 15000, "data-longest": longest || 0, "aria-describedby": `tu-${place}` }),
    ),
    make("p", { className: "small essay__words", id: `tu-${place}` }),
  ],
  read(fieldset, words) {
    showWords(fieldset, words);
    const text = fieldset.querySelector("textarea").value.normalize("NFC").replace(/[^\P{Cc}\n]|[\p{Cs}\p{Co}\p{Cn}]/gu, " ").trim();
    return text || undefined;
  },
  fill: (fieldset, answer) => (fieldset.querySelector("textarea").value = answer ?? ""),
};
