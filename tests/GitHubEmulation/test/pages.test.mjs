import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { home, useGitHub } from './github.mjs'

const github = useGitHub()

beforeEach(async () => {
  for (let i = 1; i <= 5; i++) await github.control('POST', 'issues', { repository: 'acme/shop', author: 'bob', title: `Issue ${i}`, labels: [`label ${i}`] })
})

const next = ({ headers }) => /<([^>]+)>; rel="next"/.exec(headers.get('link'))?.[1]

test('the link to the next page names the repository by its id, and leads there', async () => {
  const numbers = []
  let answer = await github.ask('GET', `${home}/issues?state=all&per_page=2`)
  const first = next(answer)
  for (; ; answer = await github.ask('GET', next(answer))) {
    numbers.push(...answer.body.map(({ number }) => number))
    if (!next(answer)) break
  }
  assert.match(first, /\/repositories\/\d+\/issues\?/)
  assert.deepEqual(numbers, [5, 4, 3, 2, 1])
  assert.deepEqual(await github.messages(), [])
})

test('the links of a list that the emulator makes have the same form', async () => {
  const answer = await github.ask('GET', `${home}/labels?per_page=4`)
  assert.match(next(answer), new RegExp(`^${github.url}/repositories/\\d+/labels\\?`))
  assert.equal((await github.ask('GET', next(answer))).body.length, 2)
})

test('a list that fits on a page has no links', async () => {
  assert.equal((await github.ask('GET', `${home}/issues?per_page=100`)).headers.get('link'), null)
})
