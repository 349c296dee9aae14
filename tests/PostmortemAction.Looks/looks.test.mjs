import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { markEscapes } from "./markdown.mjs";
import { View, pageWidth, phoneWidth } from "./view.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const everything = readFileSync(join(here, "documents/everything.md"), "utf8");

let view;
before(async () => (view = await View.open()));
after(() => view?.close());

async function findings(markdown, width = pageWidth) {
  await view.show(markdown, width);
  return [...(await view.checkMarkdown()), ...(await view.checkPage())];
}

for (const width of [pageWidth, phoneWidth]) {
  test(`A document with all that may occur is fine at ${width} px`, async () => {
    assert.deepEqual(await findings(everything, width), []);
  });
}

test("What the page shows is what GitHub makes of it", async () => {
  await view.show(everything, pageWidth);
  const count = (selector) => view.page.locator(selector).count();
  assert.equal(await count(".alert"), 2);
  assert.equal(await count(".diagram svg[role]"), 2);
  assert.equal(await count(".picture"), 2);
  assert.equal(await count("img"), 0);
  assert.equal(await count("details[open]"), 0);
  assert.equal(await count("article > table:first-child td table"), 1);
  assert.equal(await count("li > input[type=checkbox]"), 2);
  assert.equal(await count("section[class~=footnotes] li"), 1);
});

const gantt = (title, task) => `\`\`\`mermaid\ngantt\n  ${title}\n  dateFormat YYYY-MM-DD\n  section S\n    ${task}\n\`\`\`\n`;
const folded = (content) => `<details>\n<summary>More</summary>\n${content}\n</details>\n`;
const letters = "w".repeat(39);

