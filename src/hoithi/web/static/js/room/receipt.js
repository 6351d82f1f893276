// The screen after handing in: the receipt, how the paper came in, which papers of the round are left.
import { day, hour, say } from "./texts.js";

// Who pressed nothing did not ask for it. What was typed here and came too late is said, and why.
function how(record) {
  const { kind, submitted_at: at } = record.receipt;
  const early = record.shortened || Date.parse(record.deadline) - Date.parse(at) > EARLY;
  const lost = record.late || (kind === "closed" && record.saved < record.revision);
  if (lost) return early ? "shortened_late" : "late";
  const mine = record.handIn?.automatic && !record.handIn.elsewhere;
  const automatic = kind === "closed" || (kind === "contestant" && mine);
  return automatic ? (early ? "shortened" : "closed") : kind;
}

// Milliseconds before the deadline this page was told, from which the round must have been closed early.
const EARLY = 5000;
const comma = (number) => String(number).replace(".", ",");

// A receipt of an earlier round says nothing about the papers of this one.
const of = (papers, record, round) => (record.round === round ? papers : []);

// The name of the paper, where the round has several.
export function showTitle(line, papers, record, round) {
  line.textContent = of(papers, record, round).find(({ key }) => key === record.part)?.title ?? "";
  line.hidden = !line.textContent;
}

export function showReceipt(part, words, papers, record, round) {
  const { receipt: code, submitted_at: at, points, most } = record.receipt;
  showTitle(part("receipt-part"), papers, record, round);
  part("receipt-code").textContent = code;
  part("receipt-time").textContent = say(words.receipt_time, { time: hour(at), day: day(at) });
  part("receipt-how").textContent = words.kinds[how(record)] || "";
  part("receipt-points").hidden = points === undefined || points === null;
  part("receipt-points").textContent = say(words.points, { points: comma(points), most: comma(most) });
  // What the server knew when it sent the page, and the paper that was handed in since then.
  const left = of(papers, record, round).filter(({ key, done }) => !done && key !== record.part);
  next(part, words, left, papers.length);
}

// With a paper still to be sat the way to it is the first button; all others step back.
function next(part, words, papers, all) {
  const titles = papers.map(({ title }) => title).join("; ");
  part("next").hidden = !papers.length;
  part("next-text").textContent = say(words.papers_left, { done: all - papers.length, all, titles });
  for (const other of part("receipt-ways").querySelectorAll("[data-main]")) other.classList.toggle("button--main", !papers.length);
  if (part("again")) part("again").hidden = Boolean(papers.length);
}
