// Runs `emulate`'s GitHub service, which keeps repositories, files, issues, comments, labels and pull requests.
import { randomUUID } from 'node:crypto'
import { createEmulator } from 'emulate'

// Either would replace the addresses in the emulator's answers, by which it is found.
delete process.env.EMULATE_BASE_URL
delete process.env.PORTLESS_URL

export class Emulator {
  #service
  #secret = randomUUID()

  get url() {
    return this.#service.url
  }

  // `logins` may act; `accounts`, `organisations` and `repositories` are what exists at the start.
  async start({ logins, organisations, repositories }) {
    const tokens = Object.fromEntries(logins.map((login) => [this.#token(login), { login }]))
    const github = { users: logins.map((login) => ({ login })), orgs: organisations, repos: repositories }
    this.#service = await createEmulator({ service: 'github', port: 0, hostname: '127.0.0.1', seed: { tokens, github } })
  }

  #token(login) {
    return `${this.#secret}-${login}`
  }

  async request(login, method, path, body, accept = 'application/vnd.github+json') {
    const response = await fetch(this.url + path, {
      method,
      headers: { authorization: `Bearer ${this.#token(login)}`, accept, 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const bytes = Buffer.from(await response.arrayBuffer())
    const contentType = response.headers.get('content-type') ?? ''
    const json = contentType.startsWith('application/json') && bytes.length > 0
    return { status: response.status, link: response.headers.get('link'), contentType, bytes, body: json ? JSON.parse(bytes) : undefined }
  }

  async stop() {
    await this.#service.close()
  }
}
