import { Injectable } from '@nestjs/common'
import type { OrderLineRequest, Portion, QuoteRequest, QuoteView } from '@wanli/contracts/canteen'
import type { PersonBrief } from '@wanli/contracts/people'
import { timesFen } from '@wanli/kernel/money'
import { DataSource, In, type EntityManager } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { defined } from '../common/defined.js'
import { DomainError } from '../common/domain-error.js'
import { PeopleService } from '../people/people.service.js'
import { LedgerService } from '../wallet/ledger.service.js'

import { Dish } from './dish.entity.js'
import { basisOf, EatersQueries, type Eater } from './eaters.queries.js'
import { Offer } from './offer.entity.js'
import { priceOrder, type LinePrice, type OrderPrice } from './price.rules.js'
import { PUTUO_2025_12 } from './scheme.js'
import { Sitting } from './sitting.entity.js'
import { SubsidyUse } from './subsidy-use.entity.js'

/** One line of a basket with everything an order line keeps. */
export interface BasketLine extends LinePrice {
  offerId: string
  dishId: string
  dishName: string
  picture: string
  portion: Portion
  quantity: number
  unitFen: number
  listFen: number
}

/** Dishes of one sitting for one eater, priced. */
export interface Basket {
  sitting: Sitting
  eater: Eater
  lines: BasketLine[]
  price: OrderPrice
}

type UnpricedLine = Omit<BasketLine, keyof LinePrice>

/** Turns what somebody asks for into priced lines: the one way, for a quote and for an order. */
@Injectable()
export class BasketsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly eaters: EatersQueries,
    private readonly ledger: LedgerService,
    private readonly people: PeopleService,
  ) {}

  /** What an order would cost, and why. Throws what {@link price} throws. */
  async quote(caller: Caller, request: QuoteRequest): Promise<QuoteView> {
    const { manager } = this.dataSource
    const { sitting, eater, price } = await this.price(manager, caller, request)
    const { payerId, capLeftFen } = eater.standing
    const payer = payerId === eater.brief.id ? eater.brief : await this.briefOf(payerId)
    // Somebody else's balance is not the caller's to see.
    const balanceFen = payerId === caller.personId ? await this.ledger.balanceOf(manager, payerId) : null
    return {
      listFen: price.listFen,
      discountFen: price.discountFen,
      subsidyFen: price.subsidyFen,
      payFen: price.payFen,
      explanation: price.explanation,
      basis: basisOf(eater, sitting.day),
      payer,
      balanceFen,
      capLeftFen,
    }
  }

  /**
   * Prices a basket. Throws `canteen.sitting_not_found` (404), `canteen.offer_not_found`, `canteen.duplicate_line`,
   * `canteen.no_half_portion` (422) and `people.no_mandate` (403).
   */
  async price(from: EntityManager, caller: Caller, request: QuoteRequest): Promise<Basket> {
    const sitting = await from.findOneBy(Sitting, { id: request.sittingId })
    if (sitting === null) throw new DomainError('canteen.sitting_not_found')
    const eater = await this.eaters.eaterFor(caller.personId, request.forPersonId, sitting.day, from)
    const unpriced = await this.lines(from, sitting.id, request.lines)
    const subsidyUsed = await from.existsBy(SubsidyUse, {
      personId: eater.brief.id,
      day: sitting.day,
      scheme: PUTUO_2025_12.version,
    })
    const price = priceOrder(
      {
        lineFen: unpriced.map((line) => line.listFen),
        eater: eater.facts,
        day: sitting.day,
        mode: request.mode,
        subsidyUsed,
      },
      PUTUO_2025_12,
    )
    return {
      sitting,
      eater,
      price,
      lines: unpriced.map((line, index) => ({ ...line, ...defined(price.lines[index], 'the price of a line') })),
    }
  }

  private async briefOf(personId: string): Promise<PersonBrief> {
    const brief = (await this.people.briefs([personId])).get(personId)
    return defined(brief, 'the payer of a quote')
  }

  private async lines(from: EntityManager, sittingId: string, requests: OrderLineRequest[]): Promise<UnpricedLine[]> {
    const offers = await from.findBy(Offer, { sittingId, id: In(requests.map((request) => request.offerId)) })
    const dishes = await from.findBy(Dish, { id: In(offers.map((offer) => offer.dishId)) })
    const seen = new Set<string>()
    return requests.map((request) => {
      const offer = offers.find((one) => one.id === request.offerId)
      const dish = dishes.find((one) => one.id === offer?.dishId)
      if (offer === undefined || dish === undefined) throw new DomainError('canteen.offer_not_found')
      const portion = request.portion ?? 'whole'
      if (seen.has(`${offer.id} ${portion}`)) throw new DomainError('canteen.duplicate_line', { dishName: dish.name })
      seen.add(`${offer.id} ${portion}`)
      const unitFen = portion === 'whole' ? offer.listFen : offer.halfFen
      if (unitFen === null) throw new DomainError('canteen.no_half_portion', { dishName: dish.name })
      return {
        offerId: offer.id,
        dishId: dish.id,
        dishName: dish.name,
        picture: dish.picture,
        portion,
        quantity: request.quantity,
        unitFen,
        listFen: timesFen(unitFen, request.quantity),
      }
    })
  }
}
