// Sentences with facts filled in, and hours as they are written here.
export const say = (sentence, facts = {}) => sentence.replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? "");

const ZONE = "Asia/Ho_Chi_Minh";
const at = (moment) => (typeof moment === "number" ? moment : Date.parse(moment));

export const hour = (moment) =>
  new Intl.DateTimeFormat("vi-VN", { timeZone: ZONE, hour: "2-digit", minute: "2-digit" }).format(at(moment)).replace(":", "h");

export const day = (moment) => new Date(at(moment)).toLocaleDateString("vi-VN", { timeZone: ZONE });
