// Practises the study set on the device: one question at a time, checked at once, the wrong ones drawn again.
// All is in the page when it has loaded; nothing is sent. What was wrong is remembered on this device only.
const plain = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/gi, "d")
    .toLowerCase()
    .trim()
    .replace(/\s+/g, " ");

// "1.250,5" as it is written in Vietnamese.
const number = (text) => Number(text.replace(/[.\s]/g, "").replace(",", "."));

const shuffled = (list) => {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const place = Math.floor(Math.random() * (last + 1));
    [order[last], order[place]] = [order[place], order[last]];
  }
  return order;
};

const remembered = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key)) || [];
  } catch {
    return [];
  }
};

const remember = (key, wrong) => {
  try {
    localStorage.setItem(key, JSON.stringify(wrong));
  } catch {
    // A private window keeps nothing: practising goes on without it.
  }
};

function answered(question) {
  const boxes = [...question.querySelectorAll("fieldset input")];
  if (["text", "number"].includes(question.dataset.check)) return boxes[0].value.trim() ? [plain(boxes[0].value)] : [];
  return boxes.filter((box) => box.checked).map((box) => Number(box.value));
}

function isRight(question) {
  const key = JSON.parse(question.dataset.key);
  const given = answered(question);
  if (question.dataset.check === "text") return key.map(plain).includes(given[0]);
  if (question.dataset.check === "number") return Math.abs(number(given[0]) - key[0]) <= Number(key[1]) + 1e-9;
  return given.length === key.length && given.every((place) => key.includes(place));
}

function practise(root) {
  const part = (name, within = root) => within.querySelector(`[data-part="${name}"]`);
  const text = (name, ...facts) =>
    facts.reduce((said, fact, place) => said.replace(`%${place + 1}`, fact), root.querySelector(`[data-text="${name}"]`).textContent);
  const all = [...root.querySelectorAll("[data-question]")];
  const store = root.dataset.practice;
  let turn = [];
  let place = 0;
  let wrong = [];

  const tell = () => {
    const done = place + (turn[place]?.dataset.said ? 1 : 0);
    part("count").textContent = text("count", place + 1, turn.length, done - wrong.length);
    part("progress").max = turn.length;
    part("progress").value = done;
  };
  const show = () => {
    all.forEach((one) => (one.hidden = one !== turn[place]));
    part("end").hidden = place < turn.length;
    part("bar").hidden = place >= turn.length;
    if (place < turn.length) return tell();
    remember(store, wrong.map((one) => one.dataset.question));
    part("result").textContent = text("result", turn.length - wrong.length, turn.length);
    part("again-wrong").hidden = !wrong.length;
    part("result").focus();
  };
  const clear = (question) => {
    question.reset();
    delete question.dataset.said;
    question.querySelector("details").open = false;
    question.querySelector("details").hidden = question.dataset.check !== "self";
    question.querySelectorAll("fieldset input").forEach((box) => (box.disabled = false));
    question.querySelectorAll("[data-right]").forEach((choice) => delete choice.dataset.right);
    part("deeds", question).hidden = false;
    part("verdict", question).hidden = true;
    part("next", question).hidden = true;
    question.querySelectorAll('[data-part="check"], [data-part^="said-"]').forEach((button) => {
      button.hidden = false;
      button.disabled = button.dataset.part === "check";
    });
  };
  const begin = (questions) => {
    turn = questions;
    place = 0;
    wrong = [];
    turn.forEach(clear);
    show();
  };
  const say = (question, right) => {
    if (question.dataset.said) return;
    question.dataset.said = right ? "right" : "wrong";
    if (!right) wrong.push(question);
    part("verdict", question).textContent = text(question.dataset.said);
    part("verdict", question).hidden = false;
    question.querySelector("details").hidden = false;
    question.querySelector("details").open = true;
    const key = question.dataset.check.startsWith("choice") ? JSON.parse(question.dataset.key) : [];
    question.querySelectorAll(".choice").forEach((choice, index) => key.includes(index) && (choice.dataset.right = ""));
    question.querySelectorAll("fieldset input").forEach((box) => (box.disabled = true));
    question.querySelectorAll('[data-part="check"], [data-part^="said-"]').forEach((button) => (button.hidden = true));
    part("next", question).hidden = false;
    part("next", question).focus();
    tell();
  };

  all.forEach((question) => {
    question.addEventListener("input", () => {
      const check = part("check", question);
      if (check) check.disabled = !answered(question).length;
    });
    question.addEventListener("submit", (event) => {
      event.preventDefault();
      if (question.dataset.check !== "self" && answered(question).length) say(question, isRight(question));
    });
    part("said-right", question)?.addEventListener("click", () => say(question, true));
    part("said-wrong", question)?.addEventListener("click", () => say(question, false));
    part("next", question).addEventListener("click", () => {
      place += 1;
      show();
      turn[place]?.querySelector("legend").focus();
    });
  });
  part("again-wrong").addEventListener("click", () => begin(shuffled(wrong)));
  part("again-all").addEventListener("click", () => begin(shuffled(all)));

  // What was wrong the last time comes first.
  const before = remembered(store);
  const rank = (question) => (before.includes(question.dataset.question) ? 0 : 1);
  begin([...all].sort((one, other) => rank(one) - rank(other)));
}

document.querySelectorAll("[data-practice]").forEach(practise);
