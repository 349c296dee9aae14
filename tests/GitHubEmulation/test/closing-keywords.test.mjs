import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closedBy } from '../server/closing-keywords.mjs'

const cases = [
  ['Fixes #1', [1]],
  ['closes: #2 and resolved #3', [2, 3]],
  ['see #4', []],
  ['prefixes #5', []],
  ['`fixes #6`', []],
  ['``a ` fixes #7``', []],
  ['```\nfixes #8\n```\nfixes #9', [9]],
  ['````\n```\nfixes #10\n````\nCloses #11', [11]],
  ['~~~\nfixes #12', []],
]

for (const [text, expected] of cases) {
  test(JSON.stringify(text), () => assert.deepEqual(closedBy(text), expected))
}
