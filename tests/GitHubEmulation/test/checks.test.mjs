import assert from 'node:assert/strict'
import { test } from 'node:test'
import { home, useGitHub } from './github.mjs'

const github = useGitHub()

const cases = [
  ['an unknown property of the body', 'POST', `${home}/issues`, { title: 'T', lables: ['x'] }, {}, /'body\.lables' is not documented/],
  ['an unknown property deep in the body', 'POST', `${home}/git/trees`, { tree: [{ path: 'a', mode: '100644', type: 'blob', text: 'x' }] }, {}, /'body\.tree\[0\]\.text'/],
  ['a missing property', 'POST', `${home}/issues`, { body: 'B' }, {}, /must have required property 'title'/],
  ['a property of the wrong type', 'POST', `${home}/issues/1/sub_issues`, { sub_issue_id: '7' }, {}, /sub_issue_id must be integer/],
  ['a missing body', 'POST', `${home}/labels`, undefined, {}, /The body is missing/],
  ['a body that is not JSON', 'POST', `${home}/labels`, '{', {}, /not JSON/],
  ['an unknown query parameter', 'GET', `${home}/issues?label=x`, undefined, {}, /'label' is not documented/],
  ['a query parameter of the wrong type', 'GET', `${home}/issues?per_page=all`, undefined, {}, /'per_page' is 'all'/],
  ['a query parameter outside its values', 'GET', `${home}/issues?state=resolved`, undefined, {}, /'state' is 'resolved'/],
  ['a page that is too large', 'GET', `${home}/issues?per_page=101`, undefined, {}, /above 100/],
  ['a path parameter of the wrong type', 'GET', `${home}/issues/one`, undefined, {}, /'issue_number' is 'one'/],
  ['an unknown path', 'GET', `${home}/isues`, undefined, {}, /no such operation/],
  ['a trailing slash', 'GET', `${home}/labels/`, undefined, {}, /ends with a slash/],
  ['no API version', 'GET', home, undefined, { 'x-github-api-version': undefined }, /X-GitHub-Api-Version is missing/],
  ['another media type', 'GET', home, undefined, { accept: 'application/json' }, /Accept is 'application\/json'/],
  ['no authorization', 'GET', home, undefined, { authorization: undefined }, /Authorization is missing/],
  ['an unknown question to GraphQL', 'POST', '/graphql', { query: "{viewer{nothing}}" }, {}, /Cannot query field/],
]

for (const [name, method, path, body, headers, expected] of cases) {
  test(`${name} is written down`, async () => {
    await github.ask(method, path, body, headers)
    const found = await github.control('GET', 'violations')
    assert.equal(found.length > 0 && found.every(({ where }) => where === 'request'), true, JSON.stringify(found))
    assert.match(found.map(({ message }) => message).join(' '), expected)
  })
}

test('a request as documented leaves nothing behind', async () => {
  const { body } = await github.ask('POST', `${home}/issues`, { title: 'T', labels: ['incident', { name: 'other' }] })
  await github.ask('GET', `${home}/issues/${body.number}`)
  await github.ask('GET', `${home}/contents/README.md?ref=main`, undefined, { accept: 'application/vnd.github.raw+json' })
  assert.deepEqual(await github.messages(), [])
})

test('without a User-Agent nobody is served', async () => {
  const { request } = await import('node:http')
  const status = await new Promise((resolve) => request(github.url + home, (response) => resolve(response.resume().statusCode)).end())
  assert.equal(status, 403)
  assert.ok((await github.messages()).includes('The header User-Agent is missing.'))
})
