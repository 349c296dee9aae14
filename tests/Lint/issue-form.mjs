// GitHub's rules for issue forms. GitHub checks a form only after it is on the default branch, and a form with one
// mistake vanishes from the chooser without a word; so we check before.
import { parseDocument } from "yaml";

const topLevel = {
  name: text,
  description: text,
  body,
  title: textOrEmpty,
  labels: listOrText,
  assignees: listOrText,
  projects: projects,
  type: text,
};
const requiredTopLevel = ["name", "description", "body"];

const elements = {
  markdown: {
    attributes: { value: text },
    required: ["value"],
    validations: {},
  },
  input: {
    attributes: { label: text, description: textOrEmpty, placeholder: textOrEmpty, value: textOrEmpty },
    required: ["label"],
    validations: { required: boolean },
  },
  textarea: {
    attributes: { label: text, description: textOrEmpty, placeholder: textOrEmpty, value: textOrEmpty, render: text },
    required: ["label"],
    validations: { required: boolean },
  },
  dropdown: {
    attributes: { label: text, description: textOrEmpty, options: dropdownOptions, multiple: boolean, default: index },
    required: ["label", "options"],
    validations: { required: boolean },
  },
  // Without a label the answers cannot be told from the text around them, so we ask for one although GitHub may not.
  checkboxes: {
    attributes: { label: text, description: textOrEmpty, options: checkboxOptions },
    required: ["label", "options"],
    validations: {},
  },
  upload: {
    attributes: { label: text, description: textOrEmpty },
    required: ["label"],
    validations: { required: boolean, accept: text },
  },
};
const elementKeys = ["type", "id", "attributes", "validations"];
const forbiddenWords = /password/i;

/** Checks one form. Returns a list of findings such as `body[2].id: ...`; an empty list means that the form is good. */
export function checkForm(source) {
  // YAML 1.1, as GitHub reads it: there `no` and `on` are booleans (and for some readers `y` and `n`).
  const document = parseDocument(source, { version: "1.1", prettyErrors: true, logLevel: "silent" });
  if (document.errors.length > 0) {
    return document.errors.map((error) => `not YAML: ${error.message.split("\n")[0]}`);
  }
  const form = document.toJS();
  if (!isMapping(form)) {
    return ["the form is not a mapping of keys"];
  }
  return keys(form, topLevel, requiredTopLevel, "");
}

/** Names of forms must differ, too. Takes pairs of [path, source]. */
export function checkNames(forms) {
  const seen = new Map();
  const findings = [];
  for (const [path, source] of forms) {
    const name = parseDocument(source, { logLevel: "silent" }).toJS()?.name;
    if (name !== undefined && seen.has(name)) {
      findings.push(`${path}: name: "${name}" is already the name of ${seen.get(name)}`);
    }
    seen.set(name, path);
  }
  return findings;
}

function body(value) {
  if (!Array.isArray(value) || value.length === 0) {
    return ["body: must be a list of elements"];
  }
  const findings = value.flatMap((element, at) => checkElement(element, `body[${at}]`));
  if (value.every((element) => element?.type === "markdown")) {
    findings.push("body: needs at least one element that is not markdown");
  }
  return [...findings, ...uniqueIds(value), ...uniqueLabels(value)];
}

function checkElement(element, place) {
  if (!isMapping(element)) {
    return [`${place}: must be a mapping with type and attributes`];
  }
  const findings = Object.keys(element)
    .filter((key) => !elementKeys.includes(key))
    .map((key) => `${place}.${key}: is not a key that GitHub knows`);
  if (element.type === undefined) {
    return [...findings, `${place}.type: is missing`];
  }
  const rules = Object.hasOwn(elements, element.type) ? elements[element.type] : undefined;
  if (!rules) {
    return [...findings, `${place}.type: "${element.type}" is not one of ${Object.keys(elements).join(", ")}`];
  }
  if (element.id !== undefined) {
    findings.push(...id(element, `${place}.id`));
  }
  if (!isMapping(element.attributes)) {
    return [...findings, `${place}.attributes: is missing`];
  }
  findings.push(...keys(element.attributes, rules.attributes, rules.required, `${place}.attributes.`));
  if (["input", "textarea"].includes(element.type) && forbiddenWords.test(element.attributes.label)) {
    findings.push(`${place}.attributes.label: must not ask for a password`);
  }
  if (element.validations !== undefined) {
    findings.push(
      ...(isMapping(element.validations)
        ? keys(element.validations, rules.validations, [], `${place}.validations.`)
        : [`${place}.validations: must be a mapping`]),
    );
  }
  return findings;
}

