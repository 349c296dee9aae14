import assert from 'node:assert/strict'
import { test } from 'node:test'
import { home, useGitHub } from './github.mjs'

const github = useGitHub()
const open = (more) => github.ask('POST', `${home}/pulls`, { title: 'P', head: 'topic', base: 'main', ...more })
const state = async () => (await github.control('GET', 'state')).repositories[0]

test('a pull request needs a branch, with commits of its own, and none before it', async () => {
  assert.deepEqual((await open()).body.errors, [{ resource: 'PullRequest', field: 'head', code: 'invalid' }])
  const { body: main } = await github.ask('GET', `${home}/git/ref/heads/main`)
  await github.ask('POST', `${home}/git/refs`, { ref: 'refs/heads/empty', sha: main.object.sha })
  assert.equal((await open({ head: 'empty' })).body.errors[0].message, 'No commits between main and empty')
  await github.branch('topic')
  assert.equal((await open()).status, 201)
  assert.equal((await open()).body.errors[0].message, 'A pull request already exists for acme:topic.')
  assert.deepEqual(await github.messages(), [])
})

test('two at once make one pull request', async () => {
  await github.branch('topic')
  const statuses = (await Promise.all([open(), open()])).map(({ status }) => status)
  assert.deepEqual(statuses.sort(), [201, 422])
})

test('a pull request follows its branch', async () => {
  await github.branch('topic')
  const { body: pull } = await open()
  const { body } = await github.ask('PUT', `${home}/contents/more.md`, { message: 'More', content: 'bW9yZQ==', branch: 'topic' })
  const { body: now } = await github.ask('GET', `${home}/pulls/${pull.number}`)
  const { body: files } = await github.ask('GET', `${home}/pulls/${pull.number}/files`)
  assert.deepEqual([now.head.sha, now.commits, now.changed_files], [body.commit.sha, 2, 2])
  assert.deepEqual(files.map(({ filename }) => filename), ['more.md', 'new.md'])
  assert.equal((await github.ask('GET', `${home}/pulls/${pull.number}/commits`)).body.length, 2)
  assert.deepEqual(await github.messages(), [])
})

test('a head without an owner is no filter, and a list shows less of each', async () => {
  await github.branch('topic')
  await open()
  assert.equal((await github.ask('GET', `${home}/pulls?head=acme:topic`)).body.length, 1)
  assert.equal((await github.ask('GET', `${home}/pulls?head=acme:other`)).body.length, 0)
  const { body } = await github.ask('GET', `${home}/pulls?head=other`)
  assert.equal(body.length, 1)
  assert.equal('merged' in body[0], false)
})

test('merging brings both sides together, and closes what it says it closes', async () => {
  await github.branch('topic', { 'new.md': 'new\n', 'docs/a.md': 'better\n' })
  await github.control('POST', 'issues', { repository: 'acme/shop', author: 'bob', title: 'One' })
  await github.control('POST', 'issues', { repository: 'acme/shop', author: 'bob', title: 'Two' })
  const { body: pull } = await open({ body: 'Fixes #1, and quotes `fixes #2`.' })
  await github.act('ann', 'PUT', `${home}/contents/else.md`, { message: 'Else', content: 'ZWxzZQ==' })
  assert.equal((await github.act('ann', 'PUT', `${home}/pulls/${pull.number}/merge`, {})).status, 200)
  const { branches, issues, pulls } = await state()
  assert.deepEqual(branches.find(({ name }) => name === 'main').files, { 'README.md': '# Shop\n', 'docs/a.md': 'better\n', 'else.md': 'else', 'new.md': 'new\n' })
  assert.deepEqual(issues.map((issue) => issue.state), ['closed', 'open'])
  assert.deepEqual([pulls[0].state, pulls[0].merged], ['closed', true])
  const { body: merged } = await github.ask('GET', `${home}/pulls/${pull.number}`)
  assert.deepEqual([merged.merged_by.login, merged.commits, merged.changed_files], ['ann', 1, 2])
  assert.deepEqual(await github.messages(), [])
})

test('sides that changed the same file do not merge', async () => {
  await github.branch('topic', { 'README.md': 'theirs\n' })
  const { body: pull } = await open()
  const { body: file } = await github.act('ann', 'GET', `${home}/contents/README.md`)
  await github.act('ann', 'PUT', `${home}/contents/README.md`, { message: 'Ours', content: 'b3Vycw==', sha: file.sha })
  assert.equal((await github.act('ann', 'PUT', `${home}/pulls/${pull.number}/merge`, {})).status, 405)
})

test('a pull request without its branch is closed, and can be followed by another', async () => {
  await github.branch('topic')
  const { body: pull } = await open()
  await github.act('ann', 'DELETE', `${home}/git/refs/heads/topic`)
  assert.equal((await github.ask('GET', `${home}/pulls/${pull.number}`)).body.state, 'closed')
  await github.branch('topic')
  assert.equal((await open()).status, 201)
})

test('a reviewer is a collaborator, and not the author', async () => {
  await github.branch('topic')
  const { body: pull } = await open()
  const request = (reviewers) => github.ask('POST', `${home}/pulls/${pull.number}/requested_reviewers`, { reviewers })
  assert.equal((await request(['ann'])).status, 201)
  assert.equal((await request(['bob'])).status, 422)
  assert.equal((await request(['github-actions[bot]'])).status, 422)
})

test('a reference of another namespace moves forward only, and has nothing to do with the branch of its name', async () => {
  await github.branch('topic')
  const { body: pull } = await open()
  const { body: main } = await github.ask('GET', `${home}/git/ref/heads/main`)
  const mine = { ref: 'refs/notes-of-ours/topic', sha: main.object.sha }
  assert.equal((await github.ask('POST', `${home}/git/refs`, mine)).status, 201)
  assert.equal((await github.ask('POST', `${home}/git/refs`, mine)).status, 422)
  assert.equal((await github.ask('GET', `${home}/git/ref/notes-of-ours/topic`)).body.object.sha, main.object.sha)
  const { body: head } = await github.ask('GET', `${home}/git/ref/heads/topic`)
  assert.equal((await github.ask('PATCH', `${home}/git/refs/notes-of-ours/topic`, { sha: head.object.sha, force: false })).status, 200)
  assert.equal((await github.ask('PATCH', `${home}/git/refs/notes-of-ours/topic`, { sha: main.object.sha, force: false })).status, 422)
  assert.equal((await github.act('ann', 'DELETE', `${home}/git/refs/notes-of-ours/topic`)).status, 204)
  assert.equal((await github.ask('GET', `${home}/git/ref/notes-of-ours/topic`)).status, 404)
  assert.equal((await github.ask('GET', `${home}/pulls/${pull.number}`)).body.state, 'open')
  assert.deepEqual((await state()).branches.map(({ name }) => name).sort(), ['main', 'topic'])
  assert.deepEqual(await github.messages(), [])
})
