import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const action = "name: A\ndescription: B\nruns:\n  using: docker\n  image: Dockerfile\n";
const workflow = "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo\n";
const form = "name: A\ndescription: B\nbody:\n  - type: input\n    attributes:\n      label: C\n";

/** Runs all lints on a folder with these files. */
function lint(files) {
  const root = mkdtempSync(join(tmpdir(), "lint-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const script = join(dirname(fileURLToPath(import.meta.url)), "lint.mjs");
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, root], { encoding: "utf8" });
    return { status, output: stdout + stderr };
  } finally {
    rmSync(root, { recursive: true });
  }
}

test("Good files pass, and the lints say how many they read", () => {
  const { status, output } = lint({
    "action.yml": action,
    ".github/workflows/a.yml": workflow,
    ".github/workflows/b.yml": workflow,
    ".github/ISSUE_TEMPLATE/a.yml": form,
    ".github/ISSUE_TEMPLATE/config.yml": "blank_issues_enabled: false\n",
    "tests/Scenarios/x/form.yml": form,
    "README.md": `# Title\n\n\`\`\`yaml\nname: A\n${workflow}\`\`\`\n`,
    "tests/Scenarios/x/expected/postmortems/2024/a.md": "---\nincident: 1\n---\n\nText<br>text.\n",
    "tests/Scenarios/x/expected/comment.md": "<!-- ours -->\n### Title\n\nText.\n",
  });
  assert.equal(
    output,
    "PASS action.yml: 1 file\nPASS workflows: 2 files\nPASS the README's workflow: 1 file\nPASS issue forms: 2 files\n" +
      "PASS hand-written documents: 1 file\nPASS generated documents: 1 file\nPASS generated bodies: 1 file\n",
  );
  assert.equal(status, 0);
});

test("An empty folder has nothing to check", () => {
  const { status, output } = lint({});
  assert.equal(output.match(/^SKIP /gm).length, 7);
  assert.equal(status, 0);
});

const bad = [
  ["an action for Docker without an image", "action.yml", action.replace("  image: Dockerfile\n", ""), /^ {2}action\.yml: .*\nFAIL action\.yml: 1 file, \d+ finding/m],
  ["a colour that GitHub does not offer", "action.yml", `${action}branding: { color: pink }\n`, /^FAIL action\.yml/m],
  ["a workflow with a misspelt key", ".github/workflows/a.yml", workflow.replace("runs-on", "run-on"), /^ {2}\.github\/workflows\/a\.yml:\d+:\d+: .*\n(.*\n)*FAIL workflows: 1 file/m],
  ["a workflow that runs an issue's title as a script", ".github/workflows/a.yml", workflow.replace("echo", "echo ${{ github.event.issue.title }}"), /untrusted(.*\n)*FAIL workflows/m],
  ["a workflow in the README with a misspelt key", "README.md", `# Title\n\n\`\`\`yaml\nname: A\n${workflow.replace("runs-on", "run-on")}\`\`\`\n`, /README\.md: its workflow, line \d+: .*\n(.*\n)*FAIL the README's workflow: 1 file/m],
  ["a form with an unknown key", ".github/ISSUE_TEMPLATE/a.yml", `${form}about: x\n`, /a\.yml: about: is not a key .*\nFAIL issue forms: 1 file, 1 finding/],
  ["a scenario's form without a body", "tests/Scenarios/x/form.yml", "name: A\n", /x\/form\.yml: body: is missing\n(.*\n)*FAIL issue forms/m],
  ["a document that does not begin with a heading", "README.md", "Text without a heading.\n", /README\.md:1.* MD041\S*.*\nFAIL hand-written documents/m],
  ["HTML that is not on the list", "src/README.md", "# Title\n\n<b>Bold</b>\n", /src\/README\.md:3.* MD033(.*\n)*FAIL hand-written documents/m],
  ["a generated document that skips a level of headings", "tests/Scenarios/x/expected/a.md", "---\nincident: 1\n---\n\n# A\n\n### C\n", /expected\/a\.md:7.* MD001(.*\n)*FAIL generated documents/m],
  ["HTML in a generated body", "tests/Scenarios/x/expected/a.md", "### C\n\n<b>Bold</b>\n", /expected\/a\.md:3.* MD033(.*\n)*FAIL generated bodies/m],
];

for (const [what, path, content, expected] of bad) {
  test(`Found: ${what}`, () => {
    const { status, output } = lint({ [path]: content });
    assert.match(output, expected);
    assert.equal(status, 1);
  });
}
