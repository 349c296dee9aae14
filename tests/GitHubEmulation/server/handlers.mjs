// What answers which operation. Anything else goes to `emulate` as it is.
import * as access from './access.mjs'
import * as comments from './comments.mjs'
import * as contents from './contents.mjs'
import * as issues from './issues.mjs'
import * as labels from './labels.mjs'
import { mergePull } from './merges.mjs'
import { repairLinks } from './pages.mjs'
import * as pulls from './pulls.mjs'
import * as references from './references.mjs'
import * as subIssues from './sub-issues.mjs'
import { listTimeline } from './timeline.mjs'

const handlers = {
  'users/get-authenticated': access.getAuthenticatedUser,
  'rate-limit/get': access.getRateLimit,
  'repos/get': access.getRepository,
  'repos/get-collaborator-permission-level': access.getPermission,
  'repos/get-content': contents.getContent,
  'issues/list-for-repo': issues.listIssues,
  'issues/create': issues.createIssue,
  'issues/get': issues.getIssue,
  'issues/update': issues.updateIssue,
  'issues/list-comments': comments.listComments,
  'issues/create-comment': comments.createComment,
  'issues/get-comment': comments.getComment,
  'issues/update-comment': comments.updateComment,
  'issues/delete-comment': comments.deleteComment,
  'issues/list-events-for-timeline': listTimeline,
  'issues/create-label': labels.createLabel,
  'issues/get-label': labels.getLabel,
  'issues/add-labels': labels.addLabels,
  'issues/set-labels': labels.setLabels,
  'issues/remove-label': labels.removeLabel,
  'issues/check-user-can-be-assigned': access.checkAssignable,
  'issues/list-sub-issues': subIssues.listSubIssues,
  'issues/add-sub-issue': subIssues.addSubIssue,
  'issues/remove-sub-issue': subIssues.removeSubIssue,
  'git/get-blob': contents.getBlob,
  'git/update-ref': references.updateReference,
  'git/delete-ref': references.deleteReference,
  'pulls/list': pulls.listPulls,
  'pulls/create': pulls.createPull,
  'pulls/get': pulls.getPull,
  'pulls/update': pulls.updatePull,
  'pulls/list-files': pulls.listPullFiles,
  'pulls/list-commits': pulls.listPullCommits,
  'pulls/request-reviewers': pulls.requestReviewers,
  'pulls/merge': mergePull,
}

export async function handle(call) {
  access.checkAccess(call)
  const answer = await (handlers[call.operation.id] ?? forward)(call)
  return { ...answer, headers: answer.headers ?? {} }
}

async function forward(call) {
  const answer = await call.forward()
  return { ...answer, headers: answer.link ? { link: repairLinks(call, answer.link) } : {} }
}
