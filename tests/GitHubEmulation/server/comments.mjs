// Comments on issues and pull requests.
import { created, noContent, notFound, ok } from './answers.mjs'
import { toInternal, toPublic } from './ids.mjs'
import { findIssue } from './issue-views.mjs'
import { checkCommentText } from './limits.mjs'
import { webUrl } from './locations.mjs'
import { paginate } from './pages.mjs'

export async function listComments(call) {
  if (!(await findIssue(call.world, call.repository, call.number))) throw notFound()
  const comments = await allComments(call.world, call.repository, call.number)
  const since = call.query.get('since')
  return paginate(call, since ? comments.filter(({ updated_at }) => Date.parse(updated_at) >= Date.parse(since)) : comments)
}

export async function createComment(call) {
  const issue = await findIssue(call.world, call.repository, call.number)
  if (!issue) throw notFound()
  checkCommentText(call.body?.body)
  const { body } = await call.within('POST', `issues/${call.number}/comments`, call.body)
  const comment = show(call.world, call.repository, body)
  call.world.commentOrder.set(comment.id, call.world.nextOrder())
  call.world.touch(issue.id)
  return created(comment)
}

export async function getComment(call) {
  return ok(await find(call))
}

export async function updateComment(call) {
  const comment = await find(call)
  call.require(call.can('write') || comment.user?.login === call.user.login)
  checkCommentText(call.body?.body)
  const { body } = await call.within('PATCH', `issues/comments/${toInternal('comment', comment.id)}`, call.body)
  call.world.touch(comment.id)
  return ok(show(call.world, call.repository, body))
}

export async function deleteComment(call) {
  const comment = await find(call)
  call.require(call.can('write') || comment.user?.login === call.user.login)
  await call.within('DELETE', `issues/comments/${toInternal('comment', comment.id)}`)
  return noContent()
}

async function find(call) {
  const { body } = await call.within('GET', `issues/comments/${toInternal('comment', call.parameters.comment_id)}`)
  return show(call.world, call.repository, body)
}

// In the order of their ids.
export async function allComments(world, repository, number) {
  const raw = await world.askAll(world.keeperOf(repository), `/repos/${repository.full_name}/issues/${number}/comments`)
  return raw.map((comment) => show(world, repository, comment))
}

function show(world, repository, raw) {
  const id = toPublic('comment', raw.id)
  const number = raw.issue_url.split('/').at(-1)
  const kind = world.pulls.has(`${repository.full_name}#${number}`) ? 'pull' : 'issues'
  const url = `${world.url}/repos/${repository.full_name}/issues/comments/${id}`
  const reason = world.minimized.get(id)
  return {
    ...raw,
    id,
    url,
    html_url: webUrl(repository, `${kind}/${number}#issuecomment-${id}`),
    reactions: { ...raw.reactions, url: `${url}/reactions` },
    minimized: reason ? { reason } : null,
    ...world.moments.get(id),
  }
}
