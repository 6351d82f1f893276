// Sends the newest whole sheet until the server has it, then the hand-in until it has a receipt.
import { Away, Refused, call, pause } from "./api.js";
import { difference, serverNow } from "./clock.js";

const SETTLE = 700;
// While somebody writes an essay; on this device every letter is kept at once.
const WRITING = 4000;

export class Queue {
  // `tell(state, facts)`: local, sending, waiting, saved, refused, receipt.
  constructor(store, key, record, tell) {
    Object.assign(this, { store, key, record, tell, tries: 0, busy: false, timer: 0, stopped: false });
    this.wake = () => this.soon(0);
    addEventListener("online", this.wake);
    document.addEventListener("visibilitychange", this.wake);
  }

  // Every change is on this device before it is sent.
  async keep() {
    this.record.difference = difference();
    try {
      await this.store.put(this.key, this.record);
    } catch {
      this.tell("unsafe", {});
    }
  }

  // What is on the sheet now: its answers, its prediction.
  async answered(changes, writing) {
    Object.assign(this.record, changes, { revision: this.record.revision + 1 });
    await this.keep();
    this.tell("local", {});
    this.soon(writing ? WRITING : SETTLE);
  }

  async handIn(facts) {
    if (!this.record.handIn) this.record.handIn = { ...facts, at: serverNow() };
    await this.keep();
    this.tell("handing", {});
    this.soon(0);
  }

  soon(delay) {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), delay);
  }

  // Asks after a while, half as long more or less, how things stand, by sending the newest sheet again.
  ask(delay) {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => {
      this.asked = true;
      this.record.revision ||= 1;
      this.soon(0);
    }, delay * (0.5 + Math.random()));
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.asking);
    clearTimeout(this.timer);
    removeEventListener("online", this.wake);
    document.removeEventListener("visibilitychange", this.wake);
  }

  pending() {
    const handsIn = this.record.handIn && !this.record.receipt;
    return Boolean(handsIn || this.asked || this.record.saved < this.record.revision);
  }

  async send() {
    if (this.stopped || !this.pending()) return;
    if (this.busy) return this.soon(SETTLE);
    this.busy = true;
    try {
      await (this.record.handIn ? this.sendHandIn() : this.sendSheet());
      this.tries = 0;
    } catch (problem) {
      await this.failed(problem);
    } finally {
      this.busy = false;
    }
    if (this.pending() && !this.tries) this.soon(0);
  }

  async sendSheet() {
    const { revision, answers, prediction = null, token } = this.record;
    this.tell("sending", {});
    const answer = await call("PUT", "sittings/current/sheet", token, { revision, answers, prediction });
    this.asked = false;
    this.record.saved = Math.max(this.record.saved, answer.saved);
    if (answer.deadline_at) this.record.deadline = answer.deadline_at;
    await this.keep();
    this.tell("saved", answer);
  }

  async sendHandIn() {
    const { revision, answers, prediction = null, token, handIn } = this.record;
    const body = { revision, answers, prediction };
    if (handIn.left) body.left = true;
    if (handIn.automatic) body.automatic = true;
    this.record.receipt = await call("POST", "sittings/current/submission", token, body);
    await this.keep();
    this.tell("receipt", this.record.receipt);
  }

  wait(tries) {
    this.soon(pause(tries));
    this.tries += 1;
  }

  async failed(problem) {
    if (problem instanceof Away) {
      this.tell("waiting", {});
      this.soon(pause(this.tries++, problem.after));
      return;
    }
    if (!(problem instanceof Refused)) throw problem;
    if (problem.code === "handed_in" || problem.code === "late_not_counted") {
      // The submission that won has the receipt; asking again gives it to everybody.
      const late = problem.code === "late_not_counted";
      this.record.late = late;
      if (!this.record.handIn) return this.handIn({ automatic: true, elsewhere: !late });
      if (late) return this.wait(this.tries + 2);
    }
    if (problem.code === "paused") {
      this.tell("paused", problem);
      return this.wait(4);
    }
    if (problem.code === "incomplete" || problem.code === "time_left") {
      // There is time and something to do: the paper opens again.
      delete this.record.handIn;
      if (problem.facts.deadline_at) this.record.deadline = problem.facts.deadline_at;
      await this.keep();
      return this.tell("goes_on", problem);
    }
    this.stop();
    this.tell("refused", problem);
  }
}
