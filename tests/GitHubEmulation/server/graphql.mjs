// GraphQL, as far as it is in use. Every question is held against GitHub's own schema; what no resolver here knows is answered as not known.
import { readFileSync } from 'node:fs'
import { buildSchema, execute, GraphQLError, parse, validate } from 'graphql'
import { Failure, ok } from './answers.mjs'
import { idOf } from './issue-views.mjs'

const symbolicLink = 0o120000
const mostQuestions = 100
const questions = new Map()
let schema

// Read when the first question comes: it is large. The package's schema has a field twice, so it is taken for valid.
function githubSchema() {
  const file = new URL('schema.graphql', import.meta.resolve('@octokit/graphql-schema'))
  return (schema ??= buildSchema(readFileSync(file, 'utf8'), { assumeValid: true, assumeValidSDL: true }))
}

export function checkQuery(body) {
  if (typeof body?.query !== 'string') return ['The body has no query.']
  const unknown = Object.keys(body).filter((name) => !['query', 'variables', 'operationName'].includes(name))
  return [...unknown.map((name) => `The property 'body.${name}' is not documented.`), ...read(body.query).mistakes.map(({ message }) => `GraphQL: ${message}`)]
}

// The same questions come again and again, and to hold one against the schema takes longer than to answer it.
function read(query) {
  if (!questions.has(query)) {
    if (questions.size >= mostQuestions) questions.clear()
    questions.set(query, readAnew(query))
  }
  return questions.get(query)
}

function readAnew(query) {
  try {
    const document = parse(query)
    return { document, mistakes: validate(githubSchema(), document) }
  } catch (error) {
    return { mistakes: [error] }
  }
}

// `rest(path)` gives what the API of today answers the same user, `rest(path, body)` what it answers to a change; undefined where there is no such thing.
export async function answerQuery(world, user, body, rest) {
  const { document, mistakes } = read(body.query)
  if (mistakes.length > 0) return ok({ errors: mistakes.map(({ message }) => ({ message })) })
  const rootValue = { viewer: { login: user.login }, repository: ({ owner, name }) => repository(world, user, `${owner}/${name}`, once(rest)), addSubIssue: ({ input }) => addSubIssue(world, rest, input) }
  const { data, errors } = await execute({ schema: githubSchema(), document, rootValue, variableValues: body.variables, fieldResolver })
  return ok({ data, ...(errors && { errors: errors.map(({ message, path, extensions }) => ({ type: extensions.type ?? 'NOT_IMPLEMENTED', path, message })) }) })
}

// A question sees one state: what several of its fields need is asked for once.
function once(ask) {
  const answers = new Map()
  return (path) => {
    if (!answers.has(path)) answers.set(path, ask(path))
    return answers.get(path)
  }
}

function fieldResolver(source, args, context, { fieldName, parentType }) {
  if (!(fieldName in source)) throw new GraphQLError(`The emulation does not know ${parentType.name}.${fieldName}.`)
  return typeof source[fieldName] === 'function' ? source[fieldName](args) : source[fieldName]
}

const missing = (message) => new GraphQLError(message, { extensions: { type: 'NOT_FOUND' } })

