import type { AddressRequest, AddressView, ContactPerson, NamedPerson } from '@wanli/contracts/delivery'
import { TEXT } from '../text'

const WORDS = TEXT.address
const MOST_FLOORS = 60

/** What is typed of an address: everything is text until it is sent. */
export interface AddressForm {
  readonly estateId: string
  readonly building: string
  readonly unit: string
  readonly room: string
  readonly floor: string
  readonly lift: boolean
  readonly note: string
  readonly receivers: readonly NamedPerson[]
  readonly contacts: readonly ContactPerson[]
}

/** An empty form. */
export const EMPTY_FORM: AddressForm = {
  estateId: '',
  building: '',
  unit: '',
  room: '',
  floor: '',
  lift: false,
  note: '',
  receivers: [],
  contacts: [],
}

/** The form of an address that is changed. */
export function formOf(address: AddressView): AddressForm {
  const { estateId, building, unit, room, floor, lift, note, receivers, contacts } = address
  return { estateId, building, unit, room, floor: String(floor), lift, note, receivers, contacts }
}

/** The form with a room typed: the floor follows from it until somebody says otherwise (402 is on the fourth). */
export function withRoom(form: AddressForm, room: string): AddressForm {
  const floorOf = (text: string): string => (/^\d{3,4}$/.test(text) ? text.slice(0, -2) : '')
  const follows = form.floor === '' || form.floor === floorOf(form.room)
  return { ...form, room, ...(follows ? { floor: floorOf(room) } : {}) }
}

/** What is wrong, by field; nothing when it can be sent. */
export type AddressProblems = Readonly<
  Partial<Record<'estate' | 'building' | 'room' | 'floor' | 'receivers' | 'contacts', string>>
>

/** What is wrong with a form. People without a name are wrong, lines without anything are not sent. */
export function problemsOf(form: AddressForm): AddressProblems {
  const floor = Number(form.floor)
  const isFloor = Number.isInteger(floor) && floor >= 1 && floor <= MOST_FLOORS
  const contacts = form.contacts.filter(isSaid)
  const hasPhones = contacts.every(({ phone }) => /^1\d{10}$/.test(phone))
  return {
    ...(form.estateId === '' ? { estate: WORDS.required } : {}),
    ...(form.building.trim() === '' ? { building: WORDS.required } : {}),
    ...(form.room.trim() === '' ? { room: WORDS.required } : {}),
    ...(isFloor ? {} : { floor: WORDS.floorWrong }),
    ...(form.receivers.filter(isSaid).every(isNamed) ? {} : { receivers: WORDS.personWrong }),
    ...(contacts.every(isNamed) ? (hasPhones ? {} : { contacts: WORDS.phoneWrong }) : { contacts: WORDS.personWrong }),
  }
}

/** What is sent. */
export function requestOf(form: AddressForm): AddressRequest {
  const { estateId, building, unit, room, floor, lift, note } = form
  return {
    estateId,
    building: building.trim(),
    unit: unit.trim(),
    room: room.trim(),
    floor: Number(floor),
    lift,
    note: note.trim(),
    receivers: form.receivers
      .filter(isSaid)
      .map(({ name, relation }) => ({ name: name.trim(), relation: relation.trim() })),
    contacts: form.contacts
      .filter(isSaid)
      .map(({ name, relation, phone }) => ({ name: name.trim(), relation: relation.trim(), phone })),
  }
}

const isNamed = ({ name }: NamedPerson): boolean => name.trim() !== ''
const isSaid = (person: NamedPerson & { phone?: string }): boolean =>
  [person.name, person.relation, person.phone ?? ''].some((text) => text.trim() !== '')
