import { Module, type OnModuleInit } from '@nestjs/common'

import { Housekeeping } from '../common/housekeeping.service.js'
import { PeopleModule } from '../people/people.module.js'
import { WechatModule } from '../wechat/wechat.module.js'

import { PicturesService } from './pictures.service.js'
import { UploadsController } from './uploads.controller.js'
import { UploadsModule } from './uploads.module.js'
import { UploadsService } from './uploads.service.js'

/** Where pictures come in: sent by people, looked at by WeChat. */
@Module({
  imports: [UploadsModule, PeopleModule, WechatModule],
  controllers: [UploadsController],
  providers: [PicturesService],
})
export class UploadsDoorModule implements OnModuleInit {
  constructor(
    private readonly housekeeping: Housekeeping,
    private readonly uploads: UploadsService,
    private readonly pictures: PicturesService,
  ) {}

  /** Files of removed pictures go, and WeChat is asked again about those it did not answer for. */
  onModuleInit(): void {
    this.housekeeping.every(
      'tenMinutes',
      () => this.uploads.sweep(),
      () => this.pictures.askAgain(),
    )
  }
}
