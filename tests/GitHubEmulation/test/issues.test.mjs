import assert from 'node:assert/strict'
import { test } from 'node:test'
import { home, useGitHub } from './github.mjs'

const github = useGitHub()
const place = { repository: 'acme/shop' }
const incident = (more) => github.control('POST', 'issues', { ...place, author: 'bob', title: 'Down', labels: ['incident'], created_at: '2026-01-02T03:04:05Z', ...more })

test('the times that a test gives show in the issue, its comments and its timeline', async () => {
  const { number } = await incident()
  await github.control('POST', 'events', { ...place, issue: number, event: 'labeled', label: 'resolved', actor: 'ann', created_at: '2026-01-02T05:00:00+01:00' })
  await github.control('POST', 'comments', { ...place, issue: number, author: 'ann', body: 'Found it.', created_at: '2026-01-02T03:30:00Z' })
  await github.control('POST', 'events', { ...place, issue: number, event: 'closed', actor: 'ann', created_at: '2026-01-02T06:00:00Z' })
  const { body: issue } = await github.ask('GET', `${home}/issues/${number}`)
  const { body: timeline } = await github.ask('GET', `${home}/issues/${number}/timeline`)
  assert.deepEqual([issue.created_at, issue.updated_at, issue.closed_at, issue.closed_by.login], ['2026-01-02T03:04:05Z', '2026-01-02T06:00:00Z', '2026-01-02T06:00:00Z', 'ann'])
  assert.deepEqual(issue.labels.map(({ name }) => name), ['incident', 'resolved'])
  assert.deepEqual(
    timeline.map(({ event, created_at, actor }) => `${created_at} ${event} ${actor.login}`),
    ['2026-01-02T03:04:05Z labeled bob', '2026-01-02T03:30:00Z commented ann', '2026-01-02T04:00:00Z labeled ann', '2026-01-02T06:00:00Z closed ann'],
  )
  assert.equal(timeline[1].body, 'Found it.')
  assert.deepEqual(await github.messages(), [])
})

test('a change of its own shows when it happened', async () => {
  const { number } = await incident()
  await github.ask('PATCH', `${home}/issues/${number}`, { title: 'Up' })
  const { body } = await github.ask('GET', `${home}/issues/${number}`)
  const { body: timeline } = await github.ask('GET', `${home}/issues/${number}/timeline`)
  assert.equal(body.created_at, '2026-01-02T03:04:05Z')
  assert.ok(body.updated_at > '2026-02')
  assert.deepEqual(timeline.at(-1).rename, { from: 'Down', to: 'Up' })
})

test('a comment can be hidden, then and later', async () => {
  const { number } = await incident()
  const { id } = await github.control('POST', 'comments', { ...place, issue: number, author: 'bob', body: 'x', minimized: 'spam' })
  const reason = async () => (await github.ask('GET', `${home}/issues/${number}/comments`)).body[0].minimized
  assert.deepEqual(await reason(), { reason: 'spam' })
  await github.control('PATCH', 'comments', { id, minimized: null })
  assert.equal(await reason(), null)
  assert.deepEqual(await github.messages(), [])
})

test('a pull request that refers to the issue shows on its timeline', async () => {
  const { number } = await incident()
  const other = await incident({ title: 'Other' })
  await github.control('POST', 'events', { ...place, issue: number, event: 'cross-referenced', actor: 'bob', source: { issue: other.number }, created_at: '2026-01-03T00:00:00Z' })
  const { body } = await github.ask('GET', `${home}/issues/${number}/timeline`)
  assert.equal(body.at(-1).source.issue.number, other.number)
  assert.equal('id' in body.at(-1), false)
  assert.deepEqual(await github.messages(), [])
})

test('a pull request is among the issues', async () => {
  await github.branch('topic')
  const { body: pull } = await github.ask('POST', `${home}/pulls`, { title: 'P', head: 'topic', base: 'main' })
  await github.ask('POST', `${home}/issues/${pull.number}/labels`, { labels: ['incident'] })
  await github.ask('PATCH', `${home}/issues/${pull.number}`, { assignees: ['ann'], body: 'B' })
  const { body: issue } = await github.ask('GET', `${home}/issues/${pull.number}`)
  const { body: list } = await github.ask('GET', `${home}/issues?labels=incident`)
  assert.equal(issue.pull_request.url, pull.url)
  assert.notEqual(issue.id, pull.id)
  assert.deepEqual([issue.assignees[0].login, issue.body], ['ann', 'B'])
  assert.deepEqual(list.map(({ number }) => number), [pull.number])
  assert.deepEqual(await github.messages(), [])
})

test('the filters of a list', async () => {
  await incident({ title: 'A', labels: ['incident', 'red'], assignees: ['ann'] })
  await incident({ title: 'B', labels: ['incident'], author: 'ann', created_at: '2026-03-01T00:00:00Z' })
  const titles = async (query) => (await github.ask('GET', `${home}/issues?${query}`)).body.map(({ title }) => title)
  assert.deepEqual(await titles('labels=Incident'), ['B', 'A'])
  assert.deepEqual(await titles('labels=incident,red'), ['A'])
  assert.deepEqual(await titles('creator=ann'), ['B'])
  assert.deepEqual(await titles('assignee=none'), ['B'])
  assert.deepEqual(await titles('since=2026-02-01T00:00:00Z'), ['B'])
  assert.deepEqual(await titles('sort=created&direction=asc'), ['A', 'B'])
  assert.deepEqual(await titles('state=closed'), [])
})

test('text that is too long is refused', async () => {
  const issue = await github.ask('POST', `${home}/issues`, { title: 'x'.repeat(257), body: 'y'.repeat(65_537) })
  assert.deepEqual(issue.body.errors.map(({ field }) => field), ['title', 'body'])
  const { number } = await incident()
  assert.equal((await github.ask('POST', `${home}/issues/${number}/comments`, { body: 'z'.repeat(65_537) })).status, 422)
  assert.equal((await github.ask('POST', `${home}/issues/${number}/comments`, { body: 'z'.repeat(65_536) })).status, 201)
})

test('labels differ by more than case, and a new one has the plain color', async () => {
  const { body } = await github.ask('POST', `${home}/issues`, { title: 'T', labels: ['INCIDENT', 'new'] })
  assert.deepEqual(body.labels.map(({ name, color }) => [name, color]), [['incident', 'ededed'], ['new', 'ededed']])
  const again = await github.ask('POST', `${home}/labels`, { name: 'New' })
  assert.equal(again.body.errors[0].code, 'already_exists')
})

test('who cannot be assigned has the issue refused for callers with a say, and left out for others', async () => {
  for (const login of ['nobody', 'bob']) {
    const refused = await github.ask('POST', `${home}/issues`, { title: 'T', assignees: ['ann', login] })
    assert.equal(refused.status, 422)
    assert.deepEqual(refused.body.errors, [{ value: login, resource: 'Issue', field: 'assignees', code: 'invalid' }])
    assert.equal((await github.ask('POST', `${home}/issues`, { title: 'T', assignees: [login] }, { token: 'token-of-bob' })).status, 201)
  }
  assert.deepEqual((await github.ask('GET', `${home}/issues`)).body.map(({ assignees }) => assignees.length), [0, 0])
})

test('whoever may not label does not, and is not told', async () => {
  const { status, body } = await github.ask('POST', `${home}/issues`, { title: 'T', labels: ['incident'], assignees: ['ann'] }, { token: 'token-of-bob' })
  assert.deepEqual([status, body.labels, body.assignees], [201, [], []])
})
