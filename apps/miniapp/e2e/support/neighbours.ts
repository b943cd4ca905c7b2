import { randomUUID } from 'node:crypto'
import type { PlaceOrderRequest } from '@wanli/contracts/canteen'
import type { MenuMeal } from '@wanli/contracts/menus'
import type { CallArguments, Reply, RouteKey } from '@wanli/contracts/routes'
import { clockText, mondayOf } from '@wanli/kernel/shanghai-time'

interface AnyInput {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: object
}

/** A neighbour of the one whose journey it is: calls the server itself, as twenty browsers would. */
export class Neighbour {
  private constructor(
    private readonly server: string,
    private readonly token: string,
  ) {}

  /** Signs in as a persona of the demo, by its key. */
  static async signIn(server: string, persona: string): Promise<Neighbour> {
    const { accessToken } = await new Neighbour(server, '').call('POST /auth/demo', { body: { persona } })
    return new Neighbour(server, accessToken)
  }

  /** Orders lunch of `day` again and again for the time that begins at `from`, until nobody else can come then. */
  async fillSlot(day: string, from: string): Promise<void> {
    const [canteen] = (await this.call('GET /canteen/canteens')).items
    const sittings = await this.call('GET /canteen/sittings', { query: { canteenId: canteen?.id ?? '', day } })
    const id = sittings.items.find((one) => one.meal === 'lunch')?.id ?? ''
    const sitting = await this.call('GET /canteen/sittings/:id', { params: { id }, query: {} })
    const offer = sitting.offers.reduce((most, one) => (one.left > most.left ? one : most))
    const slot = sitting.slots.find((one) => clockText(new Date(one.from)) === from)
    if (!slot) throw new Error(`no slot begins at ${from}`)
    const order: PlaceOrderRequest = {
      sittingId: id,
      lines: [{ offerId: offer.id, quantity: 1 }],
      mode: 'dine_in',
      slotId: slot.id,
      payBy: 'counter',
    }
    for (let left = slot.left; left > 0; left -= 1)
      await this.call('POST /canteen/orders', { body: order, idempotencyKey: randomUUID() })
  }

  /** As a cook: every dish of the lunch of `day` costs a yuan more from now on. */
  async raisePrices(day: string): Promise<void> {
    const params = { monday: mondayOf(day) }
    const week = await this.call('GET /menus/weeks/:monday', { params, query: {} })
    const meals = week.meals.map((one): MenuMeal => {
      const more = one.day === day && one.meal === 'lunch' ? 100 : 0
      const dishes = one.dishes.map(({ dishId, portions, keptPortions, listFen, halfFen }) => ({
        dishId,
        portions,
        keptPortions,
        listFen: listFen + more,
        halfFen,
      }))
      return { day: one.day, meal: one.meal, dishes }
    })
    const drafted = await this.call('PUT /menus/weeks/:monday', { params, body: { revision: week.revision, meals } })
    const body = { revision: drafted.revision }
    await this.call('POST /menus/weeks/:monday/publish', { params, body, idempotencyKey: randomUUID() })
  }

  private async call<Key extends RouteKey>(key: Key, ...input: CallArguments<Key>): Promise<Reply<Key>> {
    const [method = '', path = ''] = key.split(' ')
    const { params = {}, query = {}, body } = (input[0] ?? {}) as AnyInput
    const filled = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
    const reply = await fetch(`${this.server}/api/v1${filled}?${new URLSearchParams(query).toString()}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!reply.ok) throw new Error(`${key} answers ${reply.status}: ${await reply.text()}`)
    return (await reply.json()) as Reply<Key>
  }
}
