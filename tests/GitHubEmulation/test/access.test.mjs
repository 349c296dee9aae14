import assert from 'node:assert/strict'
import { test } from 'node:test'
import { home, useGitHub } from './github.mjs'

const github = useGitHub()
const permission = async (login) => {
  const { status, body } = await github.ask('GET', `${home}/collaborators/${encodeURIComponent(login)}/permission`)
  return status === 200 ? body.permission : status
}

test('a token that nobody has is refused', async () => {
  assert.equal((await github.ask('GET', home, undefined, { token: 'stranger' })).body.message, 'Bad credentials')
  assert.equal((await github.ask('GET', home, undefined, { authorization: undefined })).status, 401)
})

test('the token of a job does not say whose it is, except to GraphQL', async () => {
  const refused = await github.ask('GET', '/user')
  const { body } = await github.ask('POST', '/graphql', { query: 'query { viewer { login } }' })
  assert.deepEqual([refused.status, refused.body.message], [403, 'Resource not accessible by integration'])
  assert.equal(body.data.viewer.login, 'github-actions[bot]')
  assert.equal((await github.ask('GET', '/user', undefined, { token: 'token-of-bob' })).body.login, 'bob')
  assert.deepEqual(await github.messages(), [])
})

test('folders of a commit are listed by GraphQL, with the modes of what they hold', async () => {
  await github.act('ann', 'PUT', `${home}/contents/docs/a.md`, { message: 'A', content: Buffer.from('a').toString('base64') })
  const { body: main } = await github.ask('GET', `${home}/git/ref/heads/main`)
  const part = (i) => `f${i}:object(expression:$e${i}){...on Tree{entries{name mode}}}`
  const query = `query($owner:String!,$name:String!,$e0:String!,$e1:String!,$e2:String!){repository(owner:$owner,name:$name){${part(0)} ${part(1)} ${part(2)}}}`
  const [owner, name] = home.split('/').slice(-2)
  const variables = { owner, name, e0: `${main.object.sha}:`, e1: `${main.object.sha}:docs`, e2: `${main.object.sha}:docs/none` }
  const { f0, f1, f2 } = (await github.ask('POST', '/graphql', { query, variables })).body.data.repository
  assert.equal(f0.entries.find((entry) => entry.name === 'docs').mode, 0o40000)
  assert.deepEqual(f1.entries, [{ name: 'a.md', mode: 0o100644 }])
  assert.equal(f2, null)
  assert.deepEqual(await github.messages(), [])
})

test('a question tells of branches, commits, files, pull requests and issues, as the other API does', async () => {
  await github.act('ann', 'PUT', `${home}/contents/docs/a.md`, { message: 'A', content: Buffer.from('a\n').toString('base64') })
  const { body: main } = await github.ask('GET', `${home}/git/ref/heads/main`)
  await github.ask('POST', `${home}/git/refs`, { ref: 'refs/heads/words', sha: main.object.sha })
  await github.act('ann', 'PUT', `${home}/contents/b.md`, { message: 'B', content: Buffer.from('b').toString('base64'), branch: 'words' })
  await github.ask('POST', `${home}/pulls`, { title: 'Words', head: 'words', base: 'main' })
  await github.control('POST', 'issues', { repository: 'acme/shop', author: 'ann', title: 'T' })
  const fields = `defaultBranchRef{name target{oid ...on Commit{tree{oid}}}} file:object(expression:"HEAD:docs/a.md"){...on Blob{text isTruncated}}
    folder:object(expression:"HEAD:docs"){...on Tree{entries{name type object{...on Blob{text}}}}} none:ref(qualifiedName:"refs/x/y"){target{oid}}
    pullRequests(headRefName:"words",first:5){nodes{number state isCrossRepository author{login __typename}}} issue(number:2){title author{login}}`
  const [owner, name] = home.split('/').slice(-2)
  const { repository } = (await github.ask('POST', '/graphql', { query: `{repository(owner:"${owner}",name:"${name}"){${fields}}}` })).body.data
  assert.equal(repository.defaultBranchRef.target.oid, main.object.sha)
  assert.equal(repository.file.text, 'a\n')
  assert.deepEqual(repository.folder.entries, [{ name: 'a.md', type: 'blob', object: { text: 'a\n' } }])
  assert.equal(repository.none, null)
  const pull = { number: 1, state: 'OPEN', isCrossRepository: false, author: { login: 'github-actions', __typename: 'Bot' } }
  assert.deepEqual(repository.pullRequests.nodes, [pull])
  assert.deepEqual(repository.issue, { title: 'T', author: { login: 'ann' } })
  assert.deepEqual(await github.messages(), [])
})

test('permissions as GitHub tells them', async () => {
  assert.equal(await permission('ann'), 'admin')
  assert.equal(await permission('bob'), 'read')
  assert.equal(await permission('nobody'), 404)
  assert.equal(await permission('github-actions[bot]'), 404)
  assert.deepEqual(await github.messages(), [])
})

test('what may not be read does not exist', async () => {
  assert.equal((await github.ask('GET', '/repos/acme/secret')).status, 404)
  assert.equal((await github.ask('GET', '/repos/acme/none')).status, 404)
})

test('who may only read does not write', async () => {
  const { body: main } = await github.ask('GET', `${home}/git/ref/heads/main`)
  const branch = await github.ask('POST', `${home}/git/refs`, { ref: 'refs/heads/x', sha: main.object.sha }, { token: 'token-of-bob' })
  assert.equal(branch.status, 403)
  await github.control('POST', 'issues', { repository: 'acme/shop', author: 'ann', title: 'T' })
  assert.equal((await github.ask('PATCH', `${home}/issues/1`, { title: 'U' }, { token: 'token-of-bob' })).status, 403)
})

test('an hour has so many requests', async () => {
  const { headers } = await github.ask('GET', home)
  const { body } = await github.ask('GET', '/rate_limit')
  assert.equal(headers.get('x-ratelimit-limit'), '1000')
  assert.equal(headers.get('x-ratelimit-remaining'), '999')
  assert.equal(body.resources.core.remaining, 998)
})

test('content is wrapped base64, or raw', async () => {
  const long = 'x'.repeat(100)
  await github.act('ann', 'PUT', `${home}/contents/long.txt`, { message: 'Long', content: Buffer.from(long).toString('base64') })
  const { body } = await github.ask('GET', `${home}/contents/long.txt`)
  const raw = await github.ask('GET', `${home}/contents/long.txt`, undefined, { accept: 'application/vnd.github.raw+json' })
  assert.equal(body.content.split('\n')[0].length, 60)
  assert.equal(Buffer.from(body.content, 'base64').toString(), long)
  assert.equal(raw.body, long)
})
