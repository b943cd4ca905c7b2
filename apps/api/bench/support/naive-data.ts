import { createConnection, type Connection } from 'mysql2/promise'

import { newSchema } from './new-schema.js'

/** So many people order, and each has so much, whoever serves them. */
export const PEOPLE = 3_000
export const BALANCE_FEN = 500_000_000

/** The hand-written floor's own few tables. */
export class NaiveData {
  private constructor(
    readonly url: string,
    private readonly connection: Connection,
  ) {}

  static async create(server: string): Promise<NaiveData> {
    const url = await newSchema(server, 'wanli_bench_naive')
    const connection = await createConnection({ uri: url, multipleStatements: true })
    await connection.query(`
      CREATE TABLE naive_offer (id INT PRIMARY KEY, sold INT NOT NULL, capacity INT NOT NULL);
      CREATE TABLE naive_account (id INT PRIMARY KEY, balance_fen BIGINT NOT NULL);
      CREATE TABLE naive_key (key_text VARCHAR(128) PRIMARY KEY);
      CREATE TABLE naive_order (id INT AUTO_INCREMENT PRIMARY KEY, person_id INT NOT NULL, price_fen INT NOT NULL, created_at DATETIME(3) NOT NULL, KEY (person_id));
      CREATE TABLE naive_line (id INT AUTO_INCREMENT PRIMARY KEY, order_id INT NOT NULL, offer_id INT NOT NULL, quantity INT NOT NULL, KEY (order_id));
      CREATE TABLE naive_entry (id INT AUTO_INCREMENT PRIMARY KEY, account_id INT NOT NULL, order_id INT NOT NULL, amount_fen INT NOT NULL, KEY (account_id));
    `)
    const accounts = [...Array(PEOPLE).keys()].map((n) => [n, BALANCE_FEN])
    await connection.query('INSERT INTO naive_account (id, balance_fen) VALUES ?', [accounts])
    const offers = [...Array(20).keys()].map((n) => [n, 0, 100_000_000])
    await connection.query('INSERT INTO naive_offer (id, sold, capacity) VALUES ?', [offers])
    return new NaiveData(url, connection)
  }

  /** The people's numbers. */
  get people(): number {
    return PEOPLE
  }

  async close(): Promise<void> {
    await this.connection.end()
  }
}
