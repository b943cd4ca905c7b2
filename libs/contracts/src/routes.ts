import type { CanteenRoutes } from './canteen.js'
import type { CounterRoutes } from './counter.js'
import type { DeliveryRoutes } from './delivery.js'
import type { DeskRoutes } from './desk.js'
import type { KitchenRoutes } from './kitchen.js'
import type { LiveRoutes } from './live.js'
import type { MandatesRoutes } from './mandates.js'
import type { MealsRoutes } from './meals.js'
import type { MenusRoutes } from './menus.js'
import type { NoticesRoutes } from './notices.js'
import type { PeopleRoutes } from './people.js'
import type { PickupsRoutes } from './pickups.js'
import type { PrivacyRoutes } from './privacy.js'
import type { UploadsRoutes } from './uploads.js'
import type { WalletRoutes } from './wallet.js'

/** Every route of the API under `/api/v1`, keyed by method and path: the table of contents, for both sides. */
export interface Routes
  extends
    PeopleRoutes,
    MandatesRoutes,
    DeskRoutes,
    PrivacyRoutes,
    WalletRoutes,
    NoticesRoutes,
    LiveRoutes,
    UploadsRoutes,
    CanteenRoutes,
    MealsRoutes,
    PickupsRoutes,
    MenusRoutes,
    KitchenRoutes,
    CounterRoutes,
    DeliveryRoutes {}

/** A route, written whole: `POST /canteen/orders`. */
export type RouteKey = keyof Routes

/** What a route answers. */
export type Reply<Key extends RouteKey> = Routes[Key]['reply']

/** The part of a route's shape that a caller gives: `body`, `query`, `params` as the route has them, and an idempotency key where one is required. */
export type CallInput<Key extends RouteKey> = Omit<Routes[Key], 'reply' | 'idempotent'> &
  (Routes[Key] extends { idempotent: true } ? { idempotencyKey: string } : unknown)

/** Arguments of a typed caller: none when the route takes nothing. A query whose members are all optional may be left out. */
export type CallArguments<Key extends RouteKey> =
  Record<never, never> extends Loose<CallInput<Key>> ? [input?: Loose<CallInput<Key>>] : [input: Loose<CallInput<Key>>]

type Loose<Input> = Input extends { query: infer Query }
  ? Record<never, never> extends Query
    ? Omit<Input, 'query'> & { query?: Query }
    : Input
  : Input
