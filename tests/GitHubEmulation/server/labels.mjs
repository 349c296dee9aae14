// Labels: their names differ by more than case, and one that is used for the first time comes to exist.
import { Failure, created, invalid, notFound, ok } from './answers.mjs'
import { findIssue } from './issue-views.mjs'
import { addEvents } from './issues.mjs'
import { checkLabelCount, checkLabelText } from './limits.mjs'

const plainColor = 'ededed'
const same = (left, right) => left.toLowerCase() === right.toLowerCase()

function all({ world, repository }) {
  return world.askAll(world.keeperOf(repository), `/repos/${repository.full_name}/labels`)
}

// The names as they are written in the repository. A name without a label gets one.
export async function establish(call, names) {
  const { world, repository } = call
  checkLabelCount(names.length)
  const known = await all(call)
  const established = []
  for (const wanted of names) {
    const name = typeof wanted === 'string' ? wanted : wanted.name
    if (typeof name !== 'string' || name.trim() === '') throw invalid({ resource: 'Label', code: 'missing_field', field: 'name' })
    let label = known.find((candidate) => same(candidate.name, name))
    if (!label) {
      checkLabelText({ name })
      label = await world.ask(world.keeperOf(repository), 'POST', `/repos/${repository.full_name}/labels`, { name, color: plainColor })
      known.push(label)
    }
    if (!established.includes(label.name)) established.push(label.name)
  }
  return established
}

export async function getLabel(call) {
  const label = (await all(call)).find(({ name }) => same(name, call.parameters.name))
  if (!label) throw notFound()
  return ok(label)
}

export async function createLabel(call) {
  const { name, color = plainColor, description } = call.body ?? {}
  if (typeof name !== 'string' || name.trim() === '') throw invalid({ resource: 'Label', code: 'missing_field', field: 'name' })
  checkLabelText({ name, description })
  if (!/^[0-9a-f]{6}$/i.test(color)) throw invalid({ resource: 'Label', code: 'invalid', field: 'color' })
  if ((await all(call)).some((label) => same(label.name, name))) throw invalid({ resource: 'Label', code: 'already_exists', field: 'name' })
  return created((await call.within('POST', 'labels', { name, color, description })).body)
}

export async function addLabels(call) {
  const before = await findIssue(call.world, call.repository, call.number)
  if (!before) throw notFound()
  const wanted = Array.isArray(call.body) ? call.body : call.body?.labels
  if (!Array.isArray(wanted)) throw new Failure(422, 'Invalid request.')
  // GitHub counts what is there and what is sent, even if it is the same.
  checkLabelCount(before.labels.length + wanted.length)
  return changeLabels(call, before, 'POST', 'labels', { labels: await establish(call, wanted) })
}

export async function setLabels(call) {
  const before = await findIssue(call.world, call.repository, call.number)
  if (!before) throw notFound()
  return changeLabels(call, before, 'PUT', 'labels', { labels: await establish(call, call.body?.labels ?? []) })
}

export async function removeLabel(call) {
  const before = await findIssue(call.world, call.repository, call.number)
  const label = before?.labels.find(({ name }) => same(name, call.parameters.name))
  if (!label) throw notFound()
  return changeLabels(call, before, 'DELETE', `labels/${encodeURIComponent(label.name)}`)
}

async function changeLabels(call, before, method, path, body) {
  await call.within(method, `issues/${call.number}/${path}`, body)
  const after = await addEvents(call, before)
  return ok(after.labels)
}
