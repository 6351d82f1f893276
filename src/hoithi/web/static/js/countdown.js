// Counts down to a moment of the server; speaks to nobody, for the moment itself is written beside it.
for (const place of document.querySelectorAll("[data-until]")) {
  const ahead = Date.parse(place.dataset.now) - Date.now();
  const until = Date.parse(place.dataset.until);
  const names = JSON.parse(place.dataset.names);
  const show = () => {
    const left = Math.max(0, Math.round((until - Date.now() - ahead) / 1000));
    const parts = [Math.floor(left / 86400), Math.floor(left / 3600) % 24, Math.floor(left / 60) % 60, left % 60];
    const from = parts.findIndex(Boolean);
    place.textContent = parts
      .map((number, index) => `${number} ${names[index]}`)
      .slice(from < 0 ? 3 : Math.min(from, 2), from === 0 ? 3 : 4)
      .join(" ");
    if (!left) {
      clearInterval(ticking);
      if (place.dataset.reload) location.reload();
    }
  };
  const ticking = setInterval(show, 1000);
  show();
}
