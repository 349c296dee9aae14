// Merging a pull request: both sides' changes come together, and the issues that it says it closes are closed.
import { Failure, notFound, ok } from './answers.mjs'
import { closedBy } from './closing-keywords.mjs'
import { findIssue } from './issue-views.mjs'
import { addEvents } from './issues.mjs'
import { branchSha, compare, keyOf, shownPull } from './pull-views.mjs'

export async function mergePull(call) {
  const { world, repository, number } = call
  const pull = await shownPull(world, repository, number)
  if (!pull) throw notFound()
  if (pull.state === 'closed') throw new Failure(405, 'Pull Request is not mergeable')
  if (pull.draft) throw new Failure(405, 'Pull Request is still a draft')
  if (call.body?.sha && call.body.sha !== pull.head.sha) throw new Failure(409, 'Head branch was modified. Review and try the merge again.')
  const before = await findIssue(world, repository, number)
  const ours = await compare(world, repository, pull.base.ref, pull.head.sha)
  const baseSha = await branchSha(world, repository, pull.base.ref)
  const sha = await commit(call, pull, ours, baseSha)
  // The emulator marks the pull request as merged, and moves the base to a commit of its own, without the base's changes.
  await call.within('PUT', `pulls/${number}/merge`, {})
  await call.within('PATCH', `git/refs/heads/${pull.base.ref}`, { sha, force: true })
  Object.assign(world.pulls.get(keyOf(repository, number)), { mergeSha: sha, headSha: pull.head.sha, baseSha })
  world.record(repository, number, 'merged', call.user.login, undefined, { commit_id: sha })
  await addEvents(call, before)
  if (pull.base.ref === repository.default_branch) await closeIssues(call, [pull.body ?? '', ...ours.commits.map((one) => one.commit.message)])
  return ok({ sha, merged: true, message: 'Pull Request successfully merged' })
}

async function commit(call, pull, ours, baseSha) {
  const theirs = await compare(call.world, call.repository, ours.merge_base_commit.sha, baseSha)
  const conflicts = ours.files.filter((file) => theirs.files.some((other) => other.filename === file.filename && other.sha !== file.sha))
  if (conflicts.length > 0) throw new Failure(405, 'Pull Request is not mergeable')
  const blob = (path, sha) => ({ path, mode: '100644', type: 'blob', sha })
  const entries = ours.files.flatMap((file) => [
    blob(file.filename, file.status === 'removed' ? null : file.sha),
    ...(file.previous_filename ? [blob(file.previous_filename, null)] : []),
  ])
  const { body: base } = await call.within('GET', `git/commits/${baseSha}`)
  const { body: tree } = await call.within('POST', 'git/trees', { base_tree: base.tree.sha, tree: entries })
  const parents = (call.body?.merge_method ?? 'merge') === 'merge' ? [baseSha, pull.head.sha] : [baseSha]
  const message = call.body?.commit_title ?? `Merge pull request #${pull.number} from ${pull.head.label.replace(':', '/')}\n\n${pull.title}`
  return (await call.within('POST', 'git/commits', { message, tree: tree.sha, parents })).body.sha
}

async function closeIssues(call, texts) {
  for (const number of new Set(texts.flatMap(closedBy))) {
    const issue = await findIssue(call.world, call.repository, number)
    if (!issue || issue.pull_request || issue.state === 'closed') continue
    await call.within('PATCH', `issues/${number}`, { state: 'closed' })
    await addEvents(call, issue)
  }
}
