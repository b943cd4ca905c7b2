import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { PersonView } from '@wanli/contracts/people'
import { call } from '@/shared/http/call'
import { useSession } from '@/shared/http/session'
import { storePerson } from '@/shared/http/session-store'

/** `GET /me`: the signed-in person as they are now: mandates come and go while one is signed in. */
export const meQuery = queryOptions({ queryKey: ['people', 'me'], queryFn: () => call('GET /me') })

/** The signed-in person, kept true while the page is open; null when nobody is signed in. */
export function useMe(): PersonView | null {
  const { state, person } = useSession()
  const { data } = useQuery({ ...meQuery, enabled: state === 'signed_in' })
  useEffect(() => {
    // After a change of person the answer of the one before may still be there.
    if (data && data.id === person?.id && data !== person) storePerson(data)
  }, [data, person])
  return person
}
