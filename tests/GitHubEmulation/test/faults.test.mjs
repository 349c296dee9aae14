import assert from 'node:assert/strict'
import { test } from 'node:test'
import { home, useGitHub } from './github.mjs'

const github = useGitHub()
const faults = (...list) => github.control('POST', 'faults', list)
const issues = async () => (await github.control('GET', 'state')).repositories[0].issues
const create = (options) => github.ask('POST', `${home}/issues`, { title: 'T' }, options)

test('a fault meets the nth of the requests that it names, and no other', async () => {
  await faults({ method: 'POST', path: '/issues$', nth: 2, status: 502, body: '<html>', content_type: 'text/html', headers: { 'x-test': '1' } })
  const statuses = [await create(), await github.ask('GET', home), await create(), await create()].map(({ status }) => status)
  assert.deepEqual(statuses, [201, 200, 502, 201])
  assert.equal((await issues()).length, 2)
})

test('a dropped connection leaves no effect, or only the answer is lost', async () => {
  await faults({ method: 'POST', path: '/issues$', nth: 1, drop: true }, { method: 'POST', path: '/issues$', nth: 2, drop: true, after: true })
  await assert.rejects(create())
  assert.equal((await issues()).length, 0)
  await assert.rejects(create())
  assert.equal((await issues()).length, 1)
})

test('an answer may lie about the effect', async () => {
  await faults({ path: '/issues$', status: 500, after: true })
  assert.equal((await create()).status, 500)
  assert.equal((await issues()).length, 1)
})

test('the faults with a name', async () => {
  await faults(
    { name: 'pull-requests-forbidden' },
    { name: 'no-permission', method: 'POST', path: '/labels$', accepted: 'issues=write' },
    { name: 'no-sub-issues' },
    { name: 'not-json', path: '/rate_limit' },
    { name: 'rate-limit', path: '/comments', retry_after: 3 },
  )
  const pull = await github.ask('POST', `${home}/pulls`, { title: 'T', head: 'x', base: 'main' })
  const label = await github.ask('POST', `${home}/labels`, { name: 'x' })
  const children = await github.ask('GET', `${home}/issues/1/sub_issues`)
  const limits = await github.ask('GET', '/rate_limit')
  const comments = await github.ask('GET', `${home}/issues/1/comments`)
  assert.match(pull.body.message, /not permitted to create or approve pull requests/)
  assert.equal(label.headers.get('x-accepted-github-permissions'), 'issues=write')
  assert.equal(children.status, 404)
  assert.match(limits.headers.get('content-type'), /text\/html/)
  assert.equal(comments.headers.get('retry-after'), '3')
})

test('a world without faults again', async () => {
  await faults({ path: '.', status: 500 })
  await github.control('DELETE', 'faults')
  assert.equal((await github.ask('GET', home)).status, 200)
})

test('a fault that is misspelt is refused', async () => {
  await assert.rejects(faults({ staus: 500 }), /has no staus/)
  await assert.rejects(faults({ name: 'nothing' }), /There is no fault 'nothing'/)
})
