// GitHub's OpenAPI description, as far as it is in use: finds the operation of a request.
import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function pattern({ path, parameters }) {
  const names = []
  const source = path.split(/(\{[^}]+\})/).map((part) => {
    if (!part.startsWith('{')) return escape(part)
    names.push(part.slice(1, -1))
    return parameters.find(({ name }) => name === names.at(-1)).manySegments ? '(.+)' : '([^/]+)'
  })
  return { names, expression: new RegExp(`^${source.join('')}$`) }
}

export class Contract {
  #operations
  #validators = new Map()
  #ajv
  #coercing

  constructor({ operations, schemas }) {
    this.schemas = schemas
    this.#operations = operations.map((operation) => ({ ...operation, ...pattern(operation) })).sort((a, b) => a.names.length - b.names.length)
    this.#ajv = this.#validator({})
    this.#coercing = this.#validator({ coerceTypes: true })
  }

  static load(file) {
    return new Contract(JSON.parse(readFileSync(file, 'utf8')))
  }

  #validator(options) {
    const ajv = addFormats(new Ajv({ strict: false, logger: false, ...options }))
    return ajv.addSchema({ $id: 'contract', schemas: this.schemas })
  }

  // Path parameters come back as they stand in the path, still escaped.
  find(method, path) {
    for (const operation of this.#operations) {
      const match = operation.method === method && operation.expression.exec(path)
      if (match) return { operation, parameters: Object.fromEntries(operation.names.map((name, i) => [name, match[i + 1]])) }
    }
    return null
  }

  // What is wrong with the value, as one line, or null.
  problem(key, schema, value) {
    return this.#check(this.#ajv, key, schema, value)
  }

  // The same for a piece of a URL, where a number or a truth value is written as text.
  problemOfText(key, schema, text) {
    return this.#check(this.#coercing, `text ${key}`, { type: 'object', properties: { value: schema } }, { value: text })
  }

  #check(ajv, key, schema, value) {
    if (!this.#validators.has(key)) this.#validators.set(key, ajv.compile(schema))
    const validate = this.#validators.get(key)
    return validate(value) ? null : ajv.errorsText(validate.errors.slice(-3), { dataVar: '' }).replaceAll(' /', ' ')
  }
}
