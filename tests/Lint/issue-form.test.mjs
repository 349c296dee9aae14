import assert from "node:assert/strict";
import { test } from "node:test";
import { checkForm, checkNames, parameterize } from "./issue-form.mjs";

/** A form around the given elements, or around one good element. */
function form(elements = "  - type: input\n    attributes:\n      label: Service", top = "name: Incident\ndescription: Something is broken") {
  return `${top}\nbody:\n${elements}\n`;
}

function input(label, rest = "") {
  return `  - type: input\n${rest}    attributes:\n      label: ${label}\n`;
}

function dropdown(attributes) {
  return form(`  - type: dropdown\n    attributes:\n      label: Severity\n${attributes.map((line) => `      ${line}\n`).join("")}`);
}

const good = `name: Incident
description: Something is broken
title: "Incident: "
labels: [incident, "needs triage"]
assignees: octocat, hubot
projects: [octo-org/1]
type: Bug
body:
  - type: markdown
    attributes:
      value: Write what you know.
  - type: input
    id: service
    attributes: { label: Service, description: Which one, placeholder: login, value: all }
    validations: { required: true }
  - type: textarea
    id: log
    attributes: { label: Log, render: shell }
  - type: dropdown
    id: severity
    attributes: { label: Severity, multiple: false, options: [SEV1, SEV2, "no"], default: 2 }
  - type: checkboxes
    id: done
    attributes:
      label: Done
      options:
        - label: I looked at the dashboard
          required: true
        - label: I told the team
  - type: upload
    id: files
    attributes: { label: Screenshots }
    validations: { required: false, accept: ".png,.log" }
`;

test("A form with everything that is allowed has no findings", () => {
  assert.deepEqual(checkForm(good), []);
});

test("Optional texts may be empty", () => {
  assert.deepEqual(checkForm(form(input("x") + '      placeholder: ""\n', 'name: x\ndescription: d\ntitle: ""')), []);
});

test("Labels in other scripts are told apart", () => {
  assert.deepEqual(checkForm(form(input("影響") + input("原因"))), []);
});

test("Labels may be alike where both elements have ids", () => {
  assert.deepEqual(checkForm(form(input("Name", "    id: a\n") + input("Name?", "    id: b\n"))), []);
});

test("parameterize works as in Rails", () => {
  assert.equal(parameterize("  What's the Naïve_name -- ???"), "what-s-the-naive_name");
});

