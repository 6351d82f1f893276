// A form is sent once: a second press while it is on its way changes nothing.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
  });
  // A page that comes back from the browser's memory may be sent again.
  addEventListener("pageshow", () => delete form.dataset.sent);
}
document.querySelector("[role=alert]")?.scrollIntoView({ block: "center" });
