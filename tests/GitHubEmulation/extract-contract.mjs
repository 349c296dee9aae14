// Takes the operations in use out of GitHub's OpenAPI description, with the schemas they reach, as JSON Schema.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { usedByPeople, usedByProduct } from './operations.mjs'

const here = import.meta.dirname
const source = join(here, 'node_modules/@octokit/openapi/generated/api.github.com.json')
const target = process.argv[2] ?? join(here, 'obj/contract.json')

const methods = ['get', 'put', 'post', 'patch', 'delete']
const prose = new Set(['description', 'example', 'examples', 'externalDocs', 'discriminator', 'title', 'summary', 'default'])
const description = JSON.parse(readFileSync(source, 'utf8'))
const schemas = {}

const nameOf = (reference) => reference.slice(reference.lastIndexOf('/') + 1)
const resolve = (part, kind) => (part?.$ref ? description.components[kind][nameOf(part.$ref)] : part)

// `nullable` is a word of OpenAPI 3.0 that JSON Schema does not know.
function nullable(schema) {
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] }
  const wider = { ...schema, type: [schema.type, 'null'] }
  if (schema.enum && !schema.enum.includes(null)) wider.enum = [...schema.enum, null]
  return wider
}

function convertProperties(properties) {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, convert(schema)]))
}

function convert(schema) {
  if (Array.isArray(schema)) return schema.map(convert)
  if (schema === null || typeof schema !== 'object') return schema
  if (schema.$ref) {
    const name = nameOf(schema.$ref)
    if (!(name in schemas)) {
      schemas[name] = {}
      schemas[name] = convert(description.components.schemas[name])
    }
    return { $ref: `contract#/schemas/${name}` }
  }
  const converted = {}
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') converted.properties = convertProperties(value)
    else if (key === 'enum' || key === 'required') converted[key] = value
    else if (key !== 'nullable' && !prose.has(key) && !key.startsWith('x-')) converted[key] = convert(value)
  }
  return schema.nullable === true ? nullable(converted) : converted
}

function schemasByMediaType(content) {
  return Object.fromEntries(Object.entries(content ?? {}).map(([type, part]) => [type, part.schema ? convert(part.schema) : {}]))
}

function extract(id) {
  for (const [path, operations] of Object.entries(description.paths)) {
    for (const method of methods) {
      const operation = operations[method]
      if (operation?.operationId !== id) continue
      const body = operation.requestBody
      return {
        id,
        method: method.toUpperCase(),
        path,
        parameters: (operation.parameters ?? []).map((part) => {
          const parameter = resolve(part, 'parameters')
          return {
            name: parameter.name,
            in: parameter.in,
            required: parameter.required === true,
            manySegments: parameter['x-multi-segment'] === true,
            schema: convert(parameter.schema),
          }
        }),
        body: body ? { required: body.required === true, schema: convert(body.content['application/json'].schema) } : null,
        answers: Object.fromEntries(
          Object.entries(operation.responses).map(([status, part]) => [status, schemasByMediaType(resolve(part, 'responses').content)]),
        ),
      }
    }
  }
  throw new Error(`GitHub's description has no operation '${id}'.`)
}

const operations = [...usedByProduct, ...usedByPeople].map(extract)
mkdirSync(dirname(target), { recursive: true })
writeFileSync(target, JSON.stringify({ operations, schemas }))
