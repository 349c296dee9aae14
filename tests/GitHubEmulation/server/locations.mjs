// Where things are on the web, and how GitHub writes a moment.
export const webServer = 'https://github.com'

export const webUrl = (repository, path) => `${webServer}/${repository.full_name}/${path}`

// To the second, in UTC.
export const moment = (date = new Date()) => new Date(date).toISOString().replace(/\.\d+Z$/, 'Z')
