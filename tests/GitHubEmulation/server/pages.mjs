// Pages of a list. Like GitHub, the links name the repository by its id, so that they cannot be rebuilt from the request.
import { ok } from './answers.mjs'

const wholeNumber = (text, otherwise) => {
  const number = Number.parseInt(text ?? '', 10)
  return number > 0 ? number : otherwise
}

export function paginate(call, items) {
  const page = wholeNumber(call.query.get('page'), 1)
  const size = Math.min(wholeNumber(call.query.get('per_page'), 30), 100)
  const last = Math.max(1, Math.ceil(items.length / size))
  const link = (rel, number) => {
    const query = new URLSearchParams(call.query)
    query.set('page', number)
    return `<${call.world.url}${byId(call)}?${query}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [link('prev', page - 1)] : []),
    ...(page < last ? [link('next', page + 1), link('last', last)] : []),
    ...(page > 1 ? [link('first', 1)] : []),
  ]
  return ok(items.slice((page - 1) * size, page * size), links.length > 0 ? { link: links.join(', ') } : {})
}

// The emulator's own links, with the address and the form of GitHub's.
export function repairLinks(call, link) {
  return link.replaceAll(/<[^?>]*\?([^>]*)>/g, (_, query) => `<${call.world.url}${byId(call)}?${query}>`)
}

function byId({ path, repository }) {
  return path.replace(/^\/repos\/[^/]+\/[^/]+/, `/repositories/${repository.id}`)
}
