// Picks a unit by typing, with or without diacritics; without this module a list of search results does.
const SETTLE = 250;

function pick(box) {
  const input = box.querySelector("input[type=search]");
  const value = box.querySelector("input[type=hidden]");
  const list = box.querySelector("[role=listbox]");
  const status = box.querySelector("[role=status]");
  let timer = 0;
  let asked = 0;
  let active = -1;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const move = (to) => {
    const options = [...list.children];
    if (!options.length) return;
    active = (to + options.length) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", index === active));
    options[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[active].id);
  };
  const choose = (option) => {
    value.value = option.dataset.id;
    input.value = option.dataset.name;
    box.dataset.chosen = "yes";
    clearTimeout(timer);
    asked += 1;
    close();
    status.textContent = `${box.dataset.chosenText} ${option.dataset.name}`;
  };
  const search = async () => {
    const mine = ++asked;
    const response = await fetch(`${box.dataset.address}?q=${encodeURIComponent(input.value)}`, {
      headers: { Accept: "application/json" },
    }).catch(() => null);
    if (!response?.ok || mine !== asked) return;
    const { units, sentence } = await response.json();
    list.replaceChildren(
      ...units.map((unit, index) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${index}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        Object.assign(option.dataset, { id: unit.id, name: unit.name });
        option.append(unit.name);
        if (unit.under) {
          const under = document.createElement("small");
          under.textContent = unit.under;
          option.append(under);
        }
        return option;
      }),
    );
    list.hidden = !units.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = sentence;
  };

  input.addEventListener("input", () => {
    value.value = "";
    delete box.dataset.chosen;
    // What was found for other words must not be chosen by a quick Enter.
    asked += 1;
    close();
    list.replaceChildren();
    clearTimeout(timer);
    timer = setTimeout(search, SETTLE);
  });
  input.addEventListener("focus", () => !value.value && search());
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") move(active + 1);
    else if (event.key === "ArrowUp") move(active - 1);
    else if (event.key === "Enter" && active >= 0) choose(list.children[active]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  // Before the field loses its focus, which would close the list.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) choose(option);
  });
  input.addEventListener("blur", close);
}

document.querySelectorAll("[data-units]").forEach(pick);
