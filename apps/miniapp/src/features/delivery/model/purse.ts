import type { PersonView } from '@wanli/contracts/people'
import type { StandingView } from '@wanli/contracts/standing'
import { TEXT } from '../text'

/**
 * Whose wallet a standing order is paid from, as `person` says it: who set it up orders each time, so their mandate for the eater says who
 * pays. Null when no such mandate stands: then nothing is ordered either.
 */
export function purseOf(
  person: Pick<PersonView, 'id' | 'actsFor' | 'agents'>,
  { eater, setUpBy }: Pick<StandingView, 'eater' | 'setUpBy'>,
): string | null {
  const mine = eater.id === person.id
  const own = TEXT.money.wallet(TEXT.money.me)
  if (eater.id === setUpBy.id) return mine ? own : TEXT.money.wallet(eater.name)
  const other = mine ? setUpBy : eater
  const mandate = (mine ? person.agents : person.actsFor).find(
    ({ person: { id }, status, scopes }) => id === other.id && status === 'live' && scopes.includes('meals'),
  )
  if (mandate === undefined) return null
  const pays = mandate.payer === 'agent' ? setUpBy : eater
  return pays.id === person.id ? own : TEXT.money.wallet(pays.name)
}

/** Whom everything that is set up is for, when that is one other person; null is oneself, or nobody in particular. */
export function soleEater(
  standings: readonly Pick<StandingView, 'eater'>[],
  personId: string | undefined,
): string | null {
  const ids = [...new Set(standings.map(({ eater }) => eater.id))]
  return ids.length === 1 && ids[0] !== personId ? (ids[0] ?? null) : null
}
