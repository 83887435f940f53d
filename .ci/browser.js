// Opens every page of a folder in Chromium and judges it as its readers meet it: axe-core at WCAG 2.2 AA and best practice,
// no sideways scrolling on a narrow screen, nothing fetched, nothing the browser complains of.
// A page in the folder "faults" is broken on purpose: it is made here, and has to fail.
// Usage: node browser.js MODULES CHROMIUM FOLDER, where MODULES holds axe-core and playwright-core; `.ci/browser` calls it.
"use strict";
const { readFileSync, readdirSync, writeFileSync } = require("node:fs");
const { join, resolve } = require("node:path");
const { pathToFileURL } = require("node:url");

const [modules, executablePath, folder] = process.argv.slice(2);
const { chromium } = require(resolve(modules, "playwright-core"));
const axe = readFileSync(require.resolve(resolve(modules, "axe-core")), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SIZES = [{ width: 1280, height: 900 }, { width: 320, height: 640 }];

// Runs in the page: what axe finds, as sentences.
const violations = async (tags) => {
  const found = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id} (${rule.help}): ${node.target.join(" ")}: ${node.html.slice(0, 160)}`),
  );
};

// Runs in the page: what stands out of it sideways. A table may in a box of its own that scrolls, that the keyboard
// reaches and that has a name.
const sideways = (width) => {
  const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
  const isBox = (element) =>
    scrolls(element) &&
    element.tabIndex >= 0 &&
    ["region", "group"].includes(element.getAttribute("role")) &&
    (element.getAttribute("aria-label") || element.getAttribute("aria-labelledby"));
  const says = (element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") || ""} “${element.textContent.trim().slice(0, 60)}”`;
  const faults = [];
  const whole = document.scrollingElement.scrollWidth;
  if (whole > width) faults.push(`the page is ${whole} pixels wide`);
  for (const element of document.body.querySelectorAll("*")) {
    const place = element.getBoundingClientRect();
    if (place.width === 0 || place.height === 0 || getComputedStyle(element).visibility === "hidden") continue;
    // What is put off the screen at its left is there for screen readers alone.
    if (place.right < 0) continue;
    const inBox = element.parentElement.closest("table") && [...ancestors(element)].some(isBox);
    if ((place.right > width + 0.5 || place.left < -0.5) && !inBox) faults.push(`${says(element)} reaches from ${place.left} to ${place.right}`);
    const isCut = getComputedStyle(element).overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
    if (isCut && !(element instanceof SVGElement) && !isBox(element)) faults.push(`${says(element)} is cut or scrolls, and has no name or no place in the tab order`);
  }
  return faults;

  function* ancestors(element) {
    for (let above = element.parentElement; above; above = above.parentElement) yield above;
  }
};

// Runs in the page: the tables behind charts are judged too.
const open = () => document.querySelectorAll("details").forEach((details) => (details.open = true));

// A page at every size: what is wrong with it.
async function judge(context, url) {
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && faults.push(`the browser says: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`the browser says: ${error.message}`));
  page.on("request", (request) => request.url() === url || faults.push(`asks for ${request.url()}`));
  await page.goto(url);
  // The protocol evaluates where the page's own policy forbids scripts, so the page is judged under its policy.
  const session = await context.newCDPSession(page);
  const run = async (expression) => {
    const answer = await session.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) throw new Error(`${url}: ${answer.exceptionDetails.exception?.description}`);
    return answer.result.value;
  };
  await run(axe);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const at = (fault) => `at ${size.width} pixels: ${fault}`;
    const asLoaded = await run(`(${sideways})(${size.width})`);
    await run(`(${open})()`);
    const opened = await run(`(${sideways})(${size.width})`);
    const found = await run(`(${violations})(${JSON.stringify(TAGS)})`);
    faults.push(...new Set([...asLoaded, ...opened, ...found].map(at)));
    await run(`document.querySelectorAll("details").forEach((details) => (details.open = false))`);
  }
  await page.close();
  return faults;
}

// Changes that make a good page bad, and a word of what has to be said of it.
const BREAKS = {
  "picture without words": ["image-alt", (html) => html.replace("<main id=\"main\" tabindex=\"-1\">", "$&<img src=\"data:,\">")],
  "drawing without words": ["svg-img-alt", (html) => html.replace(/<svg([^>]*) role="img"[^>]*>[\s\S]*?<\/desc>/, "<svg$1 role=\"img\">")],
  "words hard to see": ["color-contrast", (html) => html.replace("--grey: #3D3D3D", "--grey: #BBBBBB")],
  "no language": ["html-has-lang", (html) => html.replace(/<html lang="[^"]*">/, "<html>")],
  "no heading of the page": ["page-has-heading-one", (html) => html.replace(/<(\/?)h1/g, "<$1p")],
  "too wide": ["the page is", (html) => html.replace("body {", "body { min-width: 400px;")],
  "a box without a name": ["is cut or scrolls", (html) => html.replace("figure { margin", "figure { width: 100px; white-space: nowrap; overflow-x: auto; margin")],
  "a script": ["the browser says", (html) => html.replace("</body>", "<script>document.title = 'changed'</script></body>")],
  "something fetched": ["asks for", (html) => html.replace("<main id=\"main\" tabindex=\"-1\">", "$&<img alt=\"\" src=\"https://pictures.invalid/one.png\">")],
};

// Each break is found, and found as what it is.
async function selfTest(context, url) {
  const html = readFileSync(new URL(url), "utf8");
  for (const [what, [word, change]] of Object.entries(BREAKS)) {
    // A policy names its style by digest, so a changed style needs a page without one; only the script tests the policy.
    const free = word === "the browser says" ? html : html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
    const broken = change(free);
    if (broken === free) throw new Error(`${what}: the page has nothing to change`);
    const file = join(folder, "faults", `${what.replaceAll(" ", "-")}.html`);
    writeFileSync(file, broken);
    const faults = await judge(context, pathToFileURL(file).href);
    if (!faults.some((fault) => fault.includes(word))) throw new Error(`${what} was let through:\n${faults.join("\n")}`);
    console.log(`fails, as it should: ${what}`);
  }
}

async function main() {
  const args = ["--no-first-run", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  const browser = await chromium.launch({ executablePath, args });
  const names = readdirSync(folder).filter((name) => name.endsWith(".html")).sort();
  if (names.length === 0) throw new Error(`${folder} holds no page`);
  let bad = 0;
  try {
    const context = await browser.newContext({ reducedMotion: "reduce" });
    const url = (name) => pathToFileURL(resolve(folder, name)).href;
    for (const name of names) {
      const faults = await judge(context, url(name));
      if (faults.length > 0) bad += 1;
      for (const fault of faults) console.error(`${name} ${fault}`);
    }
    console.log(`${names.length} pages, ${bad} with faults, at ${SIZES.map((size) => size.width).join(" and ")} pixels`);
    const whole = names.find((name) => readFileSync(join(folder, name), "utf8").includes("role=\"img\""));
    if (!whole) throw new Error("no page has a chart to be broken");
    await selfTest(context, url(whole));
  } finally {
    await browser.close();
  }
  return bad === 0;
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