function repository(world, user, fullName, rest) {
  const found = world.repository(fullName)
  if (!found || !world.can(user, 'read', found)) throw missing(`Could not resolve to a Repository with the name '${fullName}'.`)
  const home = `/repos/${found.full_name}`
  const git = gitOf(world, found, rest)
  const ref = async (qualifiedName) => {
    const reference = await rest(`${home}/git/ref/${qualifiedName.replace(/^refs\//, '')}`)
    return reference && { name: qualifiedName.replace(/^refs\/heads\//, ''), target: await git.commit(reference.object.sha) }
  }
  return {
    defaultBranchRef: () => ref(`refs/heads/${found.default_branch}`),
    ref: ({ qualifiedName }) => ref(qualifiedName),
    // `COMMIT:PATH`, as Git writes it, or the id of a blob.
    object: async ({ expression }) => {
      const [revision, path] = expression.split(/:(.*)/s)
      if (path === undefined) return git.blob(revision)
      const commit = revision === 'HEAD' ? (await rest(`${home}/git/ref/heads/${found.default_branch}`))?.object.sha : revision
      return commit ? git.at(commit, path) : null
    },
    pullRequests: async ({ headRefName, first }) => {
      const pulls = await rest(`${home}/pulls?head=${encodeURIComponent(`${found.owner}:${headRefName}`)}&state=all&sort=created&direction=desc&per_page=${first}`)
      return { nodes: pulls.map(pull) }
    },
    issue: async ({ number }) => {
      const shown = await rest(`${home}/issues/${number}`)
      if (!shown || shown.pull_request || shown.number !== number) throw missing(`Could not resolve to an Issue with the number of ${number}.`)
      return issue(shown, () => rest(`${home}/issues/${number}/comments?per_page=100`))
    },
  }
}

async function addSubIssue(world, rest, { issueId, subIssueId }) {
  const place = world.issues.get(idOf(issueId))
  if (!place || !world.issues.has(idOf(subIssueId))) throw missing(`Could not resolve to a node with the global id of '${place ? subIssueId : issueId}'`)
  try {
    const added = await rest(`/repos/${place.repository.full_name}/issues/${place.number}/sub_issues`, { sub_issue_id: idOf(subIssueId) })
    if (!added) throw missing('This server has no sub-issues.')
    return { subIssue: { id: subIssueId } }
  } catch (error) {
    throw error instanceof Failure ? new GraphQLError(error.message, { extensions: { type: 'UNPROCESSABLE' } }) : error
  }
}

// A bot's name has nothing behind it here.
const actor = (user) =>
  user && { __typename: user.type === 'Bot' ? 'Bot' : 'User', login: user.login.replace(/\[bot\]$/, '') }

// Comments are read for those who ask for them.
const issue = (shown, comments = () => []) => ({
  id: shown.node_id,
  number: shown.number,
  title: shown.title,
  body: shown.body ?? '',
  url: shown.html_url,
  state: shown.state.toUpperCase(),
  createdAt: shown.created_at,
  updatedAt: shown.updated_at,
  closedAt: shown.closed_at,
  author: actor(shown.user),
  labels: { nodes: shown.labels.map(({ name }) => ({ name })) },
  comments: { totalCount: shown.comments, nodes: async () => (await comments()).map(comment) },
})

const comment = (shown) => ({
  fullDatabaseId: String(shown.id),
  body: shown.body,
  url: shown.html_url,
  createdAt: shown.created_at,
  updatedAt: shown.updated_at,
  isMinimized: Boolean(shown.minimized),
  author: actor(shown.user),
  reactionGroups: Object.entries(reactions).map(([content, name]) => ({ content, users: { totalCount: shown.reactions?.[name] ?? 0 } })),
})

const reactions = { THUMBS_UP: '+1', THUMBS_DOWN: '-1', LAUGH: 'laugh', HOORAY: 'hooray', CONFUSED: 'confused', HEART: 'heart', ROCKET: 'rocket', EYES: 'eyes' }

const pull = (shown) => ({
  ...issue({ ...shown, comments: 0 }),
  state: shown.merged_at ? 'MERGED' : shown.state.toUpperCase(),
  mergedAt: shown.merged_at,
  isCrossRepository: shown.head.repo?.full_name !== shown.base.repo.full_name,
  headRefOid: shown.head.sha,
})

function gitOf(world, repository, rest) {
  const ask = once((route) => world.ask(world.keeperOf(repository), 'GET', `/repos/${repository.full_name}/git/${route}`))
  const blob = async (sha) => {
    const found = await rest(`/repos/${repository.full_name}/git/blobs/${sha}`)
    if (!found) return null
    const bytes = Buffer.from(found.content, 'base64')
    const text = bytes.toString('utf8')
    const isBinary = !bytes.equals(Buffer.from(text, 'utf8')) || text.includes('\0')
    return { __typename: 'Blob', oid: sha, isTruncated: false, isBinary, text: isBinary ? null : text }
  }
  const tree = async (sha) => ({
    __typename: 'Tree',
    entries: async () =>
      (await ask(`trees/${sha}`)).tree.map(({ path, type, mode, sha: item }) => ({
        name: path,
        type,
        mode: Number.parseInt(mode, 8),
        object: () => (type === 'blob' && Number.parseInt(mode, 8) !== symbolicLink ? blob(item) : tree(item)),
      })),
  })
  return {
    blob,
    async commit(sha) {
      const { message, committer, tree: root, parents } = await ask(`commits/${sha}`)
      return { __typename: 'Commit', oid: sha, message, committedDate: committer.date, tree: { oid: root.sha }, parents: { nodes: parents.map((parent) => ({ oid: parent.sha })) } }
    },
    async at(commit, path) {
      let item = { type: 'tree', sha: (await ask(`commits/${commit}`)).tree.sha }
      for (const name of path.split('/').filter(Boolean)) {
        if (item?.type !== 'tree') return null
        item = (await ask(`trees/${item.sha}`)).tree.find((entry) => entry.path === name)
      }
      return item ? (item.type === 'tree' ? tree(item.sha) : blob(item.sha)) : null
    },
  }
}
