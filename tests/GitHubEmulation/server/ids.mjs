// Ids as large as GitHub's: never equal to a number, too large for 32 bits, and different for each kind of thing.
const offsets = { issue: 3_000_000_000, pullRequestAsIssue: 3_500_000_000, comment: 4_000_000_000, pullRequest: 5_000_000_000, event: 6_000_000_000 }

export const toPublic = (kind, id) => offsets[kind] + id
export const toInternal = (kind, id) => Number(id) - offsets[kind]