function id(element, place) {
  if (element.type === "markdown") {
    return [`${place}: markdown is not submitted and has no id`];
  }
  return typeof element.id === "string" && /^[A-Za-z0-9_-]+$/.test(element.id)
    ? []
    : [`${place}: "${element.id}" may have only letters, digits, - and _`];
}

function uniqueIds(list) {
  const seen = new Map();
  const findings = [];
  list.forEach((element, at) => {
    const value = element?.id;
    if (value === undefined) {
      return;
    }
    if (seen.has(value)) {
      findings.push(`body[${at}].id: "${value}" is already the id of body[${seen.get(value)}]`);
    }
    seen.set(value, at);
  });
  return findings;
}

/** Labels may be alike only where both elements have ids; a checkbox has none, so its label must differ from all. */
function uniqueLabels(list) {
  const seen = new Map();
  const findings = [];
  const add = (label, place, hasId) => {
    if (typeof label !== "string") {
      return;
    }
    const name = parameterize(label);
    const other = seen.get(name);
    if (other && !(hasId && other.hasId)) {
      findings.push(`${place}: "${label}" reads the same as ${other.place}`);
    }
    if (!other || !hasId) {
      seen.set(name, { place, hasId });
    }
  };
  list.forEach((element, at) => {
    if (element?.type !== "markdown") {
      add(element?.attributes?.label, `body[${at}].attributes.label`, element?.id !== undefined);
    }
  });
  list.forEach((element, at) => {
    if (element?.type === "checkboxes" && Array.isArray(element.attributes?.options)) {
      element.attributes.options.forEach((option, index) => {
        add(option?.label, `body[${at}].attributes.options[${index}].label`, false);
      });
    }
  });
  return findings;
}

/** What Rails makes of a label: lower case, and one - for every run of anything but letters, digits, - and _. */
export function parameterize(label) {
  const latin = label.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const name = latin.replace(/[^a-z0-9_-]+/g, "-").replace(/-{2,}/g, "-").replace(/^-|-$/g, "");
  // A label without a single Latin letter would come out empty, and all such labels the same.
  return name === "" ? label.trim() : name;
}

/** The keys of a mapping: no unknown one, no required one missing, each with a value of its kind. */
function keys(mapping, known, required, place) {
  return [
    ...required.filter((key) => mapping[key] === undefined).map((key) => `${place}${key}: is missing`),
    ...Object.entries(mapping).flatMap(([key, value]) =>
      Object.hasOwn(known, key) ? known[key](value, `${place}${key}`, mapping) : [`${place}${key}: is not a key that GitHub knows`],
    ),
  ];
}

function text(value, place) {
  return typeof value === "string" && value.trim() === "" ? [`${place}: is empty`] : textOrEmpty(value, place);
}

function textOrEmpty(value, place) {
  if (typeof value === "boolean") {
    return [`${place}: YAML reads this word as ${value}; put it in quotes`];
  }
  return typeof value === "string" ? [] : [`${place}: must be text; put it in quotes`];
}

function boolean(value, place) {
  return typeof value === "boolean" ? [] : [`${place}: must be true or false`];
}

function index(value, place, attributes) {
  const count = Array.isArray(attributes.options) ? attributes.options.length : 0;
  return Number.isInteger(value) && value >= 0 && value < count
    ? []
    : [`${place}: must be the number of an option, counted from 0`];
}

function listOrText(value, place) {
  return Array.isArray(value) ? value.flatMap((item, at) => text(item, `${place}[${at}]`)) : text(value, place);
}

function projects(value, place) {
  const findings = listOrText(value, place);
  if (findings.length > 0) {
    return findings;
  }
  const list = Array.isArray(value) ? value : value.split(",").map((item) => item.trim());
  return list.filter((item) => !/^[^/\s]+\/\d+$/.test(item)).map((item) => `${place}: "${item}" is not OWNER/NUMBER`);
}

function dropdownOptions(value, place) {
  if (!Array.isArray(value) || value.length === 0) {
    return [`${place}: must be a list of at least one option`];
  }
  const seen = new Set();
  return value.flatMap((option, at) => {
    const where = `${place}[${at}]`;
    const findings = text(option, where);
    if (typeof option === "string" && option.trim().toLowerCase() === "none") {
      findings.push(`${where}: "None" is GitHub's own word for no answer`);
    }
    if (seen.has(option)) {
      findings.push(`${where}: "${option}" is there twice`);
    }
    seen.add(option);
    return findings;
  });
}

function checkboxOptions(value, place) {
  if (!Array.isArray(value) || value.length === 0) {
    return [`${place}: must be a list of at least one option`];
  }
  return value.flatMap((option, at) =>
    isMapping(option)
      ? keys(option, { label: text, required: boolean }, ["label"], `${place}[${at}].`)
      : [`${place}[${at}]: must be a mapping with a label`],
  );
}

function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
