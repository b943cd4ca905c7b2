import { Module } from '@nestjs/common'

import { CanteenModule } from '../canteen/canteen.module.js'

/** The counter of a canteen: walk-ins, elders without a phone, day close. */
@Module({ imports: [CanteenModule] })
export class CounterModule {}
