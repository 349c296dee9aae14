// GitHub's limits on text and labels, which `emulate` does not have.
import { invalid } from './answers.mjs'

const longest = { title: 256, body: 65_536 }
const length = (text) => [...text].length

export function checkIssueText({ title, body }) {
  const errors = Object.entries({ title, body })
    .filter(([field, text]) => typeof text === 'string' && length(text) > longest[field])
    .map(([field]) => ({ resource: 'Issue', code: 'custom', field, message: `${field} is too long (maximum is ${longest[field]} characters)` }))
  if (typeof title === 'string' && title.trim() === '') errors.push({ resource: 'Issue', code: 'missing_field', field: 'title' })
  if (errors.length > 0) throw invalid(...errors)
}

export function checkCommentText(text) {
  const error = (message) => invalid({ resource: 'IssueComment', code: 'unprocessable', field: 'data', message })
  if (typeof text !== 'string' || text.trim() === '') throw error('Body cannot be blank')
  if (length(text) > longest.body) throw error(`Body is too long (maximum is ${longest.body} characters)`)
}

export function checkLabelText({ name, description }) {
  const errors = []
  const add = (field, maximum) => errors.push({ resource: 'Label', code: 'custom', field, message: `${field} is too long (maximum is ${maximum} characters)` })
  if (length(name) > 50) add('name', 50)
  if (length(description ?? '') > 100) add('description', 100)
  if (errors.length > 0) throw invalid(...errors)
}

export function checkLabelCount(count) {
  if (count > 100) throw invalid({ resource: 'Issue', code: 'custom', field: 'labels', message: 'Issues cannot have more than 100 labels' })
}
