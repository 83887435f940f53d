// Turns a picture as pdftoppm writes it (PPM, on standard input) into a small PNG with a palette, on standard output.
// The same picture gives the same bytes. Usage: node palette.js [COLOURS] <page.ppm >page.png
"use strict";
const { readFileSync, writeFileSync } = require("node:fs");
const { deflateSync } = require("node:zlib");

const colours = Math.min(256, Number(process.argv[2] || 32));
const file = readFileSync(0);

// P6, width, height and the largest value, each followed by white space; then the pixels.
const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 64).toString("latin1"));
if (!head) throw new Error("this is no PPM with 8 bits a colour");
const [width, height] = [Number(head[1]), Number(head[2])];
const pixels = file.subarray(head[0].length);

// The colours that occur most, as near as a sixteenth; the others become the nearest of these. A colour counts for more than
// a grey: the few pixels of a mark are what it says.
const key = (at) => ((pixels[at] >> 4) << 8) | ((pixels[at + 1] >> 4) << 4) | (pixels[at + 2] >> 4);
const sums = new Map();
for (let at = 0; at < width * height * 3; at += 3) {
  const sum = sums.get(key(at)) || [0, 0, 0, 0];
  sums.set(key(at), [sum[0] + 1, sum[1] + pixels[at], sum[2] + pixels[at + 1], sum[3] + pixels[at + 2]]);
}
const weight = ([count, ...rgb]) => count + (Math.max(...rgb) - Math.min(...rgb)) / 8;
const byWeight = [...sums.entries()].sort(([one, sum], [other, next]) => weight(next) - weight(sum) || one - other);
const palette = byWeight.slice(0, colours).map(([, [count, ...rgb]]) => rgb.map((sum) => Math.round(sum / count)));
const nearest = new Map();
for (const [of, [count, ...rgb]] of sums) {
  const away = palette.map((colour) => colour.reduce((sum, part, at) => sum + (part - rgb[at] / count) ** 2, 0));
  nearest.set(of, away.indexOf(Math.min(...away)));
}
const rows = Buffer.alloc(height * (width + 1));
for (let y = 0; y < height; y += 1) {
  for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = nearest.get(key((y * width + x) * 3));
}

const table = Array.from({ length: 256 }, (_, at) => {
  let sum = at;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum >>> 0;
});
const crc = (bytes) => (bytes.reduce((sum, byte) => table[(sum ^ byte) & 255] ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;
const chunk = (name, data) => {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, check]);
};
const size = Buffer.alloc(13);
size.writeUInt32BE(width, 0);
size.writeUInt32BE(height, 4);
size.set([8, 3, 0, 0, 0], 8);
writeFileSync(
  1,
  Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", size),
    chunk("PLTE", Buffer.from(palette.flat())),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]),
);
