// Failures on purpose. Each says which requests it meets (method, path as a regular expression, nth of those) and what happens.
import { STATUS_CODES } from 'node:http'
import { failureBody } from './answers.mjs'

const failure = (status, message) => ({ status, body: JSON.stringify(failureBody(status, message)) })

const named = {
  'pull-requests-forbidden': () => ({
    method: 'POST',
    path: '/pulls$',
    ...failure(403, 'GitHub Actions is not permitted to create or approve pull requests.'),
  }),
  'no-permission': ({ accepted }) => ({
    ...failure(403, 'Resource not accessible by integration'),
    headers: accepted ? { 'x-accepted-github-permissions': accepted } : {},
  }),
  'no-sub-issues': () => ({ path: '/sub_issues?(\\?|$)', ...failure(404, 'Not Found') }),
  'not-json': () => ({ status: 200, content_type: 'text/html; charset=utf-8', body: '<!DOCTYPE html><title>Unicorn!</title>' }),
  'rate-limit': ({ retry_after = 60 }) => ({
    ...failure(403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'),
    headers: { 'retry-after': String(retry_after) },
  }),
  latency: ({ ms }) => ({ ms }),
}

const known = ['name', 'method', 'path', 'nth', 'status', 'headers', 'body', 'content_type', 'drop', 'after', 'accepted', 'retry_after', 'ms']

export class Faults {
  #faults = []

  add(list) {
    const faults = list.map((given) => {
      const unknown = Object.keys(given).filter((key) => !known.includes(key))
      if (unknown.length > 0) throw new Error(`A fault has no ${unknown.join(', ')}; known are ${known.join(', ')}.`)
      if (given.name && !named[given.name]) throw new Error(`There is no fault '${given.name}'; known are ${Object.keys(named).join(', ')}.`)
      const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined))
      const fault = { ...(given.name ? named[given.name](set) : {}), ...set }
      return { ...fault, expression: new RegExp(fault.path ?? ''), met: 0 }
    })
    this.#faults.push(...faults)
  }

  clear() {
    this.#faults = []
  }

  // Whether every request like this one is refused: then no other way of asking shows it either.
  refuses(method, path) {
    return this.#faults.some((fault) => !fault.nth && fault.status >= 300 && (fault.method ?? method) === method && fault.expression.test(path))
  }

  // The first failure that meets the request, with the delay of all that do.
  meet(method, path) {
    const hits = this.#faults.filter((fault) => {
      if (fault.method && fault.method.toUpperCase() !== method) return false
      if (!fault.expression.test(path)) return false
      return ++fault.met === (fault.nth ?? fault.met)
    })
    const delay = hits.reduce((sum, { ms = 0 }) => sum + ms, 0)
    return { delay, fault: hits.find(({ status, drop }) => status || drop) }
  }
}

export function faultAnswer({ status, headers = {}, body, content_type = 'application/json; charset=utf-8' }) {
  const text = body ?? (status >= 400 ? JSON.stringify(failureBody(status, STATUS_CODES[status])) : '')
  return { status, headers, bytes: Buffer.from(text), contentType: content_type }
}
