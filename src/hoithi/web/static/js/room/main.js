// The exam room on one page: begin or go on, answer, hand in, receipt; what happened is said in words.
import { Away, Refused, call, pause } from "./api.js";
import { remember, serverNow } from "./clock.js";
import { numberIn } from "./guess.js";
import { Paper } from "./paper.js";
import { Queue } from "./queue.js";
import { showReceipt, showTitle } from "./receipt.js";
import { keepShell } from "./shell.js";
import { deviceName, openStore } from "./store.js";
import { hour, say } from "./texts.js";
import { Timer, asText } from "./timer.js";

const root = document.getElementById("phong-thi");
const words = JSON.parse(document.getElementById("loi-phong-thi").textContent);
// The papers of the round where it has several: key, title, whether done.
const papers = JSON.parse(document.getElementById("cac-bai").textContent);
const data = root.dataset;
const key = `${data.contest}:${data.entrant}`;
const part = (name) => root.querySelector(`[data-part="${name}"]`);
const beginners = () => [part("begin"), ...root.querySelectorAll("[data-begin]")];
// Milliseconds after which a page asks what was decided: while it is paused, and while nobody types.
const [ASK_AGAIN, HEARTBEAT] = [20000, 40000];
let store;
let queue;
let record;
let spoken = "";
let still = false;

const paper = new Paper(part("questions"), part("map"), { words, files: `/${data.slug}/bai-thi/tep/` }, (answers, { flagged, writing }) => {
  record.flags = [...paper.flags];
  progress();
  if (flagged) void queue.keep();
  else void queue.answered({ answers }, writing);
});
const timer = new Timer({
  face: part("time"),
  voice: part("voice"),
  sentence: (seconds) => say(seconds > 30 ? words.minutes_left : words.seconds_left, { minutes: seconds / 60, seconds }),
  over: () => handIn({ automatic: true }),
});

function screen(name) {
  for (const each of root.querySelectorAll("[data-screen]")) each.hidden = each.dataset.screen !== name;
  const heading = root.querySelector(`[data-screen="${name}"] h1, [data-screen="${name}"] h2`);
  if (name !== "start") heading?.focus();
}

function state(name, facts) {
  const sentence = say(words.states[name], { deadline: hour(record.deadline), ...facts });
  part("state").textContent = sentence;
  part("state").dataset.state = name;
  // Only trouble, and its end, is worth interrupting somebody who listens to the page.
  const trouble = name === "waiting" || name === "unsafe" || name === "paused";
  if (trouble ? spoken !== name : name === "saved" && spoken) {
    part("voice").textContent = sentence;
    spoken = trouble ? name : "";
  }
}

function progress() {
  const counts = paper.counts();
  part("progress").textContent = say(words.progress, counts);
  part("bar").max = counts.all;
  part("bar").value = counts.done;
}

const guessed = () => numberIn(part("prediction"), part("prediction-wrong"));
const unguessed = () => Boolean(record.paper.prediction) && guessed() === null;

// Whether this page hands in, and does not only ask for the receipt of another one.
const handing = () => Boolean(record.handIn && !record.handIn.elsewhere);

const told = {
  local: () => state("local"),
  sending: () => {},
  saved(answer) {
    state("saved");
    const is = (code) => (answer.notices || []).some((notice) => notice.code === code);
    notices(answer.notices || []);
    record.shortened = is("shortened") || (record.shortened && !is("extended"));
    // A page where nobody types still learns that the round goes on, or ends.
    queue.ask(is("clock_stopped") || is("paused") ? ASK_AGAIN : HEARTBEAT);
    goOn(is("clock_stopped"));
  },
  waiting() {
    if (handing()) waiting();
    else if (record.saved < record.revision) state("waiting");
  },
  paused: (problem) => (part("state").textContent = problem.sentence || words.states.paused),
  unsafe: () => (part("unsafe").hidden = false),
  handing: () => handing() && waiting(),
  receipt: () => receipt(),
  refused: (problem) => refused(problem),
  goes_on(problem) {
    lock(false);
    screen("paper");
    notices([problem.sentence]);
    queue.ask(ASK_AGAIN);
    goOn(Boolean(problem.facts.clock_stopped));
  },
};

// The clock runs, or stands still with the paper while the organiser has stopped it.
function goOn(stopped) {
  timer.until(record.deadline);
  if (stopped) timer.stop();
  if (stopped || still) lock(stopped);
  still = stopped;
}

function lock(locked) {
  paper.lock(locked);
  part("prediction").disabled = locked;
}

function notices(list) {
  part("notices").replaceChildren(
    ...list.map((notice) => {
      const line = document.createElement("p");
      line.textContent = notice.sentence || notice;
      return line;
    }),
  );
  part("notices").hidden = !list.length;
}

function waiting() {
  timer.stop();
  lock(true);
  const facts = { deadline: hour(record.deadline), time: hour(record.handIn.at) };
  const late = serverNow() >= Date.parse(record.deadline);
  part("handing-text").textContent = say(late ? words.handing_late : words.handing, facts);
  screen("handing");
}

function receipt() {
  timer.stop();
  queue?.stop();
  showReceipt(part, words, papers, record, data.round);
  screen("receipt");
}

function refused(problem) {
  timer.stop();
  lock(true);
  const elsewhere = problem.code === "elsewhere";
  part("stopped-text").textContent = problem.sentence || words.stopped;
  part("take-back").hidden = !elsewhere;
  screen("stopped");
}

async function handIn(facts = {}) {
  part("confirm").close?.();
  lock(true);
  await queue.handIn(facts);
}

