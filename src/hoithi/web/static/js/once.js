// A form is sent once: a second press while it is on its way changes nothing.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
  });
  // A page that comes back from the browser's memory may be sent again.
  addEventListener("pageshow", () => delete form.dataset.sent);
}
// Of a page of several forms the one that was not taken comes into view.
const told = document.querySelector("[role=alert]");
const wrong = told?.matches("[data-at-field]") && document.querySelector("[aria-invalid=true]");
(wrong || told)?.scrollIntoView({ block: "center" });
