// The emulation as a test sees it: started once per file, with a fresh world for each test.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, before, beforeEach } from 'node:test'

export const home = '/repos/acme/shop'

const world = {
  repositories: [
    { full_name: 'acme/shop', private: false, default_branch: 'main', files: { 'README.md': '# Shop\n', 'docs/a.md': 'a\n' }, labels: ['incident'] },
    { full_name: 'acme/secret', private: true, default_branch: 'trunk', files: {}, labels: [] },
  ],
  users: [
    { login: 'ann', token: 'token-of-ann', permissions: { 'acme/shop': 'admin' } },
    { login: 'bob', token: 'token-of-bob' },
    { login: 'github-actions[bot]', token: 'ghs_job', type: 'Bot', permissions: { 'acme/shop': 'write' } },
  ],
}

const headers = { accept: 'application/vnd.github+json', 'x-github-api-version': '2022-11-28', 'user-agent': 'tests' }

export function useGitHub() {
  let server
  const github = {
    async start() {
      server = spawn(process.execPath, [join(import.meta.dirname, '../server.mjs')], { stdio: ['pipe', 'pipe', 'inherit'] })
      const [line] = await once(server.stdout, 'data')
      github.url = JSON.parse(line).url
    },
    async stop() {
      server.stdin.end()
      await once(server, 'exit')
    },
    // The answer's status, headers and body.
    async ask(method, path, body, { token = 'ghs_job', ...more } = {}) {
      const all = { authorization: `Bearer ${token}`, ...headers, ...more }
      const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
      const url = path.startsWith('http') ? path : github.url + path
      const response = await fetch(url, { method, headers: sent, body: typeof body === 'string' ? body : body && JSON.stringify(body) })
      const text = await response.text()
      const json = response.headers.get('content-type')?.startsWith('application/json')
      return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text }
    },
    async control(method, name, body) {
      const response = await fetch(`${github.url}/_control/${name}`, { method, body: body && JSON.stringify(body) })
      const answer = await response.json()
      if (response.status !== 200) throw new Error(answer.message)
      return answer
    },
    act: (as, method, path, body) => github.control('POST', 'acts', { as, method, path, body }),
    async messages() {
      return (await github.control('GET', 'violations')).map(({ message }) => message)
    },
    // A branch with one more file than main.
    async branch(name, files = { 'new.md': 'new\n' }) {
      const { body: main } = await github.ask('GET', `${home}/git/ref/heads/main`)
      const { body: base } = await github.ask('GET', `${home}/git/commits/${main.object.sha}`)
      const tree = Object.entries(files).map(([path, content]) => ({ path, mode: '100644', type: 'blob', content }))
      const { body: made } = await github.ask('POST', `${home}/git/trees`, { base_tree: base.tree.sha, tree })
      const { body: commit } = await github.ask('POST', `${home}/git/commits`, { message: 'Change', tree: made.sha, parents: [main.object.sha] })
      await github.ask('POST', `${home}/git/refs`, { ref: `refs/heads/${name}`, sha: commit.sha })
      return commit.sha
    },
  }
  before(() => github.start())
  beforeEach(() => github.control('POST', 'reset', world))
  after(() => github.stop())
  return github
}
