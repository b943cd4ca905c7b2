/** Limits that both sides know: the server decides, the app only spares a round trip. */

/** Canteen orders: kinds of dish an order may hold, portions of one dish, fen that all of them can cost, characters of a note. */
export const CANTEEN = { maxLines: 20, maxQuantity: 20, maxFen: 40_000_000, noteLength: 100, daysAhead: 7 } as const

/** People: characters of a display name (code points, so rare characters count once). */
export const PEOPLE = { nameLength: 40 } as const

/** Requests: bytes of a JSON body, characters of an idempotency key, hours its answer is kept. */
export const REQUEST = { bodyBytes: 256 * 1024, keyMin: 8, keyMax: 128, keyHours: 48 } as const

/** Lists: default and greatest page size. */
export const PAGE = { size: 20, maxSize: 100 } as const

/** Mandates: characters of a relation, the greatest daily cap in fen. */
export const MANDATE = { relationLength: 10, maxCapFen: 1_000_000 } as const

/** Wallet: fen of one top-up, minutes in which a meal or a top-up is paid at WeChat, characters of why a dish is not served. */
export const WALLET = { maxTopUpFen: 100_000, mealMinutes: 10, topUpMinutes: 30, reasonLength: 30 } as const

/** Pictures: bytes of a file, files of a person and day, longest edge kept in pixels, pixels that are decoded at all. */
export const UPLOADS = { maxBytes: 8 * 1024 * 1024, perDay: 30, maxEdge: 1600, maxPixels: 50_000_000 } as const

/** Delivery: addresses of a person, receivers and contacts of an address, wishes of a standing order, characters of what is written. */
export const DELIVERY = {
  addresses: 5,
  people: 3,
  wishes: 8,
  doorLength: 10,
  noteLength: 60,
  nameLength: 20,
  reasonLength: 80,
  wordsLength: 200,
} as const

/**
 * Kitchen: tickets of one look at the board, seconds in which a step may be taken back, grams of a sample and hours it is kept (GB
 * 31654-2021 and 餐饮服务食品安全操作规范 7.9: at least 125 g of each dish, cold, labelled, 48 hours), characters of where it stands
 * and of why phones are looked at, staff meals.
 */
export const KITCHEN = {
  tickets: 24,
  undoSeconds: 30,
  sampleGrams: 125,
  maxSampleGrams: 2_000,
  sampleHours: 48,
  placeLength: 20,
  shortestReason: 4,
  reasonLength: 60,
  maxStaff: 200,
} as const

/** Menus: steps in which a meal's portions for elders become everybody's, most days before a meal on which it can be ordered. */
export const MENUS = { releases: 6, opensDaysBefore: 30 } as const
