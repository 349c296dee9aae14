// Pull requests. `emulate` keeps their text, labels and reviewers; that they fit their branches is seen to here.
import { isCollaborator } from './access.mjs'
import { Failure, created, invalid, notFound, ok } from './answers.mjs'
import { findIssue } from './issue-views.mjs'
import { addEvents } from './issues.mjs'
import { checkIssueText } from './limits.mjs'
import { paginate } from './pages.mjs'
import { branchSha, compare, comparison, keyOf, shownPull, shownPulls, simple } from './pull-views.mjs'

const wrong = (field) => ({ resource: 'PullRequest', field, code: 'invalid' })
const missing = (field) => ({ resource: 'PullRequest', field, code: 'missing_field' })
const custom = (message) => ({ resource: 'PullRequest', code: 'custom', message })

export async function listPulls(call) {
  const { query } = call
  const state = query.get('state') ?? 'open'
  // A head without an owner is no filter.
  const head = query.get('head')?.includes(':') ? query.get('head').toLowerCase() : null
  const base = query.get('base')
  const pulls = (await shownPulls(call.world, call.repository))
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => !head || pull.head.label.toLowerCase() === head)
    .filter((pull) => !base || pull.base.ref === base)
  const key = query.get('sort') === 'updated' ? 'updated_at' : 'number'
  const descending = (query.get('direction') ?? (query.get('sort') ? 'asc' : 'desc')) === 'desc'
  pulls.sort((a, b) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : a.number - b.number) * (descending ? -1 : 1))
  return paginate(call, pulls.map(simple))
}

export async function getPull(call) {
  return ok(await find(call))
}

export async function createPull(call) {
  const { world, repository } = call
  const { title, body, head, base, draft } = call.body ?? {}
  const absent = Object.entries({ title, head, base }).filter(([, value]) => !value).map(([field]) => missing(field))
  if (absent.length > 0) throw invalid(...absent)
  checkIssueText({ title, body })
  const branch = await checkBranches(call, head, base)
  const { body: raw } = await call.within('POST', 'pulls', { title, body, head: branch, base, draft })
  world.pulls.set(keyOf(repository, raw.number), {})
  return created(await shownPull(world, repository, raw.number))
}

// Gives back the head branch's name without its owner.
async function checkBranches({ world, repository }, head, base) {
  const [owner, branch] = head.includes(':') ? head.split(':') : [repository.owner, head]
  if (!(await branchSha(world, repository, base))) throw invalid(wrong('base'))
  if (owner.toLowerCase() !== repository.owner.toLowerCase() || !(await branchSha(world, repository, branch))) throw invalid(wrong('head'))
  const open = (await shownPulls(world, repository)).some((pull) => pull.state === 'open' && pull.head.ref === branch && pull.base.ref === base)
  if (open) throw invalid(custom(`A pull request already exists for ${repository.owner}:${branch}.`))
  if ((await compare(world, repository, base, branch)).ahead_by === 0) throw invalid(custom(`No commits between ${base} and ${branch}`))
  return branch
}

export async function updatePull(call) {
  const before = await findIssue(call.world, call.repository, call.number)
  if (!before?.pull_request) throw notFound()
  call.require(call.can('write') || before.user.login === call.user.login)
  await changePull(call, call.body ?? {})
  await addEvents(call, before)
  return ok(await find(call))
}

export async function changePull(call, { assignees, maintainer_can_modify, ...change }, number = call.number) {
  const { world, repository } = call
  checkIssueText(change)
  const kept = world.pulls.get(keyOf(repository, number))
  const pull = await shownPull(world, repository, number)
  if (change.base && !(await branchSha(world, repository, change.base))) throw invalid(wrong('base'))
  if (change.state === 'open' && pull.merged) throw invalid({ ...wrong('state'), code: 'custom', message: 'state cannot be changed. The pull request is merged.' })
  if (change.state === 'closed') kept.headSha = pull.head.sha
  if (change.state === 'open') delete kept.headSha
  if (assignees) kept.assignees = assignees
  await call.within('PATCH', `pulls/${number}`, change)
}

export async function listPullCommits(call) {
  const pull = await find(call)
  return paginate(call, (await comparison(call.world, call.repository, pull)).commits)
}

export async function listPullFiles(call) {
  const pull = await find(call)
  return paginate(call, (await comparison(call.world, call.repository, pull)).files)
}

export async function requestReviewers(call) {
  const { reviewers = [], team_reviewers: teams = [] } = call.body ?? {}
  const pull = await find(call)
  if (teams.length > 0 && call.token.startsWith('ghs_')) throw new Failure(422, "Could not resolve to a node with the global id of ''")
  if (reviewers.some((login) => login.toLowerCase() === pull.user.login.toLowerCase())) throw new Failure(422, 'Review cannot be requested from pull request author.')
  if (!reviewers.every((login) => isCollaborator(call, login))) {
    const stranger = `One or more of the users or teams you specified is not a collaborator of the ${call.repository.full_name} repository.`
    throw new Failure(422, `Reviews may only be requested from collaborators. ${stranger}`)
  }
  await call.within('POST', `pulls/${call.number}/requested_reviewers`, { reviewers })
  return created(simple(await find(call)))
}

async function find(call) {
  const pull = await shownPull(call.world, call.repository, call.number)
  if (!pull) throw notFound()
  return pull
}
