// Compares one exchange with GitHub's description. Every check returns a list of sentences: what is not as documented.
const supportedVersion = '2022-11-28'
const mediaType = /^application\/vnd\.github(\.(raw|html|text|full|object|diff|patch|sha))?\+json$/

export function checkHeaders(headers, path) {
  const found = []
  if (!headers['user-agent']) found.push('The header User-Agent is missing.')
  if (!headers.authorization) found.push('The header Authorization is missing.')
  const version = headers['x-github-api-version']
  if (!version) found.push('The header X-GitHub-Api-Version is missing.')
  else if (version !== supportedVersion) found.push(`X-GitHub-Api-Version is ${version}, the description in use is of ${supportedVersion}.`)
  if (!headers.accept) found.push('The header Accept is missing.')
  else if (!mediaType.test(headers.accept)) found.push(`Accept is '${headers.accept}', not application/vnd.github+json or a documented variant.`)
  if (path.length > 1 && path.endsWith('/')) found.push('The path ends with a slash.')
  return found
}

export function checkParameters(contract, operation, parameters, query) {
  const found = []
  for (const { name, in: place, required, schema } of operation.parameters) {
    const text = place === 'path' ? unescaped(parameters[name]) : query.get(name)
    if (text === null) {
      if (required) found.push(`The ${place} parameter '${name}' is missing.`)
      continue
    }
    const problem = contract.problemOfText(`${operation.id} ${place} ${name}`, schema, text)
    if (problem) found.push(`The ${place} parameter '${name}' is '${text}': ${problem}.`)
  }
  for (const name of new Set(query.keys())) {
    if (!operation.parameters.some((known) => known.in === 'query' && known.name === name)) found.push(`The query parameter '${name}' is not documented.`)
    if (query.getAll(name).length > 1) found.push(`The query parameter '${name}' is given more than once.`)
  }
  if (Number(query.get('per_page')) > 100) found.push('per_page is above 100, which GitHub takes for 100.')
  return found
}

function unescaped(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export function checkBody(contract, operation, body) {
  if (!operation.body) return body === undefined ? [] : ['A body is given where none is documented.']
  if (body === undefined) return operation.body.required ? ['The body is missing.'] : []
  const problem = contract.problem(`${operation.id} body`, operation.body.schema, body)
  return [...(problem ? [`The body does not match: ${problem}.`] : []), ...unknownProperties(contract, [operation.body.schema], body, 'body')]
}

// GitHub ignores a property it does not know, so that a typing error stays unseen.
function unknownProperties(contract, schemas, value, place) {
  const branches = schemas.flatMap((schema) => expand(contract, schema))
  if (Array.isArray(value)) {
    const items = branches.map((schema) => schema.items).filter(Boolean)
    return value.flatMap((item, i) => unknownProperties(contract, items, item, `${place}[${i}]`))
  }
  if (value === null || typeof value !== 'object') return []
  const described = branches.filter((schema) => schema.properties)
  if (described.length === 0 || branches.some((schema) => schema.additionalProperties)) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const known = described.map((schema) => schema.properties[name]).filter(Boolean)
    return known.length > 0 ? unknownProperties(contract, known, inner, `${place}.${name}`) : [`The property '${place}.${name}' is not documented.`]
  })
}

function expand(contract, schema) {
  if (schema.$ref) return expand(contract, contract.schemas[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)])
  return [schema, ...['anyOf', 'oneOf', 'allOf'].flatMap((word) => (schema[word] ?? []).flatMap((inner) => expand(contract, inner)))]
}

// These may come from any operation, so the description does not list them for each.
const general = new Set([400, 401, 403, 404, 406, 429, 500, 502, 503])

export function checkAnswer(contract, operation, { status, body, contentType }) {
  const documented = operation.answers[status]
  if (!documented) return general.has(status) ? [] : [`The status ${status} is not documented for ${operation.id}.`]
  if (contentType && !contentType.startsWith('application/json')) return []
  const schema = documented['application/json']
  // Some failures are documented by their status alone.
  if (!schema) return body === undefined || status >= 400 ? [] : [`A body is given with the status ${status}, where none is documented.`]
  const problem = contract.problem(`${operation.id} ${status}`, schema, body)
  return problem ? [`The body does not match: ${problem}.`] : []
}
