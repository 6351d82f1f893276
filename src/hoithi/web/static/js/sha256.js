// SHA-256 of a short ASCII text as eight 32-bit words; also where the page is no secure context.
const first = (count, power) => {
  const found = [];
  for (let candidate = 2; found.length < count; candidate += 1)
    if (!found.some(([prime]) => candidate % prime === 0))
      found.push([candidate, ((candidate ** power % 1) * 2 ** 32) | 0]);
  return found.map(([, word]) => word);
};
const START = first(8, 1 / 2);
const ROUNDS = first(64, 1 / 3);
const turn = (word, by) => (word >>> by) | (word << (32 - by));

export function sha256(text) {
  const size = (text.length + 72) >> 6;
  const words = new Int32Array(size * 16);
  for (let i = 0; i < text.length; i += 1) words[i >> 2] |= text.charCodeAt(i) << (24 - (i % 4) * 8);
  words[text.length >> 2] |= 0x80 << (24 - (text.length % 4) * 8);
  words[size * 16 - 1] = text.length * 8;
  const hash = [...START];
  for (let block = 0; block < words.length; block += 16) {
    const w = [...words.subarray(block, block + 16)];
    let [a, b, c, d, e, f, g, h] = hash;
    for (let i = 0; i < 64; i += 1) {
      if (i > 15) {
        const [x, y] = [w[i - 15], w[i - 2]];
        const low = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
        const high = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
        w[i] = (w[i - 16] + low + w[i - 7] + high) | 0;
      }
      const e1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
      const t1 = (h + e1 + ((e & f) ^ (~e & g)) + ROUNDS[i] + w[i]) | 0;
      const a0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const t2 = (a0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (hash[i] = (hash[i] + word) | 0));
  }
  return hash.map((word) => word >>> 0);
}
