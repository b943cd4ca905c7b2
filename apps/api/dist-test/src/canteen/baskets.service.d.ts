import type { Portion, QuoteRequest, QuoteView } from '@wanli/contracts/canteen'
import { DataSource, type EntityManager } from 'typeorm'
import type { Caller } from '../common/auth/caller.js'
import { WalletQueries } from '../wallet/wallet.queries.js'
import { EatersService, type Eater } from './eaters.service.js'
import { type LinePrice, type OrderPrice } from './price.rules.js'
import { Sitting } from './sitting.entity.js'
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
/** Turns what somebody asks for into priced lines: the one way, for a quote and for an order. */
export declare class BasketsService {
  private readonly dataSource
  private readonly eaters
  private readonly wallet
  constructor(dataSource: DataSource, eaters: EatersService, wallet: WalletQueries)
  /** What an order would cost, and why. Throws what {@link price} throws. */
  quote(caller: Caller, request: QuoteRequest): Promise<QuoteView>
  /**
   * Prices a basket. Throws `canteen.sitting_not_found` (404), `canteen.offer_not_found`, `canteen.duplicate_line`,
   * `canteen.no_half_portion` (422) and `people.no_mandate` (403).
   */
  price(from: EntityManager, caller: Caller, request: QuoteRequest): Promise<Basket>
  private lines
}
