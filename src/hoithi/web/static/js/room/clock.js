// The server's time on a device whose own clock may be wrong by days.
let ahead = 0;

// Takes the server's moment from an answer; half of the way there and back is taken off.
export function heard(moment, sentAt) {
  const now = Date.now();
  ahead = Date.parse(moment) + (now - sentAt) / 2 - now;
  return ahead;
}

// After a reload without a network the difference found before still holds.
export const remember = (difference) => void (ahead = difference || 0);
export const difference = () => ahead;
export const serverNow = () => Date.now() + ahead;
