// Everything that is in the world now, for a test to look at without the API.
import { allComments } from './comments.mjs'
import { allIssues } from './issue-views.mjs'
import { shownPulls } from './pull-views.mjs'
import { childrenOf } from './sub-issues.mjs'

export async function stateOf(world) {
  return { repositories: await Promise.all([...world.repositories.values()].map((repository) => repositoryState(world, repository))) }
}

async function repositoryState(world, repository) {
  const all = (path) => world.askAll(world.keeperOf(repository), `/repos/${repository.full_name}/${path}`)
  const issues = await allIssues(world, repository)
  const comments = await Promise.all(issues.map((issue) => allComments(world, repository, issue.number).then((list) => list.map((one) => comment(one, issue.number)))))
  return {
    full_name: repository.full_name,
    labels: (await all('labels')).map(({ name, color, description }) => ({ name, color, description })),
    issues: issues.filter((issue) => !issue.pull_request).map((issue) => issueState(world, issue)),
    comments: comments.flat(),
    pulls: (await shownPulls(world, repository)).map(pullState),
    branches: await branches(world, repository, await all('branches')),
  }
}

const names = (labels) => labels.map(({ name }) => name)
const logins = (accounts) => accounts.map(({ login }) => login)

function issueState(world, issue) {
  const { number, id, title, body, state, state_reason, created_at, updated_at, closed_at } = issue
  const author = issue.user?.login ?? null
  const subIssues = childrenOf(world, id).map((child) => world.issues.get(child).number)
  const common = { number, id, title, body, state, state_reason, author, created_at, updated_at, closed_at }
  return { ...common, labels: names(issue.labels), assignees: logins(issue.assignees), sub_issues: subIssues }
}

function comment({ id, user, body, created_at, updated_at, minimized }, issue) {
  return { id, issue, author: user?.login ?? null, body, created_at, updated_at, minimized: minimized?.reason ?? null }
}

function pullState(pull) {
  const { number, title, body, state, merged, draft, head, base, user } = pull
  const reviewers = logins(pull.requested_reviewers)
  const common = { number, title, body, state, merged, draft, author: user.login, head: head.ref, head_sha: head.sha, base: base.ref }
  return { ...common, labels: names(pull.labels), assignees: logins(pull.assignees), reviewers, merge_commit_sha: pull.merge_commit_sha }
}

async function branches(world, repository, list) {
  const ask = (path) => world.ask(world.keeperOf(repository), 'GET', `/repos/${repository.full_name}/${path}`)
  const texts = new Map()
  const text = async (sha) => {
    if (!texts.has(sha)) texts.set(sha, Buffer.from((await ask(`git/blobs/${sha}`)).content, 'base64').toString())
    return texts.get(sha)
  }
  const found = []
  for (const { name, commit } of list) {
    const { tree } = await ask(`git/trees/${commit.sha}?recursive=1`)
    const files = {}
    for (const { path, type, sha } of tree) if (type === 'blob') files[path] = await text(sha)
    const commits = (await ask(`commits?sha=${commit.sha}&per_page=100`)).map((one) => ({
      sha: one.sha,
      message: one.commit.message,
      author: one.commit.author.name,
      parents: one.parents.map((parent) => parent.sha),
    }))
    found.push({ name, sha: commit.sha, files, commits })
  }
  return found
}
