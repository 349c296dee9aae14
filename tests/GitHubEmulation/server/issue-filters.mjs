// The filters and the order of a list of issues.
export function filtered(issues, query) {
  const text = (name) => query.get(name) || null
  const lower = (value) => value?.toLowerCase()
  const state = text('state') ?? 'open'
  const labels = (text('labels') ?? '').split(',').map((name) => name.trim().toLowerCase()).filter(Boolean)
  const logins = (issue) => issue.assignees.map(({ login }) => lower(login))
  const tests = [
    (issue) => state === 'all' || issue.state === state,
    (issue) => labels.every((wanted) => issue.labels.some(({ name }) => lower(name) === wanted)),
    (issue) => !text('creator') || lower(issue.user?.login) === lower(text('creator')),
    (issue) => matches(text('assignee'), logins(issue)),
    (issue) => matches(text('milestone'), issue.milestone ? [String(issue.milestone.number)] : []),
    (issue) => !text('since') || Date.parse(issue.updated_at) >= Date.parse(text('since')),
  ]
  return issues.filter((issue) => tests.every((test) => test(issue)))
}

function matches(wanted, values) {
  if (wanted === null) return true
  if (wanted === 'none') return values.length === 0
  return wanted === '*' ? values.length > 0 : values.includes(wanted.toLowerCase())
}

export function sorted(issues, query) {
  const keys = { updated: ({ updated_at }) => updated_at, comments: ({ comments }) => comments }
  const key = keys[query.get('sort')] ?? (({ created_at }) => created_at)
  const sign = query.get('direction') === 'asc' ? 1 : -1
  const compare = (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.number - b.number)
  return [...issues].sort((a, b) => sign * compare(a, b))
}
