import { Module } from '@nestjs/common'

import { PeopleModule } from '../people/people.module.js'
import { WechatModule } from '../wechat/wechat.module.js'

import { PicturesService } from './pictures.service.js'
import { UploadsSweeper } from './uploads-sweeper.js'
import { UploadsController } from './uploads.controller.js'
import { UploadsModule } from './uploads.module.js'

/** Where pictures come in: sent by people, looked at by WeChat. */
@Module({
  imports: [UploadsModule, PeopleModule, WechatModule],
  controllers: [UploadsController],
  providers: [PicturesService, UploadsSweeper],
})
export class UploadsDoorModule {}
