// Makes what `emulate` answers look like GitHub: times, addresses, kinds of account.
import { failureBody } from './answers.mjs'
import { webServer } from './locations.mjs'

const apiPath = /^\/(repos|users|repositories|orgs|search|user|rate_limit)(\/|$|\?)/
const milliseconds = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d+Z$/

export function repair(value, world, key = '') {
  if (typeof value === 'string') return repairText(value, world, key)
  if (Array.isArray(value)) return value.map((item) => repair(item, world, key))
  if (value === null || typeof value !== 'object') return value
  const repaired = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, repair(inner, world, name)]))
  return repairAccount(repaired, world)
}

function repairText(text, world, key) {
  if (key.endsWith('_at') || key === 'date') return text.replace(milliseconds, '$1Z')
  if (key === 'git_url' || key === 'ssh_url') text = text.replace(/^(git:\/\/|git@)localhost:\d+/, '$1github.com')
  if (!key.endsWith('url') && key !== 'href' && key !== 'self' && key !== 'html' && key !== 'git') return text
  if (!text.startsWith(world.emulator.url)) return text
  const path = text.slice(world.emulator.url.length).replaceAll('[', '%5B').replaceAll(']', '%5D')
  return (apiPath.test(path) ? world.url : webServer) + path
}

function repairAccount(value, world) {
  if ('login' in value && 'avatar_url' in value) return { ...value, ...account(value, world) }
  // An app's comments carry no association with the repository.
  if ('author_association' in value && value.user?.type === 'Bot') return { ...value, author_association: 'NONE' }
  return value
}

// The emulator shows an organisation with fewer fields than an owner has.
function account({ login, type }, world) {
  const escaped = encodeURIComponent(login)
  const url = `${world.url}/users/${escaped}`
  return {
    url,
    html_url: `${webServer}/${escaped}`,
    gravatar_id: '',
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: world.user(login)?.type ?? type ?? 'Organization',
    site_admin: false,
  }
}

const messages = new Map([
  ['Validation failed', 'Validation Failed'],
  ['Update is not a fast-forward', 'Update is not a fast forward'],
  ['Invalid sha', 'Object does not exist'],
])

export function repairFailure({ status, body }, call) {
  const message = body?.message ?? ''
  if (status === 403 && message === 'Forbidden') return failureBody(403, call.refusal)
  if (message.startsWith('"sha" wasn\'t supplied')) return failureBody(status, 'Invalid request.\n\n"sha" wasn\'t supplied.')
  return failureBody(status, messages.get(message) ?? message, body?.errors)
}
