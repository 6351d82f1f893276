// Talks to the exam room: one answer or one exception, never a guess.
import { heard } from "./clock.js";

const PATIENCE = 20000;

export class Refused extends Error {
  constructor(status, answer) {
    super(answer.refusal || String(status));
    this.status = status;
    this.code = answer.refusal || "";
    this.sentence = answer.sentence || "";
    this.facts = answer.facts || {};
  }
}

// The network or the server is away for now; `after` seconds where the server names them.
export class Away extends Error {
  constructor(after) {
    super("away");
    this.after = after;
  }
}

export async function call(method, path, token, body) {
  const sentAt = Date.now();
  let response;
  try {
    response = await fetch(`/room/v1/${path}`, {
      method,
      cache: "no-store",
      credentials: "omit",
      signal: AbortSignal.timeout ? AbortSignal.timeout(PATIENCE) : undefined,
      headers: { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) },
      body: body && JSON.stringify(body),
    });
  } catch {
    throw new Away(0);
  }
  const answer = await response.json().catch(() => null);
  if (response.status >= 500 || response.status === 429 || !answer)
    throw new Away(Number(response.headers.get("Retry-After")) || 0);
  if (answer.now) heard(answer.now, sentAt);
  if (!response.ok) throw new Refused(response.status, answer);
  return answer;
}

// 1, 2, 4 … 30 seconds, each between half and one and a half of it, so that a crowd spreads out.
export function pause(tries, after) {
  const seconds = Math.max(Math.min(2 ** tries, 30), after || 0);
  return seconds * 1000 * (after ? 1 + Math.random() / 2 : 0.5 + Math.random());
}
