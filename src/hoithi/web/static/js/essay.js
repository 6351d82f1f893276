// Keeps what a marker has typed on this device until the server has it, so that a lost network loses nothing.
const form = document.querySelector("[data-essay]");

if (form) {
  const key = `phieu-cham:${form.dataset.essay}`;
  const boxes = () => [...form.querySelectorAll("input:not([type=hidden]), textarea")];
  const forget = () => localStorage.removeItem(key);
  const keep = () => {
    try {
      const typed = Object.fromEntries(boxes().map((box) => [box.name, box.value]));
      localStorage.setItem(key, JSON.stringify({ stamp: form.dataset.stamp, typed }));
    } catch {
      // Without room on the device the server's copy is the only one.
    }
  };
  try {
    const kept = JSON.parse(localStorage.getItem(key));
    // Typed upon the very sheet that the server still has; anything else is older than what it has.
    if (kept?.stamp === form.dataset.stamp) boxes().forEach((box) => (box.value = kept.typed[box.name] ?? box.value));
  } catch {
    forget();
  }
  form.addEventListener("input", keep);
  document.body.addEventListener("htmx:afterSwap", () => {
    const saved = form.querySelector("[data-saved]");
    if (!saved) return;
    form.dataset.stamp = saved.dataset.saved;
    forget();
  });
}
