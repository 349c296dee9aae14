// The routes under /_control/, by which a test sets the scene, and looks at what happened.
import { Failure } from './answers.mjs'
import { Faults } from './faults.mjs'
import { foundWorld } from './founding.mjs'
import { Journal } from './journal.mjs'
import { act } from './proxy.mjs'
import { addComment, addEvent, addIssue, changeComment } from './scenes.mjs'
import { stateOf } from './state.mjs'

const done = {}

const routes = {
  'POST /_control/reset': reset,
  'POST /_control/issues': addIssue,
  'POST /_control/comments': addComment,
  'PATCH /_control/comments': changeComment,
  'POST /_control/events': addEvent,
  'POST /_control/acts': actAs,
  'POST /_control/faults': (stage, list) => (stage.faults.add(list), done),
  'DELETE /_control/faults': (stage) => (stage.faults.clear(), done),
  'GET /_control/requests': (stage) => stage.journal.requests,
  'GET /_control/violations': (stage) => stage.journal.violations,
  'GET /_control/state': (stage) => stage.world.exclusively(() => stateOf(stage.world)),
}

export async function control(stage, { method, path, text }) {
  const route = routes[`${method} ${path}`]
  if (!route) return { status: 404, body: { message: `There is no ${method} ${path}; there are ${Object.keys(routes).join(', ')}.` } }
  try {
    return { status: 200, body: await route(stage, text === '' ? undefined : JSON.parse(text)) }
  } catch (error) {
    const message = error instanceof Failure ? `${error.status} ${error.message} ${JSON.stringify(error.errors ?? [])}` : error.stack
    return { status: 400, body: { message } }
  }
}

async function reset(stage, definition) {
  const world = await foundWorld(stage.url, definition)
  await stage.world?.stop()
  Object.assign(stage, { world, journal: new Journal(), faults: new Faults() })
  return done
}

// Something a person does through the API, in the middle of a test.
async function actAs(stage, { as, method, path, body }) {
  const { world, contract } = stage
  const user = world.user(as)
  if (!user) throw new Error(`There is no user '${as}' in the world.`)
  const { pathname, searchParams } = new URL(path, stage.url)
  const found = contract.find(method, pathname)
  if (!found) throw new Error(`There is no ${method} ${pathname} among the operations in use (operations.mjs).`)
  try {
    const answer = await act({ world, user, ...found, query: searchParams, body, path: pathname, accept: 'application/vnd.github+json' })
    return { status: answer.status, body: answer.body ?? null }
  } catch (error) {
    if (error instanceof Failure) return { status: error.status, body: error.toAnswer().body }
    throw error
  }
}
