// From Markdown to what the page shows: front matter, and HTML by cmark-gfm as GitHub calls it.
import { spawnSync } from "node:child_process";
import { parse } from "yaml";

const extensions = ["table", "strikethrough", "autolink", "tagfilter", "tasklist", "footnotes"];

/** `html` is the document; `marked` is the same with ⸿ for each sign that somebody escaped, so that it reads as text on purpose. */
export function render(text) {
  const { frontMatter, body, findings } = split(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  return { frontMatter, findings, html: toHtml(body), marked: toHtml(markEscapes(body)) };
}

function split(text) {
  const match = /^---\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  if (!match) return { frontMatter: null, body: text, findings: [] };
  const body = text.slice(match[0].length);
  try {
    return { frontMatter: parse(match[1] ?? ""), body, findings: [] };
  } catch (error) {
    return { frontMatter: null, body, findings: [`the front matter is not YAML: ${error.message.split("\n")[0]}`] };
  }
}

function toHtml(markdown) {
  const { status, stdout, stderr, error } = spawnSync(
    "cmark-gfm",
    ["--unsafe", "--github-pre-lang", ...extensions.flatMap((name) => ["-e", name])],
    { input: markdown, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  if (error || status !== 0) throw new Error(`cmark-gfm: ${error?.message ?? stderr}`);
  return stdout;
}

/** The sign is punctuation like those that it stands for, and no syntax. Code stays as it is: nothing is escaped there. */
export function markEscapes(markdown) {
  let fence = null;
  let paragraph = [];
  const out = [];
  const flush = () => {
    if (paragraph.length > 0) out.push(markText(paragraph.join("\n")));
    paragraph = [];
  };
  for (const line of markdown.split("\n")) {
    const mark = /^[\s>]*(`{3,}(?!.*`)|~{3,})(.*)$/.exec(line);
    if (fence) {
      out.push(line);
      if (mark && mark[1].startsWith(fence) && !mark[2].trim()) fence = null;
    } else if (mark) {
      flush();
      fence = mark[1];
      out.push(line);
    } else if (/^[\s>]*$/.test(line)) {
      flush();
      out.push(line);
    } else if (/^[\s>]*\|/.test(line)) {
      flush();
      // A cell ends where the next begins, code in it or not.
      out.push(line.split(/(?<!\\)\|/).map(markText).join("|"));
    } else {
      paragraph.push(line);
    }
  }
  flush();
  return out.join("\n");
}

function markText(text) {
  const token = /\\[!-/:-@[-`{-~]|&(?:lt|gt|quot|apos|ast|num|grave|lowbar|vert|lbrack|rbrack|#\d+|#x[0-9a-f]+);|(`+)/gi;
  let out = "";
  let at = 0;
  for (let match; (match = token.exec(text)); ) {
    out += text.slice(at, match.index);
    at = token.lastIndex;
    if (!match[1]) {
      out += "⸿";
      continue;
    }
    const end = new RegExp(`(?<!\`)\`{${match[1].length}}(?!\`)`, "g");
    end.lastIndex = at;
    at = end.exec(text) ? end.lastIndex : at;
    out += text.slice(match.index, at);
    token.lastIndex = at;
  }
  return out + text.slice(at);
}
