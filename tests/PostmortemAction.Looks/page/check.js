// Runs in the browser: what looks broken in the document that `looks.show` has put into the page. Each check answers a list of findings.
{
  const quote = (text) => `“${text.trim().replace(/\s+/g, " ").slice(0, 60)}”`;
  const outermost = (svg) => !svg.parentElement.closest("svg");
  const article = () => document.querySelector("article");
  const all = (selector, root = article()) => [...root.querySelectorAll(selector)];

  /** The text of each block, without code and bare addresses. */
  function blocks(root) {
    const texts = new Map();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (parentElement.closest("pre")) continue;
      const link = parentElement.closest("a");
      const bare = link && link.getAttribute("href")?.endsWith(link.textContent);
      const block = parentElement.closest("p, li, td, th, h1, h2, h3, h4, h5, h6, summary, dt, dd, details, blockquote, div, body");
      texts.set(block, (texts.get(block) ?? "") + (bare || parentElement.closest("code, kbd, samp, tt") ? "⸿" : data));
    }
    return texts;
  }

  const rawMarkdown = [
    ["an alert that did not become a box", /\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/i],
    ["a table that was not understood", /\|[ \t]*:?-{3,}:?[ \t]*(\||$)|(^|\n)[ \t]*\|.*\|[ \t]*(\n|$)/],
    ["a code fence that was not understood", /`{3,}|(^|\n)[ \t]*~{3,}/],
    ["emphasis that was not understood", /\*\*(?=\S)|(?<=\S)\*\*|~~(?=\S)/],
    ["a heading that was not understood", /(^|\n)[ \t]*#{1,6}[ \t]+\S/],
    ["a link that was not understood", /\]\([^)\s]*\)/],
    ["a tag shown as text", /<\/?[a-z][a-z0-9-]*(\s[^<>]*)?\/?>|<!--|-->/i],
    ["an entity shown as text", /&(lt|gt|amp|quot|nbsp|#\d+|#x[0-9a-f]+);/i],
  ];

  function markdown() {
    return [...blocks(looks.shown.marked).values()].flatMap((text) =>
      rawMarkdown.flatMap(([name, pattern]) => {
        const match = pattern.exec(text);
        return match ? [`${name}: ${quote(text.slice(Math.max(0, match.index - 10)))}`] : [];
      }),
    );
  }

  function takenOut() {
    return [...new Set(looks.shown.taken)].map((name) => `GitHub takes this out: ${name}`);
  }

  function details() {
    const html = looks.shown.html.replace(/<!--[\s\S]*?-->/g, "");
    const opened = html.match(/<details[\s>]/gi)?.length ?? 0;
    const closed = html.match(/<\/details\s*>/gi)?.length ?? 0;
    const findings = opened === closed ? [] : [`${opened} <details> begin and ${closed} end`];
    for (const part of all("details", looks.shown.original)) {
      const summary = part.firstElementChild;
      if (summary?.localName !== "summary") {
        findings.push(`a <details> without a summary: ${quote(part.textContent)}`);
      } else if (!summary.textContent.trim()) {
        findings.push(`a <details> with an empty summary: ${quote(part.textContent)}`);
      } else if (/\\[!-/:-@[-`{-~]|[*_`]{1,2}\S[^*_`]*[*_`]|\]\(/.test(blocks(summary).get(summary) ?? summary.textContent)) {
        // A summary is HTML, so Markdown within it stays as it is.
        findings.push(`a summary with Markdown in it: ${quote(summary.textContent)}`);
      }
      const loose = [...part.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data);
      for (const text of loose) {
        if (/(^|\n)[ \t]*([-*+]|\d+[.)]|#{1,6}|>)[ \t]+\S|\*\*|`|\]\(|\|.*\|/.test(text)) findings.push(`Markdown in a <details> that was not understood: ${quote(text)}`);
      }
    }
    return findings;
  }

  function pictures() {
    return all("img", looks.shown.original)
      .filter((picture) => !picture.getAttribute("alt")?.trim())
      .map((picture) => `a picture without an alternative text: ${quote(picture.getAttribute("src") ?? "")}`);
  }

  function headings() {
    return all("h1, h2, h3, h4, h5, h6")
      .filter((heading) => !heading.textContent.trim())
      .map((heading) => `an empty heading (${heading.localName}) before ${quote(heading.nextElementSibling?.textContent ?? "the end")}`);
  }

  function links() {
    const there = new Set(all("[id], [name]").flatMap((element) => [element.id, element.getAttribute("name")]));
    return all('a[href^="#"]').flatMap((link) => {
      const name = link.getAttribute("href").slice(1);
      let decoded = name;
      try {
        decoded = decodeURIComponent(name);
      } catch {
        // Then it is no encoding.
      }
      const known = name === "" || name === "top" || [name, decoded].some((id) => there.has(`user-content-${id}`) || there.has(id));
      return known ? [] : [`a link to #${name}, which is not there`];
    });
  }

  function width() {
    const page = document.scrollingElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const widest = all("*")
      .filter((element) => !element.parentElement.closest("table, pre, svg"))
      .sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right)
      .find((element, _, sorted) => !sorted.some((other) => other !== element && element.contains(other) && other.getBoundingClientRect().right >= element.getBoundingClientRect().right));
    return [`the page is ${page.scrollWidth - page.clientWidth} px wider than its window, by ${widest?.localName} ${quote(widest?.textContent ?? "")}`];
  }

  /** A table breaks its cells' text to fit a page. Only a word of 40 letters and more may keep it from that. */
  function tables() {
    return all("table")
      .filter((table) => table.scrollWidth > table.clientWidth && !table.parentElement.closest("table"))
      .filter((table) => !all("th, td", table).some((cell) => cell.innerText.split(/\s+/).some((word) => [...word].length >= 40)))
      .map((table) => `a table is ${table.scrollWidth - table.clientWidth} px wider than the page: ${quote(table.innerText)}`);
  }

  const labels = (svg) => all("text, foreignObject", svg).filter((label) => label.textContent.trim() && label.getBoundingClientRect().width > 0);

  function diagrams() {
    return all(".diagram").flatMap((diagram) => {
      const name = `a diagram (${diagram.dataset.source})`;
      if ("error" in diagram.dataset) return [`${name} is not understood: ${diagram.dataset.error.replace(/\s+/g, " ")}`];
      const svg = diagram.querySelector("svg");
      const place = svg?.getBoundingClientRect();
      if (!place || place.width < 16 || place.height < 16) return [`${name} has no size`];
      if (svg.querySelector(".error-icon, .error-text") || /Syntax error in text/.test(svg.textContent)) return [`${name} shows an error`];
      const drawn = svg.viewBox.baseVal;
      const matrix = svg.getScreenCTM();
      const inside = drawn?.width
        ? { left: matrix.a * drawn.x + matrix.e, top: matrix.d * drawn.y + matrix.f, right: matrix.a * (drawn.x + drawn.width) + matrix.e, bottom: matrix.d * (drawn.y + drawn.height) + matrix.f }
        : place;
      return labels(svg).flatMap((label) => {
        const box = label.getBoundingClientRect();
        const out = Math.max(inside.left - box.left, box.right - inside.right, inside.top - box.top, box.bottom - inside.bottom);
        return out > 2 ? [`${name} cuts ${Math.round(out)} px off ${quote(label.textContent)}`] : [];
      });
    });
  }

  function over(a, b) {
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return across > 2 && down > Math.min(a.height, b.height) / 3;
  }

  /** On a phone the labels of a diagram may come close; on a page each can be read. A section's name ends before the bars. */
  function overlaps() {
    return all(".diagram svg").filter(outermost).flatMap((svg) => {
      const boxes = labels(svg).map((label) => [label.textContent, label.getBoundingClientRect(), label.classList.contains("sectionTitle")]);
      const bars = all("rect.task", svg).map((bar) => bar.getBoundingClientRect());
      return boxes.flatMap(([text, a, section], index) => [
        ...boxes.slice(index + 1).flatMap(([other, b]) => (over(a, b) ? [`in a diagram ${quote(text)} and ${quote(other)} lie over each other`] : [])),
        ...(section && bars.some((bar) => over(a, bar)) ? [`in a diagram the section ${quote(text)} lies over a bar`] : []),
      ]);
    });
  }

  function harmless() {
    return all(".diagram svg").filter(outermost).flatMap((svg) =>
      [svg, ...all("*", svg)].flatMap((element) => {
        const findings = [...element.attributes].flatMap(({ name, value }) => {
          if (/^on/i.test(name)) return [`a diagram has ${name}`];
          const script = /^(xlink:)?href$|^src$/i.test(name) && /^[a-z][a-z0-9+.-]*:/i.test(value.trim()) && !/^(https?|mailto):/i.test(value.trim());
          return script ? [`a diagram links to ${quote(value)}`] : [];
        });
        return /^(script|iframe|object|embed)$/i.test(element.localName) ? [...findings, `a diagram holds <${element.localName}>`] : findings;
      }),
    );
  }

  const firstOfEach = (findings) => [...new Set(findings)];

  /** What is the same at each width. */
  looks.checkMarkdown = () => firstOfEach([markdown, takenOut, details, pictures, headings, links].flatMap((check) => check()));

  /** What depends on the width. */
  looks.checkPage = (phone) => firstOfEach([width, ...(phone ? [] : [tables, overlaps]), diagrams, harmless].flatMap((check) => check()));
}
