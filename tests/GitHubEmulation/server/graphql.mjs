// GraphQL, as far as it is in use: one question.
import { ok } from './answers.mjs'

const known = 'query{viewer{login}}'

export function checkQuery(body) {
  if (typeof body?.query !== 'string') return ['The body has no query.']
  const unknown = Object.keys(body).filter((name) => !['query', 'variables', 'operationName'].includes(name))
  return [
    ...unknown.map((name) => `The property 'body.${name}' is not documented.`),
    ...(isKnown(body) ? [] : [`The emulation knows only ${known}, not ${body.query}.`]),
  ]
}

export function answerQuery(user, body) {
  if (isKnown(body)) return ok({ data: { viewer: { login: user.login } } })
  return ok({ errors: [{ type: 'NOT_IMPLEMENTED', message: `The emulation knows only ${known}.` }] })
}

const isKnown = (body) => typeof body?.query === 'string' && body.query.replace(/\s/g, '') === known
