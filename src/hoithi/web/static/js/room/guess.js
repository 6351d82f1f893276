// The predicted number as it is typed, with or without dots between the thousands; null for nothing.
// What is no number is said under its field, and is not sent.
export function numberIn(field, sentence) {
  const digits = field.value.replace(/[.\s]/g, "");
  const wrong = Boolean(digits) && !/^\d+$/.test(digits);
  field.setAttribute("aria-invalid", wrong);
  sentence.hidden = !wrong;
  return digits && !wrong ? Number(digits) : null;
}
