import assert from 'node:assert/strict'
import { test } from 'node:test'
import { home, useGitHub } from './github.mjs'

const github = useGitHub()

test('depth counts what had to wait for something else', async () => {
  await github.control('POST', 'faults', [{ name: 'latency', ms: 50 }])
  await github.ask('GET', home)
  await Promise.all([github.ask('GET', `${home}/labels`), github.ask('GET', `${home}/issues`), github.ask('GET', '/rate_limit')])
  await github.ask('POST', `${home}/issues`, { title: 'T' })
  const { requests, depth, max_concurrency } = await github.control('GET', 'requests')
  assert.equal(depth, 3)
  assert.equal(max_concurrency, 3)
  assert.deepEqual(requests.map((request) => request.depth), [1, 2, 2, 2, 3])
  assert.deepEqual(requests.at(-1).body, { title: 'T' })
  assert.equal(requests.at(-1).status, 201)
  assert.equal(requests.at(-1).login, 'github-actions[bot]')
  assert.deepEqual([requests[0].started_at, requests[0].ended_at], [1, 2])
})

test('what people do is not written down', async () => {
  assert.equal((await github.act('ann', 'POST', `${home}/issues`, { title: 'T' })).status, 201)
  assert.deepEqual((await github.control('GET', 'requests')).requests, [])
})
