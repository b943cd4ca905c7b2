import type { Contender } from './contender.js'
import type { RushData } from './rush-data.js'

/** Portions of each of twenty dishes, and how many want one. */
const PORTIONS_EACH = 25
const WANTED = 900
const SENDS = 3

/**
 * Two processes sell twenty dishes of which there are too few, and every order is sent three times, to either of them. Prints what was
 * sold and names what is wrong: a portion too many or too few, an order twice, an answer that differs between sends.
 */
export async function sellTooLittle(data: RushData, servers: readonly Contender[], path: string): Promise<string[]> {
  const sitting = await data.addSitting(20, PORTIONS_EACH)
  const answers = new Map<string, Set<string>>()
  const send = async (n: number, server: Contender): Promise<void> => {
    const person = data.people[n % data.people.length]
    if (person === undefined) return
    const { headers, body } = data.request(person, sitting, `scarce-${n}`, n)
    const json = { 'content-type': 'application/json' }
    const answer = await fetch(`${server.url}${path}`, { method: 'POST', headers: { ...json, ...headers }, body })
    const reply = (await answer.json()) as { id?: string; code?: string }
    const told = answers.get(headers['idempotency-key'] ?? '') ?? new Set()
    // "Come again in a moment" is no answer yet.
    if (reply.code !== 'request.idempotency_in_flight') told.add(reply.id ?? reply.code ?? String(answer.status))
    answers.set(headers['idempotency-key'] ?? '', told)
  }
  const sends = [...Array(WANTED * SENDS).keys()].map((n) => send(n % WANTED, servers[n % servers.length] as Contender))
  await Promise.all(sends)
  const distinct = [...answers.values()]
  const ids = new Set(distinct.flatMap((told) => [...told].filter((one) => one.includes('-'))))
  const sold = 20 * PORTIONS_EACH
  process.stdout.write(
    `\n${WANTED} people send ${SENDS} times each, to two processes, for ${sold} portions: ${ids.size} orders\n`,
  )
  return [
    ...(distinct.some((told) => told.size > 1) ? ['one key had two answers'] : []),
    ...(ids.size === sold ? [] : [`${ids.size} orders of ${sold} portions`]),
    ...(await data.faultsOf(sitting, ids.size)),
  ]
}
