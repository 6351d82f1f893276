// Says a chosen day in words beside its box: a browser set to another country shows 03/01 where
// 1 March is meant.

const language = document.documentElement.lang === "en" ? "en-GB" : "vi-VN";
const words = new Intl.DateTimeFormat(language, {
  weekday: "long", day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC",
});

function said(box) {
  const [day, clock] = box.value.split("T");
  if (!day) return "";
  const moment = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return "";
  const text = words.format(moment);
  return clock ? `${clock.replace(":", "h")} ${text}` : text;
}

for (const box of document.querySelectorAll("input[type=date], input[type=datetime-local]")) {
  const line = document.createElement("output");
  line.className = "day-said";
  if (box.id) line.htmlFor = box.id;
  box.parentElement.append(line);
  const say = () => { line.value = said(box); };
  box.addEventListener("input", say);
  say();
}
