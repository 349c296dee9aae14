// GraphQL, as far as it is in use: who the token is, and what folders hold.
import { ok } from './answers.mjs'

const viewer = 'query{viewer{login}}'

export function checkQuery(body) {
  if (typeof body?.query !== 'string') return ['The body has no query.']
  const unknown = Object.keys(body).filter((name) => !['query', 'variables', 'operationName'].includes(name))
  return [
    ...unknown.map((name) => `The property 'body.${name}' is not documented.`),
    ...(asksViewer(body) || asksFolders(body) ? [] : [`The emulation does not know ${body.query}.`]),
  ]
}

export async function answerQuery(world, user, body) {
  if (asksViewer(body)) return ok({ data: { viewer: { login: user.login } } })
  if (asksFolders(body)) return folders(world, user, body.variables)
  return ok({ errors: [{ type: 'NOT_IMPLEMENTED', message: 'The emulation does not know this query.' }] })
}

const plain = (body) => (typeof body?.query === 'string' ? body.query.replace(/\s/g, '') : '')
const asksViewer = (body) => plain(body) === viewer
const asksFolders = (body) => plain(body) === foldersQuery(expressions(body?.variables ?? {}))
const expressions = (variables) => Object.keys(variables).filter((name) => /^e\d+$/.test(name))

function foldersQuery(names) {
  const parts = names.map((name) => `f${name.slice(1)}:object(expression:$${name}){...onTree{entries{namemode}}}`)
  return `query($owner:String!,$name:String!${names.map((name) => `,$${name}:String!`).join('')}){repository(owner:$owner,name:$name){${parts.join('')}}}`
}

async function folders(world, user, variables) {
  const repository = world.repository(`${variables.owner}/${variables.name}`)
  if (!repository || !world.can(user, 'read', repository)) {
    return ok({ data: { repository: null }, errors: [{ type: 'NOT_FOUND', message: 'Could not resolve to a Repository.' }] })
  }
  const listing = {}
  for (const name of expressions(variables)) listing[`f${name.slice(1)}`] = await folder(world, repository, variables[name])
  return ok({ data: { repository: listing } })
}

// `COMMIT:PATH`, as Git writes it. A file is an object without entries.
async function folder(world, repository, expression) {
  const [commit, path] = expression.split(/:(.*)/s)
  const home = `/repos/${repository.full_name}/git`
  const ask = (route) => world.ask(world.keeperOf(repository), 'GET', `${home}/${route}`)
  let item = { type: 'tree', sha: (await ask(`commits/${commit}`)).tree.sha }
  for (const name of path.split('/').filter(Boolean)) {
    if (item?.type !== 'tree') return null
    item = (await ask(`trees/${item.sha}`)).tree.find((entry) => entry.path === name)
  }
  if (!item) return null
  if (item.type !== 'tree') return {}
  return { entries: (await ask(`trees/${item.sha}`)).tree.map((entry) => ({ name: entry.path, mode: Number.parseInt(entry.mode, 8) })) }
}
