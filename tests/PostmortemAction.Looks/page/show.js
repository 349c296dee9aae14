// Runs in the browser: shows HTML that cmark-gfm made as GitHub would, without asking anybody for anything.
globalThis.looks = (() => {
  const elements = new Set(
    ("a abbr b bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li " +
      "mark ol p picture pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead time tr tt ul var wbr").split(" "),
  );
  const attributes = new Set("align alt checked class colspan dir disabled height href id lang name open rowspan src start title type valign width".split(" "));
  const withContent = "script, style, iframe, object, embed, noscript, template, svg, math, title, textarea, select, audio, video";

  /** Parses without loading or running anything; returns the body and the names of all that GitHub would take out. */
  function parse(html) {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    const taken = [];
    for (const element of body.querySelectorAll(withContent)) {
      taken.push(element.localName);
      element.remove();
    }
    for (const element of [...body.querySelectorAll("*")]) {
      if (!elements.has(element.localName)) {
        taken.push(element.localName);
        element.replaceWith(...element.childNodes);
        continue;
      }
      for (const { name, value } of [...element.attributes]) {
        const script = (name === "href" || name === "src") && /^[a-z][a-z0-9+.-]*:/i.test(value) && !/^(https?|mailto):/i.test(value);
        if (!attributes.has(name) || script) {
          if (/^on|^style$/.test(name) || script) taken.push(`${name} of ${element.localName}`);
          element.removeAttribute(name);
        } else if ((name === "id" || name === "name") && !value.startsWith("user-content-")) {
          element.setAttribute(name, `user-content-${value}`);
        }
      }
    }
    makeAlerts(body);
    return { body, taken };
  }

  /** A quote whose first line is `[!NOTE]` or its like, and which holds something else too. */
  function makeAlerts(body) {
    for (const quote of body.querySelectorAll("blockquote")) {
      const first = quote.firstElementChild;
      const text = first?.firstChild;
      const kind = first?.localName === "p" && text?.nodeType === Node.TEXT_NODE && /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(\n|$)/i.exec(text.data);
      if (!kind || quote.parentElement.closest("blockquote, li, td, th")) continue;
      if (kind[2] === "" && text.nextSibling) continue;
      if (quote.textContent.trim() === kind[0].trim() && !quote.querySelector("img")) continue;
      text.data = text.data.slice(kind[0].length);
      if (!first.textContent.trim() && !first.children.length) first.remove();
      const box = document.createElement("div");
      box.className = `alert alert-${kind[1].toLowerCase()}`;
      const title = document.createElement("span");
      title.className = "alert-title";
      title.textContent = kind[1][0].toUpperCase() + kind[1].slice(1).toLowerCase();
      box.append(title, ...quote.childNodes);
      quote.replaceWith(box);
    }
  }

  /** GitHub's name for a heading in links. */
  function nameHeadings(root) {
    const used = new Map();
    for (const heading of root.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
      const name = heading.textContent.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "").replace(/ /g, "-");
      const before = used.get(name) ?? 0;
      used.set(name, before + 1);
      heading.id ||= `user-content-${before === 0 ? name : `${name}-${before}`}`;
    }
  }

  /** Pictures that people posted are on a server. */
  function replacePictures(root) {
    root.querySelectorAll("source").forEach((source) => source.remove());
    for (const picture of root.querySelectorAll("img")) {
      const box = document.createElement("span");
      box.className = "picture";
      box.setAttribute("role", "img");
      box.setAttribute("aria-label", picture.getAttribute("alt") ?? "");
      box.textContent = `🖼️ ${picture.getAttribute("alt") ?? ""}`;
      for (const side of ["width", "height"]) {
        const size = /^\d+%?$/.exec(picture.getAttribute(side) ?? "")?.[0];
        if (size) box.style[side] = size.endsWith("%") ? size : `${size}px`;
      }
      picture.replaceWith(box);
    }
  }

  /** Front matter is a table: keys above values, and a table within where a value has keys itself. */
  function tableOf(value) {
    if (value === null || typeof value !== "object") return document.createTextNode(value === null ? "" : String(value));
    const table = document.createElement("table");
    const keys = Array.isArray(value) ? [] : Object.keys(value);
    if (keys.length > 0) {
      const row = table.createTHead().insertRow();
      for (const key of keys) row.appendChild(document.createElement("th")).textContent = key;
    }
    const row = table.createTBody().insertRow();
    for (const item of Object.values(value)) row.insertCell().append(tableOf(item));
    return table;
  }

  async function drawDiagrams(root) {
    mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
    let number = 0;
    for (const block of root.querySelectorAll('pre[lang="mermaid"]')) {
      const box = document.createElement("div");
      box.className = "diagram";
      block.replaceWith(box);
      // A part that is folded away has no width, and a diagram is drawn as wide as its place.
      const closed = [];
      for (let part = box.closest("details"); part; part = part.parentElement.closest("details")) {
        if (!part.open) closed.push(part);
        part.open = true;
      }
      const source = block.textContent;
      try {
        const { svg } = await mermaid.render(`diagram-${++number}`, source, box);
        box.innerHTML = svg;
      } catch (error) {
        box.classList.add("broken");
        box.dataset.error = error.message ?? String(error);
        box.textContent = `Unable to render rich display\n\n${box.dataset.error}`;
      }
      box.dataset.source = source.trim().split("\n")[0];
      closed.forEach((part) => (part.dataset.closed = ""));
    }
  }

  /** Puts a document into the page. What it keeps for the checks is in `looks.shown`. */
  async function show({ html, marked, frontMatter }) {
    const { body, taken } = parse(html);
    looks.shown = { html, taken, marked: parse(marked).body, original: body.cloneNode(true) };
    for (const block of body.querySelectorAll("p, h1, h2, h3, h4, h5, h6, ul, ol, .alert")) block.dir ||= "auto";
    nameHeadings(body);
    replacePictures(body);
    const article = document.querySelector("article");
    article.replaceChildren(...body.childNodes);
    await drawDiagrams(article);
    if (frontMatter) article.prepend(tableOf(frontMatter));
  }

  /** Details as a reader finds them (closed), or all of them open. */
  function unfold(open) {
    for (const part of document.querySelectorAll("article details")) {
      part.dataset.asWritten ??= part.open && !("closed" in part.dataset) ? "open" : "closed";
      part.open = open || part.dataset.asWritten === "open";
    }
  }

  return { show, parse, unfold };
})();
