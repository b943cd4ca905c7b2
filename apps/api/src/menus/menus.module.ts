import { Module } from '@nestjs/common'

import { CanteenModule } from '../canteen/canteen.module.js'

/** The dish catalogue, the weekly menu and its versions, the calendar; reviews and the manager's page. */
@Module({ imports: [CanteenModule] })
export class MenusModule {}