const broken = [
  ["front matter that is not YAML", "---\na: [\n---\n\nText\n", /^the front matter is not YAML/],
  ["an alert with text beside its name", "> [!NOTE] Text\n", /^an alert that did not become a box: “\[!NOTE\] Text”/],
  ["an alert in a list", "- x\n\n  > [!TIP]\n  > Text\n", /^an alert that did not become a box/],
  ["an alert without text", "> [!TIP]\n", /^an alert that did not become a box/],
  ["a table without its second row's dashes", "| a | b |\n| c | d |\n", /^a table that was not understood/],
  ["a table's row with another number of cells", "| a | b |\n| --- |\n", /^a table that was not understood/],
  ["a fence within a line", "Text ``` more\n", /^a code fence that was not understood/],
  ["bold that has no end", "**Duration: 2 h\n", /^emphasis that was not understood: “\*\*Duration/],
  ["bold with a space before its end", "**Duration: **2 h\n", /^emphasis that was not understood/],
  ["a heading in a block of HTML", "<div>\n# Title\n</div>\n", /^a heading that was not understood/],
  ["a link in a block of HTML", "<div>[a](https://example.com)</div>\n", /^a link that was not understood/],
  ["a tag that is escaped twice", "a &lt;br> b <script>alert(1)</script>\n", /^a tag shown as text: “.*<script>/],
  ["a comment that is shown", "Text <!-- a -- b <!--> c\n\n--> d\n", /^a tag shown as text: “.*-->/],
  ["an entity that is escaped twice", "a &amp;lt; b\n", /^an entity shown as text/],
  ["an element that GitHub takes out", "List<T> of things <form>\n", /^GitHub takes this out: t$/],
  ["a handler", '<b onclick="alert(1)">x</b>\n', /^GitHub takes this out: onclick of b$/],
  ["a link to a script", '<a href="javascript:alert(1)">x</a>\n', /^GitHub takes this out: href of a$/],
  ["a folded part without summary", "<details>\n\nText\n\n</details>\n", /^a <details> without a summary/],
  ["a folded part with an empty summary", "<details>\n<summary> </summary>\n\nText\n\n</details>\n", /^a <details> with an empty summary/],
  ["a folded part without end", "<details>\n<summary>More</summary>\n\nText\n", /^1 <details> begin and 0 end/],
  ["a summary with Markdown", "<details>\n<summary>More of `a`</summary>\n\nText\n\n</details>\n", /^a summary with Markdown in it/],
  ["a summary with an escape", "<details>\n<summary>a\\_b</summary>\n\nText\n\n</details>\n", /^a summary with Markdown in it/],
  ["a list directly below a summary", folded("- one\n- two"), /^Markdown in a <details> that was not understood: “- one/],
  ["a table directly below a summary", folded("| a |\n| --- |\n| b |"), /^a table that was not understood/],
  ["a picture without text", "![](https://example.com/a.png)\n", /^a picture without an alternative text: “https:/],
  ["an image without text", '<img src="https://example.com/a.png">\n', /^a picture without an alternative text/],
  ["a heading without text", "## \n\nText\n", /^an empty heading \(h2\) before “Text”/],
  ["a link to no heading", "# Title\n\n[a](#titel) [b](#title)\n", /^a link to #titel, which is not there$/],
  ["a table that is too wide", `| ${`${letters} | `.repeat(4)}\n| ${"--- | ".repeat(4)}\n| ${"x | ".repeat(4)}\n`, /^a table is \d+ px wider than the page: “w/],
  ["a diagram that is not understood", "```mermaid\ngantt\n  nonsense\n```\n", /^a diagram \(gantt\) is not understood: /],
  ["a diagram of no known kind", "```mermaid\nnonsense\n```\n", /^a diagram \(nonsense\) is not understood: /],
  ["a diagram with a title that is too long", gantt(`title ${"A long title ".repeat(30)}`, "A : 2024-01-01, 2d"), /^a diagram \(gantt\) cuts \d+ px off “A long/],
  ["a diagram with a section that is too long", gantt("title T", "A : 2024-01-01, 2d").replace("section S", `section ${"x".repeat(60)}`), /^in a diagram the section “x+” lies over a bar$/],
];
for (const [name, markdown, expected] of broken) {
  test(`Found: ${name}`, async () => {
    const found = await findings(markdown);
    assert.ok(found.some((finding) => expected.test(finding)), `found ${JSON.stringify(found)}`);
  });
}

/** What neither Markdown nor Mermaid lets through is put into the page by hand. */
const planted = [
  ["a page that is too wide", () => document.querySelector("article").insertAdjacentHTML("beforeend", '<p style="width: 700px">Wide</p>'), /^the page is \d+ px wider than its window, by p “Wide”$/, phoneWidth],
  ["a diagram without size", () => (document.querySelector(".diagram svg").style.cssText = "width: 0; height: 0"), /^a diagram \(gantt\) has no size$/],
  ["a diagram that is gone", () => document.querySelector(".diagram svg").remove(), /^a diagram \(gantt\) has no size$/],
  ["a diagram with Mermaid's picture of an error", () => document.querySelector(".diagram svg text").classList.add("error-text"), /^a diagram \(gantt\) shows an error$/],
  ["labels over each other", () => {
    const label = document.querySelector(".diagram svg .taskText");
    label.after(Object.assign(label.cloneNode(true), { textContent: "Other" }));
  }, /^in a diagram “.*” and “Other” lie over each other$/],
  ["a label below its diagram", () => document.querySelector(".diagram svg .taskText").setAttribute("y", 1000), /^a diagram \(gantt\) cuts \d+ px off “/],
  ["a handler in a diagram", () => document.querySelector(".diagram svg rect").setAttribute("onclick", "alert(1)"), /^a diagram has onclick$/],
  ["a script in a diagram", () => document.querySelector(".diagram svg").append(document.createElement("script")), /^a diagram holds <script>$/],
  ["a script within a label", () => {
    const place = document.createElementNS("http://www.w3.org/2000/svg", "foreignObject");
    place.append(document.createElement("script"));
    document.querySelector(".diagram svg").append(place);
  }, /^a diagram holds <script>$/],
  ["a link to a script in a diagram", () => {
    const link = document.createElementNS("http://www.w3.org/2000/svg", "a");
    link.setAttributeNS("http://www.w3.org/1999/xlink", "xlink:href", "javascript:alert(1)");
    document.querySelector(".diagram svg").append(link);
  }, /^a diagram links to “javascript:alert\(1\)”$/],
  ["a request", () => fetch("https://example.com/asked").catch(() => {}), /^the page asks for https:\/\/example\.com\/asked$/],
];
for (const [name, plant, expected, width] of planted) {
  test(`Found: ${name}`, async () => {
    await view.show(everything, width ?? pageWidth);
    await view.page.evaluate(plant);
    const found = await view.checkPage();
    assert.ok(found.some((finding) => expected.test(finding)), `found ${JSON.stringify(found)}`);
  });
}

test("On a phone a table may be wider than the page, and on a page one that holds a long word", async () => {
  const table = (word) => `| ${`${word} | `.repeat(4)}\n| ${"--- | ".repeat(4)}\n`;
  assert.deepEqual(await findings(table(letters), phoneWidth), []);
  assert.deepEqual(await findings(table(`${letters}w`)), []);
});

test("Nothing of a document runs", async () => {
  await view.show('<img src="x" alt="x" onerror="globalThis.ran = 1">\n\n<a href="javascript:ran = 1">x</a>\n\n```mermaid\nflowchart LR\n  a["<img src=x onerror=ran=1>"]\n  click a href "javascript:ran=1"\n```\n', pageWidth);
  assert.equal(await view.page.evaluate(() => globalThis.ran), undefined);
  assert.deepEqual(await view.page.evaluate(() => [...document.querySelectorAll("article a")].map((link) => link.getAttribute("href")).filter((href) => href?.startsWith("javascript"))), []);
});

test("Escapes are marked where they are text, and only there", () => {
  assert.equal(markEscapes("\\*a &lt; &amp; `\\*` ``\\*`\\*`` \\` \\*"), "⸿a ⸿ &amp; `\\*` ``\\*`\\*`` ⸿ ⸿");
  assert.equal(markEscapes("```\n\\*\n```\n\\*"), "```\n\\*\n```\n⸿");
  assert.equal(markEscapes("| ` | \\* ` |"), "| ` | ⸿ ` |");
  assert.equal(markEscapes("a ` b\n\n\\* ` c"), "a ` b\n\n⸿ ` c");
});

test("Folded parts are checked, and open in the picture only if wished", async () => {
  for (const unfold of [false, true]) {
    await view.show(folded(`\n\`\`\`mermaid\nnonsense\n\`\`\`\n`), pageWidth, { unfold });
    assert.equal((await view.checkPage()).length, 1);
    assert.equal(await view.page.locator("details[open]").count(), unfold ? 1 : 0);
  }
});

test("A picture cannot begin at a heading that is not there", async () => {
  await view.show("# A\n", pageWidth);
  await assert.rejects(view.picture(join(tmpdir(), "never.png"), { from: "b" }), /there is no heading #b/);
});

/** Runs the command on a folder F with these files, without the product's documents. */
function run(files, ...options) {
  const parent = mkdtempSync(join(tmpdir(), "looks-"));
  const folder = join(parent, "F");
  try {
    mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const given = options.map((option) => option.replace("{}", folder));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(here, "looks.mjs"), "--only", "--out", join(parent, "out"), folder, ...given], { encoding: "utf8" });
    const sizes = Object.fromEntries(
      readdirSync(parent, { recursive: true }).map(String).filter((file) => file.endsWith(".png")).sort().map((file) => {
        const png = readFileSync(join(parent, file));
        return [basename(file), [png.readUInt32BE(16), png.readUInt32BE(20)]];
      }),
    );
    return { status, output: stdout, errors: stderr, sizes };
  } finally {
    rmSync(parent, { recursive: true });
  }
}

