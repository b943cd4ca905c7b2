import { Canteen } from '../canteen/canteen.entity.js'
import { Dish } from '../canteen/dish.entity.js'
import { Offer } from '../canteen/offer.entity.js'
import { OrderLine } from '../canteen/order-line.entity.js'
import { Order } from '../canteen/order.entity.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { Slot } from '../canteen/slot.entity.js'
import { SubsidyUse } from '../canteen/subsidy-use.entity.js'
import { RequestKey } from '../common/request-key.entity.js'
import { Notice } from '../notices/notice.entity.js'
import { Fact } from '../people/fact.entity.js'
import { Identity } from '../people/identity.entity.js'
import { Mandate } from '../people/mandate.entity.js'
import { Person } from '../people/person.entity.js'
import { RoleGrantRow } from '../people/role-grant.entity.js'
import { Session } from '../people/session.entity.js'
import { Account } from '../wallet/account.entity.js'
import { Entry } from '../wallet/entry.entity.js'
import { Posting } from '../wallet/posting.entity.js'
/** Every table's class; a new entity is added here and in a migration. Parents come before children. */
export declare const ENTITIES: (
  | typeof RequestKey
  | typeof Notice
  | typeof Entry
  | typeof Posting
  | typeof Fact
  | typeof Mandate
  | typeof RoleGrantRow
  | typeof Session
  | typeof Identity
  | typeof Dish
  | typeof Offer
  | typeof Sitting
  | typeof SubsidyUse
  | typeof Order
  | typeof Slot
  | typeof OrderLine
  | typeof Person
  | typeof Canteen
  | typeof Account
)[]
