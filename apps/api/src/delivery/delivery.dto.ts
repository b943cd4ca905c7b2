import type {
  AddressRequest,
  AttemptOutcome,
  AttemptRequest,
  CheckOutcome,
  CloseCheckRequest,
  ContactPerson,
  HandOverHow,
  HandOverRequest,
  NamedPerson,
  NewAddressRequest,
  RevealPhoneRequest,
  TakeRunRequest,
} from '@wanli/contracts/delivery'
import { CANTEEN, DELIVERY } from '@wanli/kernel/limits'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator'

import type { Exact, Expect } from '../common/contract.js'
import { Optional, OrNull } from '../common/optional.js'
import { IsText } from '../common/text.dto.js'

/** No house of the sub-district is higher, no cellar is delivered to. */
const FLOORS = { min: 1, max: 60 } as const
const MAX_CONTACT = 20

export class NamedPersonBody implements NamedPerson {
  @IsText(1, DELIVERY.nameLength) name: string
  @IsString() @MaxLength(DELIVERY.nameLength) relation: string
}

export class ContactPersonBody extends NamedPersonBody implements ContactPerson {
  @IsString() @Matches(/^1\d{10}$|^0\d{2,3}-?\d{7,8}$/) phone: string
}

export class AddressBody implements AddressRequest {
  @IsUUID() estateId: string
  @IsText(1, DELIVERY.doorLength) building: string
  @IsString() @MaxLength(DELIVERY.doorLength) unit: string
  @IsText(1, DELIVERY.doorLength) room: string
  @IsInt() @Min(FLOORS.min) @Max(FLOORS.max) floor: number
  @IsBoolean() lift: boolean
  @IsString() @MaxLength(DELIVERY.noteLength) note: string
  @IsArray()
  @ArrayMaxSize(DELIVERY.people)
  @ValidateNested({ each: true })
  @Type(() => NamedPersonBody)
  receivers: NamedPersonBody[]
  @IsArray()
  @ArrayMaxSize(DELIVERY.people)
  @ValidateNested({ each: true })
  @Type(() => ContactPersonBody)
  contacts: ContactPersonBody[]
}

export class NewAddressBody extends AddressBody implements NewAddressRequest {
  @Optional() @IsUUID() forPersonId?: string
}

export class AddressesQueryDto {
  @Optional() @IsUUID() forPersonId?: string
}

export class HandOverBody implements HandOverRequest {
  @IsIn(['seen', 'named', 'other']) how: HandOverHow
  @Optional() @IsString() @MaxLength(DELIVERY.nameLength) name?: string
  @Optional() @IsString() @MaxLength(DELIVERY.reasonLength) reason?: string
}

export class AttemptBody implements AttemptRequest {
  @IsIn(['knock', 'self', 'contact', 'committee', 'emergency']) step: AttemptRequest['step']
  @Optional() @IsInt() @Min(0) @Max(MAX_CONTACT) contact?: number
  @IsIn(['no_answer', 'answered', 'told']) outcome: AttemptOutcome
  @Optional() @IsString() @MaxLength(CANTEEN.noteLength) words?: string
}

export class CloseCheckBody implements CloseCheckRequest {
  @IsIn(['found', 'hospital', 'other']) outcome: CheckOutcome
  @IsText(2, DELIVERY.wordsLength) words: string
}

export class TakeRunBody implements TakeRunRequest {
  @OrNull() @IsUUID() courierId: string | null
}

export class RevealPhoneBody implements RevealPhoneRequest {
  @IsIn(['self', 'contact', 'committee']) who: RevealPhoneRequest['who']
  @Optional() @IsInt() @Min(0) @Max(MAX_CONTACT) contact?: number
}

export type AddressBodyIsExact = Expect<Exact<AddressBody, AddressRequest>>
export type NewAddressBodyIsExact = Expect<Exact<NewAddressBody, NewAddressRequest>>
export type HandOverBodyIsExact = Expect<Exact<HandOverBody, HandOverRequest>>
export type AttemptBodyIsExact = Expect<Exact<AttemptBody, AttemptRequest>>
export type CloseCheckBodyIsExact = Expect<Exact<CloseCheckBody, CloseCheckRequest>>
export type RevealPhoneBodyIsExact = Expect<Exact<RevealPhoneBody, RevealPhoneRequest>>
export type TakeRunBodyIsExact = Expect<Exact<TakeRunBody, TakeRunRequest>>
