import type { AddressRequest, ContactPerson, NamedPerson } from '@wanli/contracts/delivery'

import { InvalidRequestError } from '../common/invalid-request.js'

import type { Estate } from './estate.entity.js'
import type { Door } from './way.rules.js'

/** What of an address is sealed: all but the estate. */
export type SealedAddress = Omit<AddressRequest, 'estateId'>

const trimmed = <One extends NamedPerson>(people: readonly One[]): One[] =>
  people.map((one) => ({ ...one, name: one.name.trim(), relation: one.relation.trim() }))

/** What is kept of what somebody typed. Throws InvalidRequestError (422) for a house or a room without a number: `号`, `室`. */
export function toSealed(request: AddressRequest): SealedAddress {
  const { unit, floor, lift, note } = request
  const numbers = { building: plain(request.building), room: plain(request.room) }
  const missing = (['building', 'room'] as const).filter((path) => numbers[path] === '')
  if (missing.length > 0)
    throw new InvalidRequestError(missing.map((path) => ({ path, rule: 'number', message: '要写几号' })))
  return {
    ...numbers,
    unit: plain(unit),
    floor,
    lift,
    note: note.trim(),
    receivers: trimmed(request.receivers),
    contacts: trimmed<ContactPerson>(request.contacts),
  }
}

/** A number as it is kept: `9 号` and `9号楼` are `9`, `402 室` is `402`. */
function plain(text: string): string {
  return text.replace(/\s/g, '').replace(/(号楼|号|幢|栋|单元|门|室)$/, '')
}

/** A door as people say it: `9 号 402 室`, `9 号 2 单元 402 室`. */
export function doorText({ building, unit, room }: Pick<Door, 'building' | 'unit' | 'room'>): string {
  return [`${building} 号`, ...(unit === '' ? [] : [`${unit} 单元`]), `${room} 室`].join(' ')
}

/** What a sealed address is bound to: moved to another row it cannot be opened. */
export const placeOf = (addressId: string): string => `delivery_address ${addressId}`

/** An address that was opened. */
export interface OpenAddress extends SealedAddress {
  id: string
  personId: string
  estate: Estate
  retired: boolean
}

/** `香泉苑 9 号 402 室`; of an address whose person was forgotten only the estate. */
export function textOf(address: OpenAddress): string {
  return address.room === '' ? address.estate.name : `${address.estate.name} ${doorText(address)}`
}
