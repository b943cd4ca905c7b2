/*
 * The other floor of the rush: by hand too, but with all that an order leaves behind. The same tables and rows as ours, and what must be
 * read to decide, one statement after another in one transaction a request; still no sign-in, no validation, no rules of prices and
 * clashes. Started by `rush.ts` in a process of its own: `whole-server.ts <database> <port>`.
 */
import { randomBytes } from 'node:crypto'

import { createPool, type PoolConnection, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise'
import { uuidv7 } from 'uuidv7'

import { serveByHand } from './by-hand.js'

const [, , database = '', port = '0'] = process.argv
const pool = createPool({ uri: database, connectionLimit: 20, timezone: 'Z', dateStrings: ['DATE'] })

interface WholeOrder {
  key: string
  personId: string
  sittingId: string
  offerId: string
  slotId: string
}

type Row = Record<string, string | number | Date | null>

/** One request's transaction: small words for its statements. */
class Hand {
  constructor(private readonly connection: PoolConnection) {}

  async insert(table: string, row: Row): Promise<void> {
    await this.connection.query(`INSERT INTO ${table} SET ?`, row)
  }

  async rows(sql: string, ...values: string[]): Promise<RowDataPacket[]> {
    return (await this.connection.execute<RowDataPacket[]>(sql, values))[0]
  }

  async first(sql: string, ...values: string[]): Promise<RowDataPacket> {
    const [row] = await this.rows(sql, ...values)
    if (row === undefined) throw new Error(`nothing for ${sql}`)
    return row
  }

  /** Throws when the condition of an UPDATE did not hold. */
  async move(sql: string, ...values: (string | number)[]): Promise<void> {
    const [{ affectedRows }] = await this.connection.execute<ResultSetHeader>(sql, values)
    if (affectedRows !== 1) throw new Error(`refused: ${sql}`)
  }
}

/** Takes the portion, the place and the number, and reads what the decision needs. */
async function take(hand: Hand, asked: WholeOrder) {
  const { personId, sittingId, offerId, slotId } = asked
  const person = await hand.first('SELECT * FROM people_person WHERE id = ?', personId)
  await hand.rows('SELECT * FROM people_fact WHERE person_id = ?', personId)
  await hand.rows('SELECT * FROM canteen_diet WHERE person_id = ?', personId)
  await hand.rows('SELECT * FROM canteen_order WHERE sitting_id = ? AND eater_id = ?', sittingId, personId)
  const whole = 'sold_halves = sold_halves + 2 WHERE id = ? AND sold_halves + 2 <= capacity_halves'
  await hand.move(`UPDATE canteen_offer SET ${whole}`, offerId)
  await hand.move('UPDATE canteen_slot SET taken = taken + 1 WHERE id = ? AND taken < capacity', slotId)
  await hand.move('UPDATE canteen_sitting SET last_pickup = last_pickup + 1 WHERE id = ?', sittingId)
  const sitting = await hand.first('SELECT * FROM canteen_sitting WHERE id = ?', sittingId)
  const offer = await hand.first('SELECT * FROM canteen_offer WHERE id = ?', offerId)
  const dish = await hand.first('SELECT * FROM canteen_dish WHERE id = ?', String(offer['dish_id']))
  const canteen = await hand.first('SELECT * FROM canteen_canteen WHERE id = ?', String(sitting['canteen_id']))
  const used = 'SELECT * FROM canteen_subsidy_use WHERE person_id = ? AND day = ?'
  await hand.rows(used, personId, String(sitting['day']))
  return { person, sitting, offer, dish, canteen, payFen: Number(offer['list_fen']) }
}

/** Writes the order with its line and answers its id and number. */
async function keep(hand: Hand, asked: WholeOrder, taken: Awaited<ReturnType<typeof take>>, now: Date) {
  const { sitting, dish, payFen } = taken
  const [id, number] = [uuidv7(), `A-${String(sitting['last_pickup'])}`]
  const price = { list_fen: payFen, discount_fen: 0, subsidy_fen: 0, pay_fen: payFen }
  const people = { eater_id: asked.personId, placed_by_id: asked.personId, paid_by_id: asked.personId }
  await hand.insert('canteen_order', {
    id,
    canteen_id: sitting['canteen_id'] as string,
    sitting_id: asked.sittingId,
    day: sitting['day'] as string,
    slot_id: asked.slotId,
    ...people,
    status: 'paid',
    mode: 'dine_in',
    pickup_number: number,
    pickup_code: randomBytes(16).toString('base64url'),
    scheme_version: 'putuo-2025-12',
    ...price,
    explanation: '[]',
    note: '',
    handed_over_early: 0,
    created_at: now,
  })
  await hand.insert('canteen_order_line', {
    id: uuidv7(),
    order_id: id,
    position: 0,
    offer_id: asked.offerId,
    dish_id: dish['id'] as string,
    dish_name: dish['name'] as string,
    picture: dish['picture'] as string,
    portion_size: 'whole',
    quantity: 1,
    unit_fen: payFen,
    ...price,
  })
  return { id, number }
}

/** Moves the money from the pocket to the canteen. */
async function pay(hand: Hand, asked: WholeOrder, canteenId: string, orderId: string, payFen: number, now: Date) {
  const postingId = uuidv7()
  const posting = { kind: 'order_payment', order_id: orderId, dedupe_key: `order_payment:${orderId}`, memo: '订餐' }
  await hand.insert('wallet_posting', { id: postingId, ...posting, created_at: now })
  const sides = [
    { kind: 'person_own', owner: asked.personId, fen: -payFen },
    { kind: 'canteen_revenue', owner: canteenId, fen: payFen },
  ]
  for (const { kind, owner, fen } of sides) {
    const guarded =
      'balance_fen = balance_fen + ? WHERE kind = ? AND owner_id = ? AND (floor_fen IS NULL OR balance_fen + ? >= floor_fen)'
    await hand.move(`UPDATE wallet_account SET ${guarded}`, fen, kind, owner, fen)
    const account = await hand.first('SELECT * FROM wallet_account WHERE kind = ? AND owner_id = ?', kind, owner)
    const [accountId, balance] = [account['id'] as string, account['balance_fen'] as number]
    const entry = { posting_id: postingId, account_id: accountId, amount_fen: fen, balance_after_fen: balance }
    await hand.insert('wallet_entry', { id: uuidv7(), ...entry, created_at: now })
    if (fen > 0) continue
    const part = { order_id: orderId, account_id: accountId, position: 0, paid_fen: payFen, refunded_fen: 0 }
    await hand.insert('wallet_paid_part', { id: uuidv7(), ...part })
  }
}

/** Puts the notice into the inbox and tells the streams. */
async function tell(
  hand: Hand,
  { personId }: WholeOrder,
  canteenId: string,
  order: { id: string; number: string },
  now: Date,
) {
  const [noticeId, kind] = [uuidv7(), 'order_placed']
  const text = { title: `午餐订好了，取餐号 ${order.number}`, body: '11:00 到香泉社区食堂 3 号窗口取' }
  const subject = { subject_kind: 'order', subject_id: order.id, todo: 0 }
  const times = { created_at: now, send_at: now }
  await hand.insert('notices_notice', { id: noticeId, person_id: personId, kind, ...text, ...subject, ...times })
  const changes = [
    ['notices', `person:${personId}`, noticeId],
    ['orders', `person:${personId}`, order.id],
    [`board:${canteenId}`, `canteen:${canteenId}`, order.id],
  ]
  await hand.insert('live_event', { changes: JSON.stringify(changes), created_at: now })
}

async function place(asked: WholeOrder): Promise<{ id: string; number: string }> {
  const connection = await pool.getConnection()
  const hand = new Hand(connection)
  const now = new Date()
  try {
    await connection.beginTransaction()
    const key = { person_id: asked.personId, key_text: asked.key, fingerprint: asked.key }
    await hand.insert('request_key', { ...key, created_at: now })
    const taken = await take(hand, asked)
    const order = await keep(hand, asked, taken, now)
    const canteenId = String(taken.canteen['id'])
    await pay(hand, asked, canteenId, order.id, taken.payFen, now)
    await tell(hand, asked, canteenId, order, now)
    const answer = 'answer = ? WHERE person_id = ? AND key_text = ?'
    await hand.move(`UPDATE request_key SET ${answer}`, JSON.stringify(order), asked.personId, asked.key)
    await connection.commit()
    return order
  } catch (error) {
    await connection.rollback()
    throw error
  } finally {
    connection.release()
  }
}

serveByHand(port, (asked) => place(asked as WholeOrder))
