// A browser's page that shows documents one after the other, without network.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./needs.mjs";
import { render } from "./markdown.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/** Where a document is read: beside GitHub's list of files on a laptop, and on a phone. */
export const pageWidth = 1012;
export const phoneWidth = 390;

/** Chromium draws no larger picture. */
const tallest = 16000;

export class View {
  /** What the page asked for since the last document; nothing was answered. */
  requests = [];

  static async open({ scale = 1 } = {}) {
    const browser = findBrowser();
    if (!browser) throw new Error("no browser: install chromium, or name one in CHROME_PATH");
    // Only here: what ends before it shows anything shall not wait for it.
    const { chromium } = await import("playwright-core");
    const view = new View();
    view.browser = await chromium.launch({
      executablePath: browser,
      args: ["--host-resolver-rules=MAP * ~NOTFOUND", "--force-color-profile=srgb"],
    });
    const context = await view.browser.newContext({ deviceScaleFactor: scale, locale: "en-US", timezoneId: "UTC", offline: true });
    await context.route("**/*", (route) => {
      view.requests.push(route.request().url());
      return route.abort();
    });
    view.page = await context.newPage();
    view.page.on("websocket", (socket) => view.requests.push(socket.url()));
    view.page.setDefaultTimeout(60_000);
    await view.page.setContent('<!doctype html><html lang="en"><meta charset="utf-8"><title>Document</title><article></article></html>');
    await view.page.addStyleTag({ path: join(here, "page/github.css") });
    await view.page.addScriptTag({ path: join(here, "node_modules/mermaid/dist/mermaid.min.js") });
    await view.page.addScriptTag({ path: join(here, "page/show.js") });
    await view.page.addScriptTag({ path: join(here, "page/check.js") });
    return view;
  }

  /** Shows Markdown at a width, its folded parts open if wished; answers what GitHub says of the file itself. */
  async show(markdown, width, { unfold = false } = {}) {
    this.width = width;
    this.unfold = unfold;
    const { findings, ...document } = render(markdown);
    this.findings = findings;
    await this.page.setViewportSize({ width, height: 900 });
    this.requests.length = 0;
    await this.page.evaluate((document) => looks.show(document), document);
    await this.page.evaluate((open) => looks.unfold(open), unfold);
  }

  /** What is the same at each width. */
  async checkMarkdown() {
    return [...this.findings, ...(await this.page.evaluate(() => looks.checkMarkdown()))];
  }

  /** What depends on the width, with all folded parts open. */
  async checkPage() {
    const phone = this.width < pageWidth;
    const findings = await this.page.evaluate(
      ([phone, unfold]) => {
        looks.unfold(true);
        const findings = looks.checkPage(phone);
        looks.unfold(unfold);
        return findings;
      },
      [phone, this.unfold],
    );
    return [...findings, ...this.requests.map((address) => `the page asks for ${address.slice(0, 100)}`)];
  }

  /** A picture of the page, or of its first `height` pixels, from the top or from the heading with this name. */
  async picture(path, { height, from } = {}) {
    const place = await this.page.evaluate((from) => {
      const start = from === undefined ? null : document.getElementById(`user-content-${from}`);
      if (from !== undefined && !start) throw new Error(`there is no heading #${from}`);
      return { top: start ? Math.max(0, start.getBoundingClientRect().top + scrollY - 16) : 0, end: document.scrollingElement.scrollHeight };
    }, from);
    const y = Math.floor(place.top);
    const clip = { x: 0, y, width: this.width, height: Math.max(1, Math.min(height ?? tallest, tallest, place.end - y)) };
    await this.page.screenshot({ path, clip, fullPage: true });
  }

  async close() {
    await this.browser.close();
  }
}
