import { Injectable } from '@nestjs/common'
import type { QuoteRequest, QuoteView } from '@wanli/contracts/canteen'
import type { PersonBrief } from '@wanli/contracts/people'
import { DataSource, type EntityManager } from 'typeorm'

import type { Caller } from '../common/auth/caller.js'
import { defined } from '../common/defined.js'
import { DomainError } from '../common/domain-error.js'
import { PeopleService } from '../people/people.service.js'
import { LedgerService } from '../wallet/ledger.service.js'

import { priceBasket, type BasketLine } from './basket.rules.js'
import { basisOf, EatersQueries, type Eater } from './eaters.queries.js'
import { menuOf } from './menu.queries.js'
import type { OrderPrice } from './price.rules.js'
import { PUTUO_2025_12 } from './scheme.js'
import { Sitting } from './sitting.entity.js'
import { SubsidyUse } from './subsidy-use.entity.js'

/** Dishes of one sitting for one eater, priced. */
export interface Basket {
  sitting: Sitting
  eater: Eater
  lines: BasketLine[]
  price: OrderPrice
}

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
   * Prices a basket. Throws `canteen.sitting_not_found` (404), the refusals of {@link priceBasket} and `people.no_mandate` (403).
   */
  async price(from: EntityManager, caller: Caller, request: QuoteRequest): Promise<Basket> {
    const sitting = await from.findOneBy(Sitting, { id: request.sittingId })
    if (sitting === null) throw new DomainError('canteen.sitting_not_found')
    const eater = await this.eaters.eaterFor(caller.personId, request.forPersonId, sitting.day, from)
    return { sitting, eater, ...(await this.priceFor(from, eater, sitting, request)) }
  }

  /** Prices what an eater has of a sitting, whoever asks. Throws the refusals of {@link priceBasket}. */
  async priceFor(
    from: EntityManager,
    { brief, facts }: Pick<Eater, 'brief' | 'facts'>,
    { id, day }: Sitting,
    request: Pick<QuoteRequest, 'lines' | 'mode'>,
  ): Promise<Pick<Basket, 'lines' | 'price'>> {
    const subsidyUsed = await from.existsBy(SubsidyUse, { personId: brief.id, day, scheme: PUTUO_2025_12.version })
    return priceBasket(await menuOf(from, request.lines), { ...request, sittingId: id, day, eater: facts, subsidyUsed })
  }

  private async briefOf(personId: string): Promise<PersonBrief> {
    const brief = (await this.people.briefs([personId])).get(personId)
    return defined(brief, 'the payer of a quote')
  }
}
