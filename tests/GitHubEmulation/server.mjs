// Plays GitHub on a free port of this machine, until its input ends.
import { createServer } from 'node:http'
import { join } from 'node:path'
import { Contract } from './server/contract.mjs'
import { control } from './server/control.mjs'
import { Faults } from './server/faults.mjs'
import { Journal } from './server/journal.mjs'
import { exchange } from './server/proxy.mjs'

const contract = Contract.load(process.argv[2] ?? join(import.meta.dirname, 'obj/contract.json'))
const stage = { contract, world: null, journal: new Journal(), faults: new Faults(), url: '' }

async function textOf(request) {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(stage.url + request.url)
  const asked = { method: request.method, path: pathname, query: searchParams, headers: request.headers, text: await textOf(request) }
  const answer = pathname.startsWith('/_control/') ? await control(stage, asked) : await exchange(stage, asked)
  if (!answer) return request.socket.resetAndDestroy()
  const { status, headers = {}, body, bytes, contentType = 'application/json; charset=utf-8' } = answer
  const content = body === undefined ? (bytes ?? '') : JSON.stringify(body)
  response.writeHead(status, content.length > 0 ? { 'content-type': contentType, ...headers } : headers)
  response.end(content)
})

server.listen(0, '127.0.0.1', () => {
  stage.url = `http://127.0.0.1:${server.address().port}`
  process.stdout.write(`${JSON.stringify({ url: stage.url })}\n`)
})

// Whoever started this may be gone without a word.
process.stdin.resume().on('end', () => process.exit()).on('error', () => process.exit())
