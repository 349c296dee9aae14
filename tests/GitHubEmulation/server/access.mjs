// Who may do what, and what GitHub tells about accounts and their rights.
import { Failure, noContent, notFound, ok } from './answers.mjs'

// What an operation needs beyond reading; its handler says more where it depends on the author.
const needed = {
  'repos/create-or-update-file-contents': 'write',
  'repos/delete-file': 'write',
  'issues/create-label': 'write',
  'issues/add-labels': 'triage',
  'issues/set-labels': 'triage',
  'issues/remove-label': 'triage',
  'issues/add-sub-issue': 'triage',
  'issues/remove-sub-issue': 'triage',
  'git/create-ref': 'write',
  'git/update-ref': 'write',
  'git/delete-ref': 'write',
  'git/create-commit': 'write',
  'git/create-tree': 'write',
  'git/create-blob': 'write',
  'pulls/create': 'write',
  'pulls/merge': 'write',
  'pulls/request-reviewers': 'write',
}

export function checkAccess(call) {
  if (!call.parameters.owner) return
  // What a caller may not read does not exist for it.
  if (!call.repository || !call.can('read')) throw notFound()
  call.require(call.can(needed[call.operation.id] ?? 'read'))
}

export async function getAuthenticatedUser(call) {
  if (call.token.startsWith('ghs_')) throw new Failure(403, 'Resource not accessible by integration')
  return call.forward()
}

export async function getRepository(call) {
  const { body } = await call.forward()
  const rights = { admin: 'admin', maintain: 'maintain', push: 'write', triage: 'triage', pull: 'read' }
  const permissions = Object.fromEntries(Object.entries(rights).map(([name, level]) => [name, call.can(level)]))
  return ok({ ...body, permissions, network_count: 0, subscribers_count: 0 })
}

export async function getPermission(call) {
  const user = call.world.user(call.parameters.username)
  if (user?.type !== 'User') throw new Failure(404, `${call.parameters.username} is not a user`)
  const role = call.world.permission(user, call.repository)
  const permission = { triage: 'read', maintain: 'write' }[role] ?? role
  const can = (level) => call.world.can(user, level, call.repository)
  const permissions = { pull: can('read'), triage: can('triage'), push: can('write'), maintain: can('maintain'), admin: can('admin') }
  return ok({ permission, role_name: role, user: { ...user.account, permissions, role_name: role } })
}

// Whoever was given a right in the repository can be assigned, and asked for a review.
export function isCollaborator({ world, repository }, login) {
  const user = world.user(login)
  if (!user) return false
  return user.permissions.has(repository.full_name.toLowerCase()) || world.can(user, 'triage', repository)
}

export async function checkAssignable(call) {
  if (!isCollaborator(call, call.parameters.assignee)) throw notFound()
  return noContent()
}

export async function getRateLimit(call) {
  const { body } = await call.forward()
  const { limit, remaining, used, reset } = rate(call.world, call.token)
  const core = { limit, remaining, used, reset, resource: 'core' }
  return ok({ ...body, resources: { ...body.resources, core }, rate: core })
}

// An hour's allowance: smaller for the token of a workflow's job.
export function rate(world, token) {
  const limit = token.startsWith('ghs_') ? 1000 : 5000
  const used = world.spent.get(token) ?? 0
  return { limit, used, remaining: Math.max(0, limit - used), reset: Math.ceil(Date.now() / 3_600_000) * 3600 }
}
