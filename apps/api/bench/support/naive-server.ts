/*
 * The floor that the rush is measured against: what somebody would write by hand in an afternoon. One transaction a request, a bare
 * `node:http` server, no sign-in, no validation, no price. Started by `rush.ts` in a process of its own: `naive-server.ts <database> <port>`.
 */
import { createPool, type ResultSetHeader } from 'mysql2/promise'

import { serveByHand } from './by-hand.js'

const [, , database = '', port = '0'] = process.argv
const pool = createPool({ uri: database, connectionLimit: 20 })

interface NaiveOrder {
  key: string
  personId: number
  offerId: number
  priceFen: number
}

async function place({ key, personId, offerId, priceFen }: NaiveOrder): Promise<{ id: number }> {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    await connection.execute('INSERT INTO naive_key (key_text) VALUES (?)', [key])
    const [sold] = await connection.execute<ResultSetHeader>(
      'UPDATE naive_offer SET sold = sold + 1 WHERE id = ? AND sold < capacity',
      [offerId],
    )
    if (sold.affectedRows !== 1) throw new Error('sold out')
    const [order] = await connection.execute<ResultSetHeader>(
      'INSERT INTO naive_order (person_id, price_fen, created_at) VALUES (?, ?, NOW(3))',
      [personId, priceFen],
    )
    await connection.execute('INSERT INTO naive_line (order_id, offer_id, quantity) VALUES (?, ?, 1)', [
      order.insertId,
      offerId,
    ])
    const [paid] = await connection.execute<ResultSetHeader>(
      'UPDATE naive_account SET balance_fen = balance_fen - ? WHERE id = ? AND balance_fen >= ?',
      [priceFen, personId, priceFen],
    )
    if (paid.affectedRows !== 1) throw new Error('not enough money')
    await connection.execute('INSERT INTO naive_entry (account_id, order_id, amount_fen) VALUES (?, ?, ?)', [
      personId,
      order.insertId,
      -priceFen,
    ])
    await connection.commit()
    return { id: order.insertId }
  } catch (error) {
    await connection.rollback()
    throw error
  } finally {
    connection.release()
  }
}

serveByHand(port, (asked) => place(asked as NaiveOrder))
