// What must be on the machine besides npm's packages. By itself it prints the Debian packages that are missing.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

/** The path of the first browser that starts: on Ubuntu one of them only says how to install it. */
export function findBrowser() {
  const names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];
  const paths = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [process.env.CHROME_PATH, ...names.flatMap((name) => paths.map((path) => join(path, name)))];
  return candidates.filter((path) => path && existsSync(path)).find((path) => /\d+\.\d+\.\d+/.test(spawnSync(path, ["--version"], { encoding: "utf8" }).stdout ?? ""));
}

export function missing() {
  const families = spawnSync("fc-list", [":", "family"], { encoding: "utf8" }).stdout ?? "";
  const has = (family) => families.split(/[\n,]/).some((name) => name.trim() === family);
  return Object.entries({
    chromium: findBrowser(),
    "cmark-gfm": spawnSync("cmark-gfm", ["--version"]).status === 0,
    // Widths depend on the fonts: GitHub's for text, Mermaid's for diagrams, and one for emoji.
    fontconfig: families,
    "fonts-noto-core": has("Noto Sans"),
    "fonts-liberation": has("Liberation Sans"),
    "fonts-noto-color-emoji": has("Noto Color Emoji"),
  }).filter(([, there]) => !there).map(([name]) => name);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) console.log(missing().join(" "));
