// References. Those below refs/heads are branches.
import { Failure, noContent } from './answers.mjs'
import { shownPulls } from './pull-views.mjs'
import { changePull } from './pulls.mjs'

export async function updateReference(call) {
  try {
    return await call.forward()
  } catch (error) {
    throw error.status === 404 ? new Failure(422, 'Reference does not exist') : error
  }
}

// A pull request whose branch is gone is closed.
export async function deleteReference(call) {
  try {
    await call.forward()
  } catch (error) {
    throw error.status === 404 ? new Failure(422, 'Reference does not exist') : error
  }
  if (!call.parameters.ref.startsWith('heads/')) return noContent()
  const branch = call.parameters.ref.slice('heads/'.length)
  for (const pull of await shownPulls(call.world, call.repository)) {
    if (pull.state !== 'open' || pull.head.ref !== branch) continue
    await changePull(call, { state: 'closed' }, pull.number)
    call.world.record(call.repository, pull.number, 'closed', call.user.login, undefined, { state_reason: null })
  }
  return noContent()
}
