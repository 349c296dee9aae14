// The timeline of an issue: its events, with whole comments among them, in the order of time.
import { notFound } from './answers.mjs'
import { allComments } from './comments.mjs'
import { findIssue } from './issue-views.mjs'
import { paginate } from './pages.mjs'

export async function listTimeline(call) {
  const { world, repository, number, query } = call
  if (!(await findIssue(world, repository, number))) throw notFound()
  const comments = (await allComments(world, repository, number)).map((comment) => ({
    order: world.commentOrder.get(comment.id),
    entry: { ...comment, event: 'commented', actor: comment.user },
  }))
  const excluded = (query.get('exclude') ?? '').split(',')
  const entries = [...world.timeline(repository, number), ...comments].filter(({ entry }) => !excluded.includes(entry.event))
  return paginate(call, entries.sort(byTime).map(({ entry }) => entry))
}

const timeOf = ({ created_at, submitted_at, committer }) => Date.parse(created_at ?? submitted_at ?? committer?.date)
const byTime = (a, b) => timeOf(a.entry) - timeOf(b.entry) || a.order - b.order
