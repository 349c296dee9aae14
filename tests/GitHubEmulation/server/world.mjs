// One world: the accounts and repositories of a test, and what the emulator itself cannot keep about them.
import { Emulator } from './emulator.mjs'
import { toPublic } from './ids.mjs'
import { moment } from './locations.mjs'
import { repair } from './repairs.mjs'

// Acts for organisations, which cannot act themselves.
export const keeper = 'admin'
export const levels = ['none', 'read', 'triage', 'write', 'maintain', 'admin']

export class World {
  emulator = new Emulator()
  repositories = new Map()
  issues = new Map() // id -> { repository, number, closed }, of every issue ever shown
  moments = new Map() // id of an issue or a comment -> times that differ from the emulator's
  minimized = new Map() // id of a comment -> reason
  commentOrder = new Map() // id of a comment -> its place among the events
  timelines = new Map() // repository and number -> events
  children = new Map() // id of an issue -> ids of its sub-issues
  parents = new Map() // and back
  pulls = new Map() // repository and number -> what the emulator does not keep about a pull request
  spent = new Map() // token -> requests
  #users = new Map()
  #tokens = new Map()
  #writing = Promise.resolve()
  #order = 0

  constructor(url) {
    this.url = url
  }

  addUser({ login, token, type = 'User', permissions = {} }) {
    const user = { login, type, permissions: new Map(Object.entries(permissions).map(([name, level]) => [name.toLowerCase(), level])) }
    this.#users.set(login.toLowerCase(), user)
    if (token) this.#tokens.set(token, user)
  }

  addRepository({ full_name, private: hidden = false, default_branch = 'main' }) {
    const [owner, name] = full_name.split('/')
    this.repositories.set(full_name.toLowerCase(), { full_name, owner, name, private: hidden, default_branch })
  }

  get users() {
    return [...this.#users.values()]
  }

  user(login) {
    return this.#users.get(login?.toLowerCase())
  }

  userOf(token) {
    return this.#tokens.get(token)
  }

  repository(fullName) {
    return this.repositories.get(fullName.toLowerCase())
  }

  repositoryById(id) {
    return [...this.repositories.values()].find((repository) => repository.id === Number(id))
  }

  keeperOf({ owner }) {
    return this.user(owner)?.login ?? keeper
  }

  permission(user, repository) {
    if (user.login.toLowerCase() === repository.owner.toLowerCase()) return 'admin'
    return user.permissions.get(repository.full_name.toLowerCase()) ?? (repository.private ? 'none' : 'read')
  }

  can(user, level, repository) {
    return levels.indexOf(this.permission(user, repository)) >= levels.indexOf(level)
  }

  // Asks the emulator for something that must succeed, and gives back the body as GitHub would write it.
  async ask(login, method, path, body) {
    const answer = await this.emulator.request(login, method, path, body)
    if (answer.status >= 400) throw new Error(`${method} ${path} was answered ${answer.status}: ${answer.body?.message}`)
    return repair(answer.body, this)
  }

  async askAll(login, path) {
    const items = []
    for (let page = 1; ; page++) {
      const found = await this.ask(login, 'GET', `${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`)
      items.push(...found)
      if (found.length < 100) return items
    }
  }

  // Writes happen one after the other, so that two at once meet each other's outcome and not its half.
  exclusively(write) {
    const done = this.#writing.then(write)
    this.#writing = done.catch(() => {})
    return done
  }

  nextOrder() {
    return ++this.#order
  }

  // Adds an event to the timeline of an issue or a pull request.
  record(repository, number, event, actor, at, fields = {}) {
    const order = this.nextOrder()
    const id = toPublic('event', order)
    const key = `${repository.full_name}#${number}`
    const entry = {
      id,
      node_id: `EV_${id}`,
      url: `${this.url}/repos/${repository.full_name}/issues/events/${id}`,
      actor: actor ? this.user(actor).account : null,
      event,
      commit_id: null,
      commit_url: null,
      created_at: moment(at),
      performed_via_github_app: null,
      ...fields,
    }
    this.timelines.set(key, [...(this.timelines.get(key) ?? []), { order, entry }])
    return entry
  }

  timeline(repository, number) {
    return this.timelines.get(`${repository.full_name}#${number}`) ?? []
  }

  setMoments(id, times) {
    const known = Object.fromEntries(Object.entries(times).filter(([, value]) => value !== undefined && value !== null))
    this.moments.set(id, { ...this.moments.get(id), ...Object.fromEntries(Object.entries(known).map(([name, at]) => [name, moment(at)])) })
  }

  // From now on the emulator's own time of the last change counts.
  touch(id) {
    const times = this.moments.get(id)
    if (times) delete times.updated_at
  }

  forgetClosing(id) {
    delete this.moments.get(id)?.closed_at
  }

  async stop() {
    await this.emulator.stop()
  }
}
