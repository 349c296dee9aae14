// Sub-issues, which `emulate` does not have: a child is named by its id, and has one parent at most.
import { Failure, created, notFound, ok } from './answers.mjs'
import { findIssue, reference } from './issue-views.mjs'
import { paginate } from './pages.mjs'

const prefix = 'An error occurred while adding the sub-issue to the parent issue.'

export async function listSubIssues(call) {
  const parent = await findIssue(call.world, call.repository, call.number)
  if (!parent) throw notFound()
  return paginate(call, await Promise.all(childrenOf(call.world, parent.id).map((id) => findById(call.world, id))))
}

export async function addSubIssue(call) {
  const { world, repository } = call
  const parent = await findIssue(world, repository, call.number)
  const child = await findById(world, call.body?.sub_issue_id)
  if (!parent || !child) throw notFound()
  checkPair(world, parent, child, call)
  if (world.parents.has(child.id)) detach(call, child, await findById(world, world.parents.get(child.id)))
  world.children.set(parent.id, [...childrenOf(world, parent.id), child.id])
  world.parents.set(child.id, parent.id)
  record(call, 'added', parent, child)
  return created(await findIssue(world, repository, call.number))
}

export async function removeSubIssue(call) {
  const { world, repository } = call
  const parent = await findIssue(world, repository, call.number)
  const child = await findById(world, call.body?.sub_issue_id)
  if (!parent || !child || world.parents.get(child.id) !== parent.id) throw notFound()
  detach(call, child, parent)
  return ok(await findIssue(world, repository, call.number))
}

function checkPair(world, parent, child, { repository, body }) {
  const problems = []
  const children = childrenOf(world, parent.id)
  if (children.includes(child.id)) problems.push('Issue may not contain duplicate sub-issues')
  if (world.parents.has(child.id) && !body.replace_parent) problems.push('Sub issue may only have one parent')
  if (child.id === parent.id) problems.push('Sub issue may not be its own parent')
  if (homeOf(world, child).owner !== repository.owner) problems.push('Sub issue must belong to the same owner')
  if (children.length >= 100) problems.push('Parent cannot have more than 100 sub-issues')
  if (problems.length > 0) throw new Failure(422, `${prefix} ${problems.join(' and ')}`)
}

function detach(call, child, parent) {
  const { world } = call
  world.children.set(parent.id, childrenOf(world, parent.id).filter((id) => id !== child.id))
  world.parents.delete(child.id)
  record(call, 'removed', parent, child)
}

function record({ world, user }, change, parent, child) {
  const [parentHome, childHome] = [homeOf(world, parent), homeOf(world, child)]
  world.record(parentHome, parent.number, `sub_issue_${change}`, user.login, undefined, { sub_issue: reference(child, childHome) })
  world.record(childHome, child.number, `parent_issue_${change}`, user.login, undefined, { parent_issue: reference(parent, parentHome) })
}

export const childrenOf = (world, id) => world.children.get(id) ?? []
export const homeOf = (world, { id }) => world.issues.get(id).repository

export async function findById(world, id) {
  const place = world.issues.get(id)
  return place && (await findIssue(world, place.repository, place.number))
}
