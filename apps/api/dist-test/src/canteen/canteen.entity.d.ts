/** A canteen. `windowName` is where meals are handed over. */
export declare class Canteen {
  id: string
  name: string
  address: string
  phone: string
  phoneHours: string
  windowName: string
}
