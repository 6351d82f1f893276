// Shows the time that is left; speaks it at 10, 5 and 1 minute and at 30 seconds only.
import { serverNow } from "./clock.js";

const SPOKEN = [600, 300, 60, 30];

export const asText = (seconds) => {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const two = (number) => String(number).padStart(2, "0");
  return `${hours ? `${hours}:` : ""}${two(minutes)}:${two(Math.floor(seconds % 60))}`;
};

export class Timer {
  constructor({ face, voice, sentence, over }) {
    Object.assign(this, { face, voice, sentence, over, deadline: 0, last: Infinity, ticking: 0 });
  }

  until(deadline) {
    this.deadline = Date.parse(deadline);
    this.last = this.left();
    clearInterval(this.ticking);
    this.ticking = setInterval(() => this.tick(), 1000);
    this.tick();
  }

  left() {
    return Math.max(0, Math.ceil((this.deadline - serverNow()) / 1000));
  }

  tick() {
    const left = this.left();
    this.face.textContent = asText(left);
    this.face.parentElement.dataset.hurry = left <= 60 ? "now" : left <= 300 ? "soon" : "";
    const passed = SPOKEN.filter((mark) => left <= mark && mark < this.last).at(-1);
    if (passed && left) this.voice.textContent = this.sentence(passed);
    this.last = Math.min(this.last, left);
    if (!left) {
      this.stop();
      this.over();
    }
  }

  stop() {
    clearInterval(this.ticking);
  }
}
