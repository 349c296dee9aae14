// The yardstick: a step as a team writes it on one afternoon, for the form of this repository. It does the job once and well
// when nothing goes wrong; it looks for nothing before it creates, and repeats nothing.
import { appendFile, readFile } from 'node:fs/promises'
import { Octokit } from '@octokit/rest'

const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_EVENT_PATH, GITHUB_OUTPUT, GITHUB_TOKEN } = process.env
const [owner, repo] = GITHUB_REPOSITORY.split('/')
const event = JSON.parse(await readFile(GITHUB_EVENT_PATH, 'utf8'))
if (!event.issue?.labels.some(({ name }) => name === 'incident')) {
  console.log('This is no incident.')
  process.exit()
}

const octokit = new Octokit({ auth: GITHUB_TOKEN, baseUrl: GITHUB_API_URL })
const repository = { owner, repo }
const subject = { ...repository, issue_number: event.issue.number }

const { data: issue } = await octokit.rest.issues.get(subject)
if (!issue.labels.some(({ name }) => name === 'resolved')) {
  console.log('The incident is not over yet.')
  process.exit()
}

const comments = await octokit.paginate(octokit.rest.issues.listComments, { ...subject, per_page: 100 })
const events = await octokit.paginate(octokit.rest.issues.listEventsForTimeline, { ...subject, per_page: 100 })

const field = (label) => {
  const [, text] = new RegExp(`^### ${label}\\s*\\n([\\s\\S]*?)(?=^### |(?![\\s\\S]))`, 'm').exec(issue.body.replaceAll('\r', '')) ?? []
  return text?.trim().replace(/^_No response_$/, '') ?? ''
}
const lines = (text) => text.split('\n').map((line) => line.replace(/^[-*] /, '').trim()).filter(Boolean)
const time = (text) => new Date(text.replace(/^(\d+-\d+-\d+) (\d+:\d+) UTC$/, '$1T$2Z'))
const [started, resolved] = [time(field('Started')), time(field('Resolved'))]
const title = issue.title.replace(/^Incident: /, '')

const timeline = [
  ...lines(field('Timeline')),
  ...comments.filter(({ body }) => /^\d?\d:\d\d /.test(body)).map(({ body, html_url, user }) => `${body.split('\n')[0]} ([${user.login}](${html_url}))`),
  ...events.filter((e) => e.event === 'labeled').map((e) => `${e.created_at.slice(11, 16)} Labelled ${e.label.name}`),
].sort()

const followUps = []
for (const task of lines(field('Tasks'))) {
  const { data } = await octokit.rest.issues.create({ ...repository, title: task, body: `From incident #${issue.number}.`, labels: ['follow-up'] })
  followUps.push(data)
}

const document = `# ${title}

| Severity | Services | Duration | Users affected |
| --- | --- | --- | --- |
| ${field('Severity')} | ${field('Affected services')} | ${(resolved - started) / 60_000} min | ${field('Users affected')} |

## Impact

${field('Impact')}

## Timeline

${timeline.map((line) => `- ${line}`).join('\n')}

## Root cause

${field('Root cause')}

## Resolution

${field('Resolution')}

## Follow-ups

${followUps.map(({ number, title }) => `- #${number} ${title}`).join('\n')}
`

const branch = `postmortem-${issue.number}`
const slug = title.toLowerCase().replace(/[^a-z0-9]+/g, '-')
const path = `postmortems/${started.toISOString().slice(0, 10)}-${slug}.md`
const { data: { default_branch: base } } = await octokit.rest.repos.get(repository)
const { data: { object } } = await octokit.rest.git.getRef({ ...repository, ref: `heads/${base}` })
await octokit.rest.git.createRef({ ...repository, ref: `refs/heads/${branch}`, sha: object.sha })
await octokit.rest.repos.createOrUpdateFileContents({
  ...repository, path, branch, message: `Add the postmortem of #${issue.number}`, content: Buffer.from(document).toString('base64'),
})
const { data: pull } = await octokit.rest.pulls.create({
  ...repository, title: `Postmortem: ${title}`, head: branch, base, body: `The postmortem of #${issue.number}.`,
})
await octokit.rest.issues.addLabels({ ...repository, issue_number: pull.number, labels: ['postmortem'] })
await octokit.rest.issues.createComment({
  ...subject, body: `The postmortem is in #${pull.number}.\n\n${followUps.map(({ number }) => `- #${number}`).join('\n')}`,
})
await appendFile(GITHUB_OUTPUT, `pull-request-number=${pull.number}\n`)