function show() {
  queue = new Queue(store, key, record, (name, facts) => told[name](facts));
  paper.draw(record.paper.questions, record.answers, record.flags);
  prediction(record.paper.prediction);
  showTitle(part("paper-title"), papers, record, data.round);
  part("unsafe").hidden = store.safe;
  screen("paper");
  progress();
  state(record.saved < record.revision ? "local" : "saved");
  if (record.handIn) return void queue.handIn(record.handIn);
  timer.until(record.deadline);
  // Another page may have gone on, or handed in, since this one was here.
  queue.ask(record.saved ? 0 : HEARTBEAT);
  queue.soon(0);
}

function prediction(asked) {
  part("prediction-card").hidden = !asked;
  if (asked) part("prediction-text").textContent = asked.text;
  part("prediction").disabled = false;
  part("prediction").value = record.prediction ?? "";
}

// Begins the paper of this key; without one the paper that is open, else the next.
async function begin(resume, wished) {
  for (const button of beginners()) button.disabled = true;
  part("begin-text").textContent = words.beginning;
  for (let tries = 0; ; tries += 1) {
    try {
      const body = { contest: data.slug, device: deviceName(), resume: Boolean(resume), ...(wished && { part: wished }), ...(data.place && { place: data.place }) };
      return await begun(await call("POST", "sittings", data.token, body));
    } catch (problem) {
      if (problem instanceof Refused) return notBegun(problem);
      if (!(problem instanceof Away)) throw problem;
      part("begin-text").textContent = words.begin_waiting;
      await new Promise((resolve) => setTimeout(resolve, pause(tries, problem.after)));
    }
  }
}

async function begun(opened) {
  const unsent = record?.ordinal === opened.ordinal && record.saved < record.revision;
  const mine = unsent ? record.answers : {};
  const guess = opened.prediction ?? (unsent ? record.prediction : null) ?? null;
  record = {
    token: opened.sitting_token,
    round: opened.round,
    part: opened.part,
    ordinal: opened.ordinal,
    paper: opened.paper,
    deadline: opened.deadline_at,
    // Answers given here without a network fill in what the server does not have.
    answers: { ...mine, ...(opened.sheet || {}) },
    prediction: guess,
    mustAnswerAll: opened.must_answer_all,
    revision: (opened.revision || 0) + (unsent ? 1 : 0),
    saved: opened.revision || 0,
    flags: record?.ordinal === opened.ordinal ? record.flags : [],
  };
  await store.put(key, record).catch(() => (part("unsafe").hidden = false));
  show();
}

function notBegun(problem) {
  for (const button of beginners()) button.disabled = false;
  part("begin-text").textContent = "";
  part("refusal").hidden = false;
  part("refusal-text").textContent = problem.sentence || words.stopped;
  part("go-on").hidden = !["elsewhere", "other_sitting_open"].includes(problem.code);
  part("refusal").focus();
}

function ask() {
  const counts = paper.counts();
  part("confirm-text").textContent = say(counts.open ? words.confirm_open : words.confirm_all, counts);
  part("confirm-flags").textContent = counts.flagged ? say(words.confirm_flags, counts) : "";
  part("confirm-prediction").hidden = !unguessed();
  const needed = Boolean(record.mustAnswerAll && (counts.open || unguessed()));
  part("confirm-must").hidden = !needed;
  part("confirm-yes").disabled = needed;
  part("confirm-left").textContent = say(words.confirm_time, { left: asText(timer.left()) });
  const dialog = part("confirm");
  if (dialog.showModal) dialog.showModal();
  else dialog.setAttribute("open", "");
}

function listen() {
  const on = (name, deed) => part(name)?.addEventListener("click", deed);
  part("prediction").addEventListener("input", () => void queue.answered({ prediction: guessed() }));
  on("begin", () => begin(false, part("begin").dataset.key));
  for (const button of root.querySelectorAll("[data-begin]"))
    button.addEventListener("click", () => begin(false, button.dataset.begin));
  on("go-on", () => begin(true));
  on("take-back", () => begin(true));
  on("ask", ask);
  on("ask-below", ask);
  on("confirm-no", () => part("confirm").close?.());
  on("confirm-yes", () => handIn());
  on("leave", () => part("leave-confirm").showModal());
  on("leave-no", () => part("leave-confirm").close());
  on("leave-yes", () => {
    part("leave-confirm").close();
    void handIn({ left: true });
  });
  on("again", afresh);
  on("next-go", afresh);
  part("handover")?.addEventListener("submit", async (event) => {
    event.preventDefault();
    await store.remove(key).catch(() => {});
    // Without a secure connection there is no such store, and its very name is unknown.
    await globalThis.caches?.delete("hoi-thi-bai-thi");
    event.target.submit();
  });
  addEventListener("beforeunload", (event) => {
    if (queue?.pending() && !store.safe) event.preventDefault();
  });
}

// The server says anew which papers and attempts are left.
async function afresh() {
  await store.remove(key);
  location.reload();
}

async function open() {
  listen();
  store = await openStore();
  part("start-unsafe").hidden = store.safe;
  part("insecure").hidden = isSecureContext || !store.safe;
  record = await store.get(key).catch(() => undefined);
  remember(record?.difference);
  void keepShell();
  // An older receipt stays readable; the way to the next attempt is on the same screen.
  if (record?.receipt) receipt();
  else if (record?.token) show();
  else {
    for (const button of beginners()) button.disabled = false;
    screen("start");
  }
  root.dataset.ready = "yes";
}

void open();
