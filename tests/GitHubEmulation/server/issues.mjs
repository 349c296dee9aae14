// Issues. A pull request is an issue too: it has a number of the same series, and shows itself wherever issues do.
import { created, invalid, notFound, ok } from './answers.mjs'
import { isCollaborator } from './access.mjs'
import { filtered, sorted } from './issue-filters.mjs'
import { allIssues, findIssue, showIssue } from './issue-views.mjs'
import { establish } from './labels.mjs'
import { checkIssueText } from './limits.mjs'
import { paginate } from './pages.mjs'
import { changePull } from './pulls.mjs'

export async function listIssues(call) {
  return paginate(call, sorted(filtered(await allIssues(call.world, call.repository), call.query), call.query))
}

export async function getIssue(call) {
  const issue = await findIssue(call.world, call.repository, call.number)
  if (!issue) throw notFound()
  return ok(issue)
}

// `asForm`: as when an issue form is sent, which sets its labels and assignees whoever sends it.
export async function createIssue(call, { asForm = false, at } = {}) {
  const { title, body, labels = [], assignees = [], milestone } = call.body ?? {}
  if (title === undefined) throw invalid({ resource: 'Issue', code: 'missing_field', field: 'title' })
  checkIssueText({ title, body })
  const wanted = { title: String(title), body: body ?? null }
  // What else is asked for is left out without a word, if the caller has no say in it.
  if (asForm || call.can('triage')) Object.assign(wanted, { labels: await establish(call, labels), assignees: checkAssignees(call, assignees), milestone })
  const { body: raw } = await call.within('POST', 'issues', wanted)
  const issue = showIssue(call.world, call.repository, raw)
  await addEvents(call, { ...issue, labels: [], assignees: [] }, at ?? issue.created_at)
  if (at) call.world.setMoments(issue.id, { created_at: at, updated_at: at })
  return created(await findIssue(call.world, call.repository, issue.number))
}

export async function updateIssue(call) {
  const before = await findIssue(call.world, call.repository, call.number)
  if (!before) throw notFound()
  const mayTriage = call.can('triage')
  call.require(mayTriage || before.user?.login === call.user.login)
  checkIssueText(call.body ?? {})
  const { labels, assignees, milestone, ...plain } = call.body ?? {}
  if (plain.title !== undefined) plain.title = String(plain.title)
  if (plain.state_reason !== undefined && (plain.state ?? before.state) === before.state) delete plain.state_reason
  const change = { ...plain }
  if (mayTriage) {
    if (labels) change.labels = await establish(call, labels)
    if (assignees) change.assignees = checkAssignees(call, assignees)
    if (milestone !== undefined) change.milestone = milestone
  }
  if (before.pull_request) await changePullAsIssue(call, change)
  else await call.within('PATCH', `issues/${call.number}`, change)
  return ok(await addEvents(call, before))
}

async function changePullAsIssue(call, { labels, assignees, milestone, state_reason, ...plain }) {
  if (labels) await call.within('PUT', `issues/${call.number}/labels`, { labels })
  await changePull(call, { ...plain, ...(assignees && { assignees }) })
}

function checkAssignees(call, logins) {
  if (logins.length > 10) throw invalid({ resource: 'Issue', code: 'custom', field: 'assignees', message: 'An issue can have at most 10 assignees' })
  const errors = logins.filter((login) => !isCollaborator(call, login)).map((value) => ({ value, resource: 'Issue', field: 'assignees', code: 'invalid' }))
  if (errors.length > 0) throw invalid(...errors)
  return logins.map((login) => call.world.user(login).login)
}

// Writes the difference between what was and what is into the timeline, and gives back what is.
export async function addEvents(call, before, at) {
  const { world, repository, user } = call
  world.touch(before.id)
  const after = await findIssue(world, repository, before.number)
  const record = (event, fields) => world.record(repository, after.number, event, user.login, at, fields)
  const gone = (from, to, key) => from.filter((one) => !to.some((other) => other[key] === one[key]))
  const colored = ({ name, color }) => ({ label: { name, color } })
  for (const label of gone(before.labels, after.labels, 'name')) record('unlabeled', colored(label))
  for (const label of gone(after.labels, before.labels, 'name')) record('labeled', colored(label))
  for (const assignee of gone(before.assignees, after.assignees, 'login')) record('unassigned', { assignee })
  for (const assignee of gone(after.assignees, before.assignees, 'login')) record('assigned', { assignee })
  if (before.title !== after.title) record('renamed', { rename: { from: before.title, to: after.title } })
  if (before.state !== after.state) {
    world.forgetClosing(before.id)
    record(after.state === 'closed' ? 'closed' : 'reopened', { state_reason: after.state_reason })
  }
  return after
}
