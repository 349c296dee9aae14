// Issues as GitHub shows them. A pull request is an issue too.
import { toPublic } from './ids.mjs'
import { webUrl } from './locations.mjs'
import { shownPull, shownPulls } from './pull-views.mjs'
import { repair } from './repairs.mjs'

export async function findIssue(world, repository, number) {
  const answer = await world.emulator.request(world.keeperOf(repository), 'GET', `/repos/${repository.full_name}/issues/${number}`)
  if (answer.status === 200) return showIssue(world, repository, repair(answer.body, world))
  const pull = await shownPull(world, repository, number)
  return pull && asIssue(world, repository, pull)
}

export async function allIssues(world, repository) {
  const raw = await world.askAll(world.keeperOf(repository), `/repos/${repository.full_name}/issues?state=all&sort=created&direction=asc`)
  const pulls = await shownPulls(world, repository)
  return [...raw.map((issue) => showIssue(world, repository, issue)), ...pulls.map((pull) => asIssue(world, repository, pull))]
}

// By what GraphQL knows an issue.
export const nodeOf = (id) => `I_kwDO${id}`
export const idOf = (node) => Number(/^I_kwDO(\d+)$/.exec(node)?.[1])

// An issue of the emulator as GitHub shows it.
export function showIssue(world, repository, raw) {
  const id = toPublic('issue', raw.id)
  world.issues.set(id, { repository, number: raw.number, closed: raw.state === 'closed' })
  return { ...raw, ...relations(world, id), id, node_id: nodeOf(id), type: null, ...world.moments.get(id) }
}

function asIssue(world, repository, pull) {
  const id = toPublic('pullRequestAsIssue', pull.number + repository.id * 100_000)
  const api = `${world.url}/repos/${repository.full_name}`
  const self = `${api}/issues/${pull.number}`
  const { node_id, number, title, user, labels, state, locked, assignee, assignees, milestone, created_at, updated_at, closed_at, body, author_association, draft } = pull
  return {
    url: self,
    repository_url: api,
    labels_url: `${self}/labels{/name}`,
    comments_url: `${self}/comments`,
    events_url: `${self}/events`,
    html_url: pull.html_url,
    ...{ id, node_id, number, title, user, labels, state, locked, assignee, assignees, milestone, created_at, updated_at, closed_at, body, author_association, draft },
    state_reason: null,
    active_lock_reason: null,
    comments: pull.comments,
    closed_by: null,
    timeline_url: `${self}/timeline`,
    performed_via_github_app: null,
    pull_request: { url: pull.url, html_url: pull.html_url, diff_url: pull.diff_url, patch_url: pull.patch_url, merged_at: pull.merged_at },
    ...world.moments.get(id),
  }
}

function relations(world, id) {
  const children = (world.children.get(id) ?? []).map((child) => world.issues.get(child))
  const completed = children.filter(({ closed }) => closed).length
  const percent = children.length === 0 ? 0 : Math.floor((100 * completed) / children.length)
  const parent = world.issues.get(world.parents.get(id))
  return {
    sub_issues_summary: { total: children.length, completed, percent_completed: percent },
    issue_dependencies_summary: { blocked_by: 0, total_blocked_by: 0, blocking: 0, total_blocking: 0 },
    parent_issue_url: parent ? `${world.url}/repos/${parent.repository.full_name}/issues/${parent.number}` : null,
  }
}

// What another issue's event says about this one.
export function reference({ number, title, state }, repository) {
  const { id, full_name, name } = repository
  return { number, title, state, html_url: webUrl(repository, `issues/${number}`), issue_type: null, repository: { id, name, full_name } }
}
