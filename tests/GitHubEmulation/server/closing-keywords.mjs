// The issues that a text closes once it is merged. Code is inert.
const code = /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1[`~]*\s*$|(?![\s\S]))|(`+)[^`][\s\S]*?\2/gm
const closing = /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+#(\d+)\b/gi

export function closedBy(text) {
  return [...text.replace(code, '').matchAll(closing)].map(([, number]) => Number(number))
}
