// Shows documents as GitHub does, takes pictures of them, and says what looks broken, one fact a line:
//   PASS login-outage, Markdown
//   FAIL login-outage, 390 px: the page is 12 px wider than its window, by p "..."
// The exit code is 1 when something does. README.md says how to call it.
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { View, pageWidth, phoneWidth } from "./view.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const scenarios = join(here, "../Scenarios");

const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string", default: join(here, "pictures") },
    only: { type: "boolean", default: false },
    unfold: { type: "boolean", default: false },
    crop: { type: "string" },
    to: { type: "string" },
    from: { type: "string" },
    height: { type: "string" },
    width: { type: "string", default: String(pageWidth) },
  },
});

const documents = [...(options.only ? [] : [...ours(), ...within(join(here, "documents"))]), ...folders.flatMap((folder) => within(resolve(folder)))];
process.exitCode = options.crop === undefined ? await look() : await crop();

async function look() {
  let failed = 0;
  const report = (name, findings) => {
    failed += findings.length;
    if (findings.length === 0) console.log(`PASS ${name}`);
    for (const finding of findings) console.log(`FAIL ${name}: ${finding.replace(/\s+/g, " ")}`);
  };
  if (documents.length === 0) report("documents", ["there is none"]);
  const twice = documents.map(({ name }) => name).filter((name, index, names) => names.indexOf(name) !== index);
  if (twice.length > 0) report("names", twice.map((name) => `two documents are called ${name}`));

  if (failed > 0) return 1;

  mkdirSync(options.out, { recursive: true });
  const view = await View.open();
  try {
    for (const { name, file } of documents) {
      const text = readFileSync(file, "utf8");
      for (const width of [pageWidth, phoneWidth]) {
        await view.show(text, width, options);
        if (width === pageWidth) report(`${name}, Markdown`, await view.checkMarkdown());
        report(`${name}, ${width} px`, await view.checkPage());
        await view.picture(join(options.out, `${name}-${width}.png`));
      }
    }
  } finally {
    await view.close();
  }
  return failed > 0 ? 1 : 0;
}

/** A part of one document, sharp enough for a page that shows it smaller. */
async function crop() {
  const document = documents.find(({ name }) => name === options.crop);
  if (!document || !options.to) {
    console.error(document ? "--crop needs --to FILE" : `there is no document ${options.crop}, only ${documents.map(({ name }) => name).join(", ")}`);
    return 1;
  }
  mkdirSync(dirname(resolve(options.to)), { recursive: true });
  const view = await View.open({ scale: 2 });
  try {
    await view.show(readFileSync(document.file, "utf8"), Number(options.width), options);
    await view.picture(resolve(options.to), { height: options.height && Number(options.height), from: options.from });
  } finally {
    await view.close();
  }
  return 0;
}

/** Every document that the product wrote; a second one of a scenario is `SCENARIO-2` for `document-2.md`. */
function ours() {
  return readdirSync(scenarios).sort().flatMap((scenario) => {
    const folder = join(scenarios, scenario, "expected");
    if (!existsSync(folder)) return [];
    const files = readdirSync(folder).filter((file) => /^document.*\.md$/.test(file)).sort();
    return files.map((file) => ({ name: scenario + file.slice("document".length, -".md".length), file: join(folder, file) }));
  });
}

function within(folder) {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    console.error(`${folder} is not a folder`);
    process.exit(1);
  }
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => ({ name: `${basename(folder)}-${file.slice(0, -".md".length).replace(/[/\\]/g, "-")}`, file: join(folder, file) }));
}
