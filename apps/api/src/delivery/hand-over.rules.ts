import type { HandOverHow, HandOverRequest, NamedPerson } from '@wanli/contracts/delivery'

import { DomainError } from '../common/domain-error.js'

/** To whom a meal goes, as it is kept: `receiver` as people call them (`保姆小李`). */
export interface Received {
  how: HandOverHow
  receiver: string | null
  reason: string | null
}

/**
 * To whom a meal is handed over. A meal is never just left: it goes to the eater, to somebody recorded, or to somebody else with a
 * name and a reason. Throws `delivery.receiver_missing` and `delivery.receiver_unknown` (422).
 */
export function receiverOf({ how, name = '', reason = '' }: HandOverRequest, known: readonly NamedPerson[]): Received {
  if (how === 'seen') return { how, receiver: null, reason: null }
  const said = name.trim()
  if (said === '') throw new DomainError('delivery.receiver_missing')
  const person = known.find((one) => one.name === said)
  if (person !== undefined) return { how: 'named', receiver: `${person.relation}${person.name}`, reason: null }
  if (how === 'named' || reason.trim() === '') throw new DomainError('delivery.receiver_unknown')
  return { how, receiver: said, reason: reason.trim() }
}
