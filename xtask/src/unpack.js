// Unpacks the module that stands in the single file: LZMA (Igor Pavlov, "LZMA specification", 2015) with lc = 3, lp = 0
// and pb = 0, which makes it a quarter smaller than what browsers unpack themselves, in characters of 7 bits.

// `<` could end the element, and a page cannot hold NUL or CR: these stand as the characters from U+00A1 on.
const ESCAPED = [0x3c, 0x00, 0x0d];

/** The bytes that stand in a text, 7 bits a character, the highest first. */
function bytesOf(text) {
  const bytes = new Uint8Array((text.length * 7) >> 3);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    held = ((held << 7) | (character < 0x80 ? character : ESCAPED[character - 0xa1])) & 0x7fff;
    bits += 7;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
    }
  }
  return bytes;
}

/** Unpacks `length` bytes from LZMA without a header. */
function unlzma(packed, length) {
  const out = new Uint8Array(length);
  const even = (size) => new Uint16Array(size).fill(1024);
  const isMatch = even(12);
  const isRepeated = even(12);
  const isNotNewest = even(12);
  const isNotSecond = even(12);
  const isNotThird = even(12);
  const isLonger = even(12);
  const literals = even(8 * 0x300);
  const slots = even(4 * 64);
  const special = even(128);
  const align = even(16);
  const newLengths = { choice: even(2), low: even(8), middle: even(8), high: even(256) };
  const repeatedLengths = { choice: even(2), low: even(8), middle: even(8), high: even(256) };

  let at = 5;
  // The range and the code of the range decoder, of 32 bits without a sign: faster here than as variables.
  const coder = Uint32Array.of(0xffffffff, (packed[1] << 24) | (packed[2] << 16) | (packed[3] << 8) | packed[4]);

  function refill() {
    if (coder[0] < 0x1000000) {
      coder[0] <<= 8;
      coder[1] = (coder[1] << 8) | packed[at++];
    }
  }
  function bit(odds, index) {
    const bound = (coder[0] >>> 11) * odds[index];
    if (coder[1] < bound) {
      coder[0] = bound;
      odds[index] += (2048 - odds[index]) >> 5;
      refill();
      return 0;
    }
    coder[0] -= bound;
    coder[1] -= bound;
    odds[index] -= odds[index] >> 5;
    refill();
    return 1;
  }
  function tree(odds, first, bits) {
    let node = 1;
    for (let left = bits; left > 0; left--) node = node * 2 + bit(odds, first + node);
    return node - (1 << bits);
  }
  function reversedTree(odds, first, bits) {
    let node = 1;
    let value = 0;
    for (let place = 0; place < bits; place++) {
      const one = bit(odds, first + node);
      node = node * 2 + one;
      value |= one << place;
    }
    return value;
  }
  function matchLength(lengths) {
    if (!bit(lengths.choice, 0)) return 2 + tree(lengths.low, 0, 3);
    if (!bit(lengths.choice, 1)) return 10 + tree(lengths.middle, 0, 3);
    return 18 + tree(lengths.high, 0, 8);
  }
  function distance(matched) {
    const slot = tree(slots, 64 * Math.min(matched - 2, 3), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << bits;
    if (slot < 14) return base + reversedTree(special, base - slot, bits);
    let direct = 0;
    for (let left = bits - 4; left > 0; left--) {
      coder[0] >>>= 1;
      const one = coder[1] >= coder[0];
      if (one) coder[1] -= coder[0];
      direct = direct * 2 + (one ? 1 : 0);
      refill();
    }
    return base + direct * 16 + reversedTree(align, 0, 4);
  }

  // How far back the last four matches were taken from, the newest first, and what was unpacked last.
  let [newest, second, third, fourth] = [0, 0, 0, 0];
  let state = 0;
  let done = 0;
  while (done < length) {
    if (!bit(isMatch, state)) {
      const first = 0x300 * ((done ? out[done - 1] : 0) >> 5);
      let node = 1;
      if (state >= 7) {
        let there = out[done - newest - 1];
        while (node < 0x100) {
          const expected = (there >> 7) & 1;
          there <<= 1;
          const one = bit(literals, first + ((1 + expected) << 8) + node);
          node = node * 2 + one;
          if (one !== expected) break;
        }
      }
      while (node < 0x100) node = node * 2 + bit(literals, first + node);
      out[done++] = node;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let matched;
    if (!bit(isRepeated, state)) {
      [second, third, fourth] = [newest, second, third];
      matched = matchLength(newLengths);
      newest = distance(matched);
      state = state < 7 ? 7 : 10;
    } else {
      if (!bit(isNotNewest, state)) {
        if (!bit(isLonger, state)) {
          out[done] = out[done - newest - 1];
          done++;
          state = state < 7 ? 9 : 11;
          continue;
        }
      } else if (!bit(isNotSecond, state)) {
        [newest, second] = [second, newest];
      } else if (!bit(isNotThird, state)) {
        [newest, second, third] = [third, newest, second];
      } else {
        [newest, second, third, fourth] = [fourth, newest, second, third];
      }
      matched = matchLength(repeatedLengths);
      state = state < 7 ? 8 : 11;
    }
    for (const end = Math.min(done + matched, length); done < end; done++) out[done] = out[done - newest - 1];
  }
  return out;
}
