import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { home, useGitHub } from './github.mjs'

const github = useGitHub()
let parent
let child

beforeEach(async () => {
  parent = (await github.ask('POST', `${home}/issues`, { title: 'Parent' })).body
  child = (await github.ask('POST', `${home}/issues`, { title: 'Child' })).body
})

const add = (number, body) => github.ask('POST', `${home}/issues/${number}/sub_issues`, body)

test('an issue is added by its id, once', async () => {
  const first = await add(parent.number, { sub_issue_id: child.id })
  const second = await add(parent.number, { sub_issue_id: child.id })
  assert.equal(first.status, 201)
  assert.equal(first.body.sub_issues_summary.total, 1)
  assert.equal(second.status, 422)
  assert.match(second.body.message, /duplicate sub-issues/)
  assert.deepEqual((await github.ask('GET', `${home}/issues/${parent.number}/sub_issues`)).body.map(({ number }) => number), [child.number])
  assert.deepEqual(await github.messages(), [])
})

test('a number is not an id', async () => {
  assert.equal((await add(parent.number, { sub_issue_id: child.number })).status, 404)
  assert.ok(child.id > 2 ** 31)
})

test('an issue has one parent, unless it is replaced', async () => {
  const other = (await github.ask('POST', `${home}/issues`, { title: 'Other' })).body
  await add(parent.number, { sub_issue_id: child.id })
  assert.match((await add(other.number, { sub_issue_id: child.id })).body.message, /may only have one parent/)
  assert.equal((await add(other.number, { sub_issue_id: child.id, replace_parent: true })).status, 201)
  assert.deepEqual((await github.ask('GET', `${home}/issues/${parent.number}/sub_issues`)).body, [])
})

test('the parent counts the children that are done', async () => {
  await add(parent.number, { sub_issue_id: child.id })
  await github.ask('PATCH', `${home}/issues/${child.number}`, { state: 'closed' })
  const { sub_issues_summary } = (await github.ask('GET', `${home}/issues/${parent.number}`)).body
  assert.deepEqual(sub_issues_summary, { total: 1, completed: 1, percent_completed: 100 })
})
