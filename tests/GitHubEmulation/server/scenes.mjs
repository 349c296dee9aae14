// What a test puts into the world before the product runs, at the time it says.
import { Call } from './call.mjs'
import { createComment } from './comments.mjs'
import { findIssue } from './issue-views.mjs'
import { createIssue } from './issues.mjs'
import { establish } from './labels.mjs'
import { moment } from './locations.mjs'

// Without an author, whoever keeps the repository acts.
function callOf({ world }, { repository: name, author, body, number }) {
  const repository = world.repository(name ?? '')
  if (!repository) throw new Error(`There is no repository '${name}' in the world.`)
  const user = author ? world.user(author) : { login: world.keeperOf(repository) }
  if (!user) throw new Error(`There is no user '${author}' in the world.`)
  const parameters = { owner: repository.owner, repo: repository.name, ...(number && { issue_number: String(number) }) }
  return new Call({ world, user, operation: {}, parameters, body })
}

export function addIssue(stage, { repository, author, title, body, labels, assignees, created_at: at }) {
  const call = callOf(stage, { repository, author, body: { title, body, labels: labels ?? [], assignees: assignees ?? [] } })
  return stage.world.exclusively(async () => {
    const { number, id, html_url } = (await createIssue(call, { asForm: true, at })).body
    return { number, id, html_url }
  })
}

export function addComment(stage, { repository, issue: number, author, body, created_at: at, updated_at: edited, minimized }) {
  const call = callOf(stage, { repository, author, body: { body }, number })
  return stage.world.exclusively(async () => {
    const { world } = stage
    const { id, html_url } = (await createComment(call)).body
    if (at) world.setMoments(id, { created_at: at, updated_at: edited ?? at })
    if (minimized) world.minimized.set(id, minimized)
    if (at) await changedAt(call, at)
    return { id, html_url }
  })
}

// Hides a comment, or shows it again.
export function changeComment({ world }, { id, minimized }) {
  if (minimized) world.minimized.set(id, minimized)
  else world.minimized.delete(id)
  return {}
}

// An event takes effect on the issue if it can: a label is added, the state changes. Anything else is only written down.
export function addEvent(stage, { repository, issue: number, event: name, actor, created_at: at, label, title, source, ...fields }) {
  const call = callOf(stage, { repository, author: actor, number })
  return stage.world.exclusively(async () => {
    const { world } = stage
    const issue = await findIssue(world, call.repository, number)
    if (!issue) throw new Error(`There is no issue ${number} in ${repository}.`)
    const extra = { ...fields, ...(await effectOf(call, issue, name, { label, title })), ...(source && (await crossReference(call, source, at))) }
    const entry = world.record(call.repository, number, name, actor, at, extra)
    if (name === 'cross-referenced') for (const key of ['id', 'node_id', 'url', 'commit_id', 'commit_url', 'performed_via_github_app']) delete entry[key]
    await changedAt(call, at ?? entry.created_at, name === 'closed')
    return { id: entry.id ?? null }
  })
}

async function effectOf(call, issue, name, { label, title }) {
  const write = async (method, path, body) => (await call.within(method, `issues/${issue.number}${path}`, body)).body
  if (name === 'labeled') {
    const [established] = await establish(call, [label])
    const all = await write('POST', '/labels', { labels: [established] })
    return { label: colored(all.find((one) => one.name === established)) }
  }
  if (name === 'unlabeled') {
    const present = issue.labels.find((one) => one.name.toLowerCase() === label.toLowerCase())
    if (present) await write('DELETE', `/labels/${encodeURIComponent(present.name)}`)
    return { label: present ? colored(present) : { name: label, color: 'ededed' } }
  }
  if (name === 'closed' || name === 'reopened') {
    call.world.forgetClosing(issue.id)
    const { state_reason } = await write('PATCH', '', { state: name === 'closed' ? 'closed' : 'open' })
    return { state_reason }
  }
  if (name === 'renamed') {
    await write('PATCH', '', { title })
    return { rename: { from: issue.title, to: title } }
  }
  return {}
}

const colored = ({ name, color }) => ({ name, color })

async function crossReference(call, { repository, issue }, at) {
  const home = repository ? call.world.repository(repository) : call.repository
  const found = await findIssue(call.world, home, issue)
  if (!found) throw new Error(`There is no issue ${issue} in ${home.full_name}.`)
  const shownHome = await call.world.ask(call.world.keeperOf(home), 'GET', `/repos/${home.full_name}`)
  return { source: { type: 'issue', issue: { ...found, repository: shownHome } }, updated_at: moment(at) }
}

// Keeps the issue's own times in step with what happened at a time of the past.
async function changedAt(call, at, closed = false) {
  const { world, repository, number } = call
  const { id, created_at } = await findIssue(world, repository, number)
  const latest = [created_at, moment(at), ...world.timeline(repository, number).map(({ entry }) => entry.created_at)].sort().at(-1)
  world.setMoments(id, { updated_at: latest, ...(closed && { closed_at: at }) })
}
