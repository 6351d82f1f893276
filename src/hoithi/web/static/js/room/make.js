// Makes an element with its facts and children; text is never read as markup.
// A text with bold or italic words comes in pieces: [["Cơ quan ", ""], ["không", "b"]].
export const bare = (text) => (typeof text === "string" ? text : text.map(([words]) => words).join(""));

export function faces(text) {
  if (typeof text === "string") return [text];
  return text.map(([words, face]) => {
    let node = document.createTextNode(words);
    for (const [letter, tag] of [["i", "em"], ["b", "strong"]])
      if (face.includes(letter)) {
        const outer = document.createElement(tag);
        outer.append(node);
        node = outer;
      }
    return node;
  });
}

export const make = (tag, facts = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(facts))
    if (name in element && name !== "list") element[name] = value;
    else element.setAttribute(name, value);
  element.append(...children);
  return element;
};
