// Builds a world from its definition: accounts, repositories with their files and labels, rights.
import { World, keeper, levels } from './world.mjs'

const emulatorLevels = { read: 'pull', write: 'push' }
const brief = new Set(['login', 'id', 'node_id', 'gravatar_id', 'type', 'site_admin'])

export async function foundWorld(url, { users = [], repositories = [] }) {
  const world = new World(url)
  for (const user of users) world.addUser(user)
  for (const repository of repositories) world.addRepository(repository)
  await start(world)
  for (const repository of repositories) await fill(world, repository)
  for (const user of users) await invite(world, user)
  return world
}

async function start(world) {
  const repositories = [...world.repositories.values()]
  const organisations = new Set(repositories.map(({ owner }) => owner).filter((owner) => !world.user(owner)))
  await world.emulator.start({
    logins: [keeper, ...world.users.map(({ login }) => login)],
    organisations: [...organisations].map((login) => ({ login, members: [{ login: keeper, role: 'admin' }] })),
    repositories: repositories.map(({ owner, name, default_branch, private: hidden }) => ({ owner, name, default_branch, private: hidden })),
  })
  for (const repository of repositories) repository.id = (await world.ask(world.keeperOf(repository), 'GET', `/repos/${repository.full_name}`)).id
  for (const user of world.users) user.account = await accountOf(world, user)
}

// As an account shows itself within other things.
async function accountOf(world, { login }) {
  const profile = await world.ask(keeper, 'GET', `/users/${encodeURIComponent(login)}`)
  return Object.fromEntries(Object.entries(profile).filter(([key]) => key.endsWith('url') || brief.has(key)))
}

// The first commit is the emulator's own; the second one holds exactly the files asked for.
async function fill(world, { full_name, files = {}, labels = [] }) {
  const repository = world.repository(full_name)
  const ask = (method, path, body) => world.ask(world.keeperOf(repository), method, `/repos/${repository.full_name}/${path}`, body)
  for (const label of labels) await ask('POST', 'labels', { color: 'ededed', ...(typeof label === 'string' ? { name: label } : label) })
  if (Object.keys(files).length === 0) return
  const branch = `heads/${repository.default_branch}`
  const { object } = await ask('GET', `git/ref/${branch}`)
  const entries = Object.entries(files).map(([path, content]) => ({ path, mode: '100644', type: 'blob', content }))
  const tree = await ask('POST', 'git/trees', { tree: entries })
  const commit = await ask('POST', 'git/commits', { message: 'Add files', tree: tree.sha, parents: [object.sha] })
  await ask('PATCH', `git/refs/${branch}`, { sha: commit.sha })
}

async function invite(world, { login, permissions = {} }) {
  for (const [name, level] of Object.entries(permissions)) {
    const repository = world.repository(name)
    if (!repository) throw new Error(`${login} has a permission in ${name}, which is not in the world.`)
    if (!levels.includes(level)) throw new Error(`${login} has the permission '${level}' in ${name}; known are ${levels.join(', ')}.`)
    if (level === 'none' || repository.owner.toLowerCase() === login.toLowerCase()) continue
    const path = `/repos/${repository.full_name}/collaborators/${encodeURIComponent(login)}`
    await world.ask(world.keeperOf(repository), 'PUT', path, { permission: emulatorLevels[level] ?? level })
  }
}
