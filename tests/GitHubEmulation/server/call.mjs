// One request on its way to an answer: who asks, for what, and how to ask the emulator in turn.
import { Failure } from './answers.mjs'
import { repair, repairFailure } from './repairs.mjs'

export class Call {
  constructor({ world, user, token = '', operation, parameters, query = new URLSearchParams(), body, path, accept }) {
    Object.assign(this, { world, user, token, operation, query, body, path, accept })
    this.parameters = Object.fromEntries(Object.entries(parameters).map(([name, text]) => [name, decodeURIComponent(text)]))
    const { owner, repo } = this.parameters
    this.repository = owner && repo ? world.repository(`${owner}/${repo}`) : undefined
  }

  get number() {
    return Number(this.parameters.issue_number ?? this.parameters.pull_number)
  }

  // GitHub's words for a right that is missing.
  get refusal() {
    return this.token.startsWith('ghs_') ? 'Resource not accessible by integration' : 'Must have admin rights to Repository.'
  }

  can(level) {
    return this.world.can(this.user, level, this.repository)
  }

  require(allowed) {
    if (!allowed) throw new Failure(403, this.refusal)
  }

  // The emulator's answer to the caller, as GitHub would write it. A refusal is thrown.
  async emulate(method, path, body, accept) {
    const answer = await this.world.emulator.request(this.user.login, method, path, body, accept)
    if (answer.status < 400) return { ...answer, body: repair(answer.body, this.world) }
    const failure = repairFailure(answer, this)
    throw new Failure(answer.status, failure.message, failure.errors)
  }

  // The same for a path within the repository.
  within(method, path, body) {
    return this.emulate(method, `/repos/${this.repository.full_name}/${path}`, body)
  }

  forward() {
    const query = this.query.size > 0 ? `?${this.query}` : ''
    return this.emulate(this.operation.method, this.path + query, this.body, this.accept)
  }
}
