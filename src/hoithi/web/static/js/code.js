// Copies the entry code and saves it as a picture; where a browser cannot, the page says what to do.
const box = document.querySelector("[data-code]");
const note = box.querySelector("[role=status]");
const inApp = /Zalo|FBAN|FBAV|Instagram|Line\/|MicroMessenger|; wv\)/.test(navigator.userAgent);

function lines(context, text, width) {
  const found = [""];
  for (const word of text.split(" ")) {
    const longer = `${found.at(-1)} ${word}`.trim();
    if (context.measureText(longer).width <= width) found[found.length - 1] = longer;
    else found.push(word);
  }
  return found;
}

async function picture() {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [1080, 1080];
  const context = canvas.getContext("2d");
  const write = (font, colour, text, top, step) => {
    [context.font, context.fillStyle] = [font, colour];
    return lines(context, text, 920).reduce((y, line) => (context.fillText(line, 540, y), y + step), top);
  };
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, 1080, 1080);
  context.fillStyle = "#9b1c1f";
  context.fillRect(0, 0, 1080, 24);
  context.textAlign = "center";
  const family = "system-ui, 'Noto Sans', sans-serif";
  let y = write(`600 44px ${family}`, "#5b5349", box.dataset.body, 130, 58);
  y = write(`700 54px ${family}`, "#1f1b16", box.dataset.title, y + 30, 70);
  y = write(`500 46px ${family}`, "#5b5349", box.dataset.label, Math.max(y + 60, 520), 60);
  y = write("700 150px ui-monospace, 'Roboto Mono', 'Noto Sans Mono', monospace", "#7c1215", box.dataset.code, y + 120, 0);
  y = write(`600 48px ${family}`, "#1f1b16", box.dataset.name, y + 110, 62);
  write(`400 38px ${family}`, "#5b5349", box.dataset.address, 1010, 50);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

box.querySelector("[data-copy]").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(box.dataset.code);
    note.textContent = box.dataset.copied;
  } catch {
    note.textContent = box.dataset.notCopied;
  }
});

// In-app browsers, and some others, drop downloads without a word; the picture itself stays in
// sight, where it can be held and kept.
box.querySelector("[data-save]").addEventListener("click", async () => {
  const blob = await picture().catch(() => null);
  if (!blob) {
    note.textContent = box.dataset.notSaved;
    return;
  }
  const shown = box.querySelector("[data-picture]");
  shown.src = URL.createObjectURL(blob);
  shown.hidden = false;
  if (!inApp) Object.assign(document.createElement("a"), { href: shown.src, download: "ma-du-thi.png" }).click();
  note.textContent = inApp ? box.dataset.inApp : box.dataset.saved;
});

box.querySelectorAll("[data-copy], [data-save]").forEach((button) => (button.hidden = false));
