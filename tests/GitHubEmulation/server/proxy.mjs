// One request from the outside: written down, checked, answered, repaired, checked again.
import { setTimeout as delay } from 'node:timers/promises'
import { Failure, notFound } from './answers.mjs'
import { rate } from './access.mjs'
import { Call } from './call.mjs'
import { checkAnswer, checkBody, checkHeaders, checkParameters } from './checks.mjs'
import { faultAnswer } from './faults.mjs'
import { answerQuery, checkQuery } from './graphql.mjs'
import { handle } from './handlers.mjs'

// `request` is { method, path, query, headers, text }. Null instead of an answer stands for a connection that breaks off.
export async function exchange(stage, request) {
  const { journal, faults, world } = stage
  const shown = { method: request.method, path: request.path + (request.query.size > 0 ? `?${request.query}` : '') }
  const token = request.headers.authorization?.replace(/^(bearer|token)\s+/i, '')
  const user = world?.userOf(token)
  const body = parsed(request.text)
  const entry = journal.start({ ...shown, body: body.value ?? null, login: user?.login ?? null })
  const { fault, delay: wait } = faults.meet(shown.method, shown.path)
  if (wait > 0) await delay(wait)
  let answer
  try {
    const path = byName(world, request)
    const found = stage.contract.find(request.method, path)
    journal.report(shown, 'request', findings(stage, request, path, found, body))
    const effect = () => answerTo({ stage, world, request, path, found, body, user, token })
    if (!fault) answer = await effect()
    else if (fault.after) await effect()
    if (!fault && found) journal.report(shown, 'answer', checkAnswer(stage.contract, found.operation, answer))
  } catch (error) {
    answer = { status: 500, headers: {}, body: { message: `The emulation failed: ${error.stack}` } }
    journal.report(shown, 'answer', [`The emulation failed: ${error.message}`])
  }
  if (fault) answer = fault.drop ? null : faultAnswer(fault)
  journal.end(entry, answer?.status ?? null)
  return answer && { ...answer, headers: { ...commonHeaders(world, token), ...answer.headers } }
}

function parsed(text) {
  if (text === '') return {}
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { broken: true }
  }
}

// Links name a repository by its id, and nobody minds the case of a name.
function byName(world, { path }) {
  const [, id, name] = /^\/(?:repositories\/(\d+)|repos\/([^/]+\/[^/]+))(?=\/|$)/.exec(path) ?? []
  const repository = id ? world?.repositoryById(id) : name && world?.repository(name)
  return repository ? path.replace(/^\/(repositories\/\d+|repos\/[^/]+\/[^/]+)/, `/repos/${repository.full_name}`) : path
}

function findings({ contract }, request, path, found, body) {
  const headers = checkHeaders(request.headers, path)
  if (body.broken) return [...headers, 'The body is not JSON.']
  if (path === '/graphql' && request.method === 'POST') return [...headers, ...checkQuery(body.value)]
  if (!found) return [...headers, 'There is no such operation among those in use (operations.mjs).']
  const { operation, parameters } = found
  return [...headers, ...checkParameters(contract, operation, parameters, request.query), ...checkBody(contract, operation, body.value)]
}

async function answerTo(circumstances) {
  try {
    return await respond(circumstances)
  } catch (error) {
    if (error instanceof Failure) return error.toAnswer()
    throw error
  }
}

async function respond({ stage, world, request, path, found, body, user, token }) {
  const { headers } = request
  if (!world) throw new Failure(503, 'There is no world yet: POST /_control/reset.')
  if (!headers['user-agent']) throw new Failure(403, 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.')
  if (!user) throw new Failure(401, headers.authorization ? 'Bad credentials' : 'Requires authentication')
  const version = headers['x-github-api-version'] ?? '2022-11-28'
  if (version !== '2022-11-28') throw new Failure(400, `The API version '${version}' is not supported.`)
  world.spent.set(token, (world.spent.get(token) ?? 0) + 1)
  if (body.broken) throw new Failure(400, 'Problems parsing JSON')
  if (path === '/graphql' && request.method === 'POST') return answerQuery(world, user, body.value, (address, change) => read({ stage, world, user, token }, address, change))
  if (!found) throw notFound()
  return act({ world, user, token, ...found, query: request.query, body: body.value, path, accept: headers.accept })
}

// What GraphQL shows is what the other API shows.
async function read({ stage: { contract, faults }, world, user, token }, address, change) {
  const method = change ? 'POST' : 'GET'
  const { pathname, searchParams } = new URL(address, world.url)
  if (faults.refuses(method, pathname)) return undefined
  try {
    return (await act({ world, user, token, ...contract.find(method, pathname), query: searchParams, body: change, path: pathname })).body
  } catch (error) {
    if (error instanceof Failure && (error.status === 404 || error.status === 410)) return undefined
    throw error
  }
}

// Also the way in for what people do, which is neither written down nor checked.
export function act(circumstances) {
  const call = new Call(circumstances)
  return circumstances.operation.method === 'GET' ? handle(call) : call.world.exclusively(() => handle(call))
}

let requestCount = 0

function commonHeaders(world, token) {
  const id = { 'x-github-request-id': `0000:${(++requestCount).toString(16).toUpperCase().padStart(4, '0')}`, 'x-github-api-version-selected': '2022-11-28' }
  if (!world?.userOf(token)) return id
  const { limit, used, remaining, reset } = rate(world, token)
  const spent = { 'x-ratelimit-limit': limit, 'x-ratelimit-remaining': remaining, 'x-ratelimit-used': used, 'x-ratelimit-reset': reset }
  return { ...id, ...spent, 'x-ratelimit-resource': 'core' }
}
