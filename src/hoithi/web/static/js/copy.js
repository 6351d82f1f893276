// Copies the text of the element that a button names in data-copies; says so on the button.

const SHOWN_FOR = 2000;

async function copy(button) {
  const text = document.getElementById(button.dataset.copies).textContent.trim();
  await navigator.clipboard.writeText(text);
  const label = button.textContent;
  button.textContent = button.dataset.done;
  setTimeout(() => (button.textContent = label), SHOWN_FOR);
}

// The clipboard exists in secure contexts only; without it the text is marked by hand.
if (navigator.clipboard) {
  document.querySelectorAll("[data-copies]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  });
}
