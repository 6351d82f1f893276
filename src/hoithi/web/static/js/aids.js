// Changes the type size without leaving the paper; the choice is kept for other pages as well.
const button = document.querySelector("button[name=size]");
button?.form.addEventListener("submit", (event) => {
  event.preventDefault();
  const large = document.documentElement.dataset.type !== "large";
  if (large) document.documentElement.dataset.type = "large";
  else delete document.documentElement.dataset.type;
  const sent = new FormData(button.form);
  sent.set("size", large ? "large" : "usual");
  fetch(button.form.action, { method: "POST", body: sent, redirect: "manual" }).catch(() => {});
  button.textContent = large ? button.dataset.usual : button.dataset.large;
});
