// Compares the text that poppler finds in a PDF with the words of the report: in the order of its tags word by word,
// and on its pages letter by letter, so that ŵ ŷ é £ – ’ are what they are. Usage: node text-of-pdf.js FILE.pdf FILE.txt
"use strict";
const { execFileSync } = require("node:child_process");
const { readFileSync } = require("node:fs");

const [pdf, expected] = process.argv.slice(2);
const run = (command, args) => execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28 });
const squeezed = (text) => text.replace(/[\s\u00a0\u200b\u00ad]+/gu, "");

const pieces = readFileSync(expected, "utf8").split("\n");

// Each piece stands behind the one before it in the text that poppler reads off the tags.
const tagged = squeezed(
  run("pdfinfo", ["-struct-text", pdf])
    .split("\n")
    .map((line) => (line.match(/^\s*"(.*)"\s*$/u) || ["", ""])[1])
    .join(""),
);
let at = 0;
for (const piece of pieces) {
  const found = tagged.indexOf(squeezed(piece), at);
  if (found < 0) {
    console.error(`${pdf}: in the order of tags, “${piece}” does not follow “${tagged.slice(Math.max(0, at - 60), at)}”`);
    process.exit(1);
  }
  at = found + squeezed(piece).length;
}

// Every letter is on the pages at least as often as the report says it.
const count = (text) => {
  const counts = new Map();
  for (const letter of squeezed(text)) counts.set(letter, (counts.get(letter) || 0) + 1);
  return counts;
};
const printed = count(run("pdftotext", ["-raw", pdf, "-"]));
for (const [letter, times] of count(pieces.join(""))) {
  if ((printed.get(letter) || 0) < times) {
    console.error(`${pdf}: “${letter}” is said ${times} times, and printed ${printed.get(letter) || 0} times`);
    process.exit(1);
  }
}
