// The shapes of GitHub's answers. Handlers return an answer, or throw a Failure.
export const ok = (body, headers = {}) => ({ status: 200, headers, body })
export const created = (body) => ({ status: 201, headers: {}, body })
export const noContent = () => ({ status: 204, headers: {} })

export const failureBody = (status, message, errors) => ({
  message,
  ...(errors && { errors }),
  documentation_url: 'https://docs.github.com/rest',
  status: String(status),
})

export class Failure extends Error {
  constructor(status, message, errors) {
    super(message)
    this.status = status
    this.errors = errors
  }

  toAnswer() {
    return { status: this.status, headers: {}, body: failureBody(this.status, this.message, this.errors) }
  }
}

export const notFound = () => new Failure(404, 'Not Found')
export const invalid = (...errors) => new Failure(422, 'Validation Failed', errors)
