import { Canteen } from '../canteen/canteen.entity.js'
import { Dish } from '../canteen/dish.entity.js'
import { Offer } from '../canteen/offer.entity.js'
import { OrderLine } from '../canteen/order-line.entity.js'
import { Order } from '../canteen/order.entity.js'
import { Sitting } from '../canteen/sitting.entity.js'
import { Slot } from '../canteen/slot.entity.js'
import { SubsidyUse } from '../canteen/subsidy-use.entity.js'
import { DayClose } from '../counter/day-close.entity.js'
import { Guest } from '../counter/guest.entity.js'
import { RequestKey } from '../common/request-key.entity.js'
import { LiveEventRow } from '../live/live-event.entity.js'
import { CreditBalance } from '../notices/credit-balance.entity.js'
import { CreditEntry } from '../notices/credit.entity.js'
import { Notice } from '../notices/notice.entity.js'
import { Act } from '../people/act.entity.js'
import { Card } from '../people/card.entity.js'
import { Contact } from '../people/contact.entity.js'
import { Declaration } from '../people/declaration.entity.js'
import { OutboxRow } from '../notices/outbox.entity.js'
import { Fact } from '../people/fact.entity.js'
import { Identity } from '../people/identity.entity.js'
import { MandateCode } from '../people/mandate-code.entity.js'
import { Mandate } from '../people/mandate.entity.js'
import { Person } from '../people/person.entity.js'
import { PhoneCode } from '../people/phone-code.entity.js'
import { RoleGrantRow } from '../people/role-grant.entity.js'
import { Session } from '../people/session.entity.js'
import { Access } from '../privacy/access.entity.js'
import { Audit } from '../privacy/audit.entity.js'
import { Consent } from '../privacy/consent.entity.js'
import { UploadDay } from '../uploads/upload-day.entity.js'
import { Upload } from '../uploads/upload.entity.js'
import { Account } from '../wallet/account.entity.js'
import { Entry } from '../wallet/entry.entity.js'
import { Posting } from '../wallet/posting.entity.js'
import { Diet } from '../canteen/diet.entity.js'
import { Wait } from '../canteen/wait.entity.js'
import { WechatToken } from '../wechat/wechat-token.entity.js'
import { PaidPart } from '../wallet/paid-part.entity.js'
import { Payment } from '../wallet/payment.entity.js'
import { Payout } from '../wallet/payout.entity.js'
import { Refund } from '../wallet/refund.entity.js'
import { BillCheck } from '../wallet/bill-check.entity.js'
import { BillDifference } from '../wallet/bill-difference.entity.js'
import { Address } from '../delivery/address.entity.js'
import { Attempt } from '../delivery/attempt.entity.js'
import { RunCourier } from '../delivery/courier.entity.js'
import { Estate } from '../delivery/estate.entity.js'
import { LadderPlace } from '../delivery/ladder-place.entity.js'
import { Run } from '../delivery/run.entity.js'
import { Sight } from '../delivery/sight.entity.js'
import { StandingDay } from '../delivery/standing-day.entity.js'
import { StandingResult } from '../delivery/standing-result.entity.js'
import { StandingWeekday } from '../delivery/standing-weekday.entity.js'
import { Standing } from '../delivery/standing.entity.js'
import { Stop } from '../delivery/stop.entity.js'
import { AmountSeen } from '../kitchen/amount-seen.entity.js'
import { LeaveOut } from '../kitchen/leave-out.entity.js'
import { Sample } from '../kitchen/sample.entity.js'
import { SampleCorrection } from '../kitchen/sample-correction.entity.js'
import { SheetDishRow } from '../kitchen/sheet-dish.entity.js'
import { Sheet } from '../kitchen/sheet.entity.js'
import { StaffMeal } from '../kitchen/staff-meal.entity.js'
import { Closing } from '../menus/closing.entity.js'
import { MealPlanRow } from '../menus/meal-plan.entity.js'
import { Review } from '../menus/review.entity.js'
import { MenuVersion } from '../menus/version.entity.js'
import { MenuWeek } from '../menus/week.entity.js'

/** Every table's class; a new entity is added here and in a migration. Parents come before children. */
export const ENTITIES = [
  Person,
  Identity,
  Session,
  RoleGrantRow,
  Fact,
  Declaration,
  Contact,
  PhoneCode,
  Card,
  Mandate,
  MandateCode,
  Act,
  Access,
  Audit,
  Consent,
  RequestKey,
  Canteen,
  Dish,
  Sitting,
  Offer,
  Slot,
  Order,
  OrderLine,
  SubsidyUse,
  Wait,
  Diet,
  Guest,
  DayClose,
  Sheet,
  SheetDishRow,
  AmountSeen,
  LeaveOut,
  Sample,
  SampleCorrection,
  StaffMeal,
  Account,
  Posting,
  Entry,
  PaidPart,
  Payment,
  Payout,
  Refund,
  BillCheck,
  BillDifference,
  Notice,
  OutboxRow,
  CreditBalance,
  CreditEntry,
  LiveEventRow,
  Upload,
  UploadDay,
  WechatToken,
  Estate,
  RunCourier,
  Address,
  Run,
  Stop,
  Attempt,
  LadderPlace,
  Sight,
  Standing,
  StandingWeekday,
  StandingDay,
  StandingResult,
  MealPlanRow,
  MenuWeek,
  MenuVersion,
  Closing,
  Review,
]
