// What was asked since the start of the world, in which order, and how much of it one after the other.
export class Journal {
  #entries = []
  #violations = []
  #clock = 0
  #endedDepth = 0
  #open = 0
  #maxConcurrency = 0

  // A request can only have waited for those that had ended before it started.
  start({ method, path, body, login }) {
    this.#maxConcurrency = Math.max(this.#maxConcurrency, ++this.#open)
    const entry = { method, path, login, status: null, body, started_at: ++this.#clock, ended_at: null, depth: this.#endedDepth + 1 }
    this.#entries.push(entry)
    return entry
  }

  end(entry, status) {
    entry.status = status
    entry.ended_at = ++this.#clock
    this.#open--
    this.#endedDepth = Math.max(this.#endedDepth, entry.depth)
  }

  report({ method, path }, where, messages) {
    for (const message of messages) this.#violations.push({ method, path, where, message })
  }

  get violations() {
    return this.#violations
  }

  get requests() {
    const depth = Math.max(0, ...this.#entries.map((entry) => entry.depth))
    return { requests: this.#entries, max_concurrency: this.#maxConcurrency, depth }
  }
}
