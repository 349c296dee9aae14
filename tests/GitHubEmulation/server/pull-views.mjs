// Pull requests as GitHub shows them: where their branches stand now, and what lies between.
import { toPublic } from './ids.mjs'
import { repair } from './repairs.mjs'

const onlyOfOne = [
  'merged', 'mergeable', 'rebaseable', 'mergeable_state', 'merged_by', 'comments', 'review_comments',
  'maintainer_can_modify', 'commits', 'additions', 'deletions', 'changed_files',
]

export async function shownPull(world, repository, number) {
  const answer = await world.emulator.request(world.keeperOf(repository), 'GET', `/repos/${repository.full_name}/pulls/${number}`)
  return answer.status === 200 ? show(world, repository, repair(answer.body, world)) : null
}

export async function shownPulls(world, repository) {
  const raw = await world.askAll(world.keeperOf(repository), `/repos/${repository.full_name}/pulls?state=all&sort=created&direction=asc`)
  return Promise.all(raw.map((pull) => show(world, repository, pull)))
}

// A pull request follows its branch as long as it is open.
async function show(world, repository, raw) {
  const kept = world.pulls.get(keyOf(repository, raw.number)) ?? {}
  const headSha = kept.headSha ?? (await branchSha(world, repository, raw.head.ref)) ?? raw.head.sha
  const pull = { ...raw, id: toPublic('pullRequest', raw.id), head: { ...raw.head, sha: headSha }, merge_commit_sha: kept.mergeSha ?? null }
  const assignees = (kept.assignees ?? []).map((login) => world.user(login).account)
  const { files, total_commits: commits } = await comparison(world, repository, pull)
  const sum = (key) => files.reduce((total, file) => total + file[key], 0)
  const comments = await world.askAll(world.keeperOf(repository), `/repos/${repository.full_name}/issues/${raw.number}/comments`)
  const counts = { commits, additions: sum('additions'), deletions: sum('deletions'), changed_files: files.length, comments: comments.length }
  return { ...pull, assignee: assignees[0] ?? null, assignees, ...counts }
}

// What a list shows of each. GitHub's description gives every label there a text as description, also an empty one.
export const simple = (pull) => {
  const kept = Object.fromEntries(Object.entries(pull).filter(([name]) => !onlyOfOne.includes(name)))
  return { ...kept, labels: kept.labels.map((label) => ({ ...label, description: label.description ?? '' })) }
}

export const keyOf = (repository, number) => `${repository.full_name}#${number}`

export function comparison(world, repository, pull) {
  const base = world.pulls.get(keyOf(repository, pull.number))?.baseSha ?? pull.base.ref
  return compare(world, repository, base, pull.head.sha)
}

const escaped = (name) => name.split('/').map(encodeURIComponent).join('/')

export function compare(world, repository, base, head) {
  return world.ask(world.keeperOf(repository), 'GET', `/repos/${repository.full_name}/compare/${escaped(base)}...${escaped(head)}`)
}

export async function branchSha(world, repository, branch) {
  const answer = await world.emulator.request(world.keeperOf(repository), 'GET', `/repos/${repository.full_name}/git/ref/heads/${escaped(branch)}`)
  return answer.status === 200 ? answer.body.object.sha : null
}
