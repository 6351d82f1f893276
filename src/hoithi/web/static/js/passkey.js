// Says on the page that a passkey was not used: cancelled, unknown here, or not known to the browser.
const note = document.querySelector("[data-passkey-failed]");

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  note.hidden = false;
  note.focus();
});