const bad = [
  // The file and its top level
  ["broken YAML", "name: [", /not YAML/],
  ["a key twice", form().replace("name: Incident", "name: Incident\nname: Other"), /not YAML/],
  ["a list instead of a mapping", "- name: x", /not a mapping/],
  ["an empty file", "", /not a mapping/],
  ["no name", form(undefined, "description: x"), /^name: is missing/],
  ["no description", form(undefined, "name: x"), /^description: is missing/],
  ["no body", "name: x\ndescription: d", /^body: is missing/],
  ["an unknown top-level key", form(undefined, "name: x\ndescription: d\nabout: z"), /^about: is not a key/],
  ["an empty name", form(undefined, 'name: ""\ndescription: d'), /^name: is empty/],
  ["a number as title", form(undefined, "name: x\ndescription: d\ntitle: 5"), /^title: must be text/],
  ["a boolean among the labels", form(undefined, "name: x\ndescription: d\nlabels: [on]"), /^labels\[0\]: YAML reads/],
  ["a mapping as assignees", form(undefined, "name: x\ndescription: d\nassignees: { a: b }"), /^assignees: must be text/],
  ["a project without a number", form(undefined, "name: x\ndescription: d\nprojects: [octo-org]"), /^projects: "octo-org"/],
  ["a list as type", form(undefined, "name: x\ndescription: d\ntype: [Bug]"), /^type: must be text/],

  // The body
  ["a body that is no list", "name: x\ndescription: d\nbody: text", /^body: must be a list/],
  ["an empty body", "name: x\ndescription: d\nbody: []", /^body: must be a list/],
  ["only markdown", form("  - type: markdown\n    attributes:\n      value: Hello"), /^body: needs at least one/],
  ["an element that is no mapping", form("  - just text"), /^body\[0\]: must be a mapping/],
  ["an element without a type", form("  - attributes:\n      label: x"), /^body\[0\]\.type: is missing/],
  ["an unknown type", form("  - type: number\n    attributes:\n      label: x"), /^body\[0\]\.type: "number"/],
  ["a type named like a built-in", form("  - type: constructor\n    attributes:\n      label: x"), /^body\[0\]\.type: "constructor"/],
  ["an unknown key of an element", form(input("x", "    required: true\n")), /^body\[0\]\.required: is not a key/],
  ["no attributes", form("  - type: input"), /^body\[0\]\.attributes: is missing/],
  ["markdown without a value", form("  - type: markdown\n    attributes: {}\n" + input("x")), /^body\[0\]\.attributes\.value: is missing/],
  ["markdown with an id", form("  - type: markdown\n    id: a\n    attributes:\n      value: x\n" + input("y")), /^body\[0\]\.id: markdown/],
  ["no label", form("  - type: textarea\n    attributes:\n      description: x"), /^body\[0\]\.attributes\.label: is missing/],
  ["an empty label", form(input('" "')), /^body\[0\]\.attributes\.label: is empty/],
  ["a boolean as label", form(input("yes")), /label: YAML reads this word as true; put it in quotes/],
  ["an attribute of another element", form("  - type: input\n    attributes:\n      label: x\n      render: shell"), /^body\[0\]\.attributes\.render: is not a key/],
  ["a placeholder in a dropdown", dropdown(["options: [a]", "placeholder: b"]), /attributes\.placeholder: is not a key/],
  ["an unknown validation", form(input("x") + "    validations:\n      pattern: a"), /^body\[0\]\.validations\.pattern: is not a key/],
  ["validations of markdown", form("  - type: markdown\n    attributes:\n      value: x\n    validations:\n      required: true\n" + input("y")), /^body\[0\]\.validations\.required: is not a key/],
  ["required that is no boolean", form(input("x") + "    validations:\n      required: always"), /validations\.required: must be true or false/],
  ["validations that are no mapping", form(input("x") + "    validations: true"), /validations: must be a mapping/],
  ["accept outside an upload", form(input("x") + "    validations:\n      accept: .png"), /validations\.accept: is not a key/],
  ["an input that asks for a password", form(input("Your Password")), /must not ask for a password/],
  ["a textarea that asks for a password", form("  - type: textarea\n    attributes:\n      label: Old passwords"), /must not ask for a password/],

  // Ids and labels
  ["an id with a space", form(input("x", "    id: a b\n")), /^body\[0\]\.id: "a b" may have only/],
  ["a number as id", form(input("x", "    id: 1\n")), /^body\[0\]\.id: "1" may have only/],
  ["an id twice", form(input("x", "    id: a\n") + input("y", "    id: a\n")), /^body\[1\]\.id: "a" is already the id of body\[0\]/],
  ["a label twice", form(input("Name") + input("Name")), /^body\[1\]\.attributes\.label: "Name" reads the same as body\[0\]/],
  ["labels alike but for their marks", form(input("Name?") + input("name???")), /reads the same/],
  ["labels alike where only one has an id", form(input("Name", "    id: a\n") + input("Name")), /reads the same/],
  ["a label in another script twice", form(input("影響") + input("影響")), /reads the same/],

  // Dropdowns and checkboxes
  ["a dropdown without options", dropdown([]), /attributes\.options: is missing/],
  ["a dropdown with no option", dropdown(["options: []"]), /at least one option/],
  ["an option twice", dropdown(["options: [a, b, a]"]), /options\[2\]: "a" is there twice/],
  ["an empty option", dropdown(['options: [a, ""]']), /options\[1\]: is empty/],
  ["the option None", dropdown(["options: [a, None]"]), /options\[1\]: "None" is GitHub's own word/],
  ["the option none", dropdown(["options: [a, none]"]), /options\[1\]: "None" is GitHub's own word/],
  ["the option no without quotes", dropdown(["options: [a, no]"]), /options\[1\]: YAML reads this word as false/],
  ["the option true without quotes", dropdown(["options: [true, a]"]), /options\[0\]: YAML reads this word as true/],
  ["a number as option", dropdown(["options: [1, 2]"]), /options\[0\]: must be text/],
  ["a time as option", dropdown(["options: [10:05]"]), /options\[0\]: must be text/],
  ["a date as option", dropdown(["options: [2024-04-14]"]), /options\[0\]: must be text/],
  ["multiple that is no boolean", dropdown(["options: [a]", 'multiple: "true"']), /multiple: must be true or false/],
  ["a default outside the options", dropdown(["options: [a]", "default: 1"]), /default: must be the number of an option/],
  ["a default that is no number", dropdown(["options: [a]", "default: a"]), /default: must be the number of an option/],
  ["checkboxes without a label", form("  - type: checkboxes\n    attributes:\n      options:\n        - label: x"), /attributes\.label: is missing/],
  ["checkboxes without options", form("  - type: checkboxes\n    attributes:\n      label: x"), /attributes\.options: is missing/],
  ["a checkbox that is only text", form("  - type: checkboxes\n    attributes:\n      label: x\n      options: [a]"), /options\[0\]: must be a mapping/],
  ["a checkbox without a label", form("  - type: checkboxes\n    attributes:\n      label: x\n      options:\n        - required: true"), /options\[0\]\.label: is missing/],
  ["a checkbox with an unknown key", form("  - type: checkboxes\n    attributes:\n      label: x\n      options:\n        - { label: a, checked: true }"), /options\[0\]\.checked: is not a key/],
  ["a checkbox twice", form("  - type: checkboxes\n    attributes:\n      label: x\n      options:\n        - label: a\n        - label: A!"), /options\[1\]\.label: "A!" reads the same/],
  ["a checkbox named like another element", form(input("Name", "    id: a\n") + "  - type: checkboxes\n    attributes:\n      label: x\n      options:\n        - label: name"), /options\[0\]\.label: "name" reads the same as body\[0\]/],
  ["an upload without a label", form("  - type: upload\n    attributes:\n      description: x"), /attributes\.label: is missing/],
  ["an upload with a value", form("  - type: upload\n    attributes:\n      label: x\n      value: y"), /attributes\.value: is not a key/],
];

for (const [what, source, expected] of bad) {
  test(`Found: ${what}`, () => {
    const findings = checkForm(source);
    assert.ok(
      findings.some((finding) => expected.test(finding)),
      `expected ${expected} among:\n${findings.join("\n") || "(no findings)"}`,
    );
  });
}

test("Found: two forms with one name", () => {
  const findings = checkNames([["a.yml", form()], ["b.yml", form()], ["c.yml", form(undefined, "name: Other\ndescription: x")]]);
  assert.deepEqual(findings, ['b.yml: name: "Incident" is already the name of a.yml']);
});