test("A good folder ends with 0, a line for each fact, and pictures", () => {
  const { status, output, sizes } = run({ "a.md": "# Title\n" });
  assert.equal(output, "PASS F-a, Markdown\nPASS F-a, 1012 px\nPASS F-a, 390 px\n");
  assert.equal(status, 0);
  assert.deepEqual(Object.keys(sizes), ["F-a-1012.png", "F-a-390.png"]);
  assert.deepEqual(Object.values(sizes).map(([width]) => width), [pageWidth, phoneWidth]);
});

test("A broken document ends with 1, and its findings are lines of their own", () => {
  const { status, output } = run({ "a.md": "# \n\n**a\nb\n", "b.md": "Fine\n" });
  assert.match(output, /^FAIL F-a, Markdown: emphasis .*\nFAIL F-a, Markdown: an empty heading .*\nPASS F-a, 1012 px\nPASS F-a, 390 px\nPASS F-b, Markdown\n/);
  assert.equal(status, 1);
});

test("A folder that is not there is a failure", () => {
  const { status, errors } = run({}, "{}/missing");
  assert.match(errors, /^\/.*F\/missing is not a folder$/m);
  assert.equal(status, 1);
});

test("A crop is a part of one document at twice its size", () => {
  const options = ["--crop", "F-a", "--to", "{}/crop.png", "--height", "300", "--from", "second"];
  const files = { "a.md": `# First\n\n${"Text\n\n".repeat(30)}## Second\n\n${"Text\n\n".repeat(30)}` };
  assert.deepEqual(run(files, ...options).sizes, { "crop.png": [2 * pageWidth, 600] });
});

test("A crop of a document that is not there is a failure", () => {
  const { status, errors } = run({ "a.md": "# A\n" }, "--crop", "b", "--to", "{}/crop.png");
  assert.equal(errors, "there is no document b, only F-a\n");
  assert.equal(status, 1);
});

test("No document at all is a failure", () => {
  const { status, output } = run({});
  assert.equal(output, "FAIL documents: there is none\n");
  assert.equal(status, 1);
});
