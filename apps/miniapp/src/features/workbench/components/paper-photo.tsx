import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { asApiError } from '@/shared/http/api-error'
import { uploadPicture } from '@/shared/http/upload'
import { Button } from '@/shared/ui/button'
import { Tag } from '@/shared/ui/tag'
import { toast } from '@/shared/ui/toast'
import { CLERK_TEXT as TEXT } from '../clerk-text'
import css from './sheet-form.module.scss'

interface PaperPhotoProps {
  photoId: string | null
  onPhoto: (id: string) => void
}

/** A picture of the signed paper; the paper itself goes into the folder, so it may be left out. */
export function PaperPhoto({ photoId, onPhoto }: PaperPhotoProps): ReactNode {
  const upload = useMutation({
    mutationFn: uploadPicture,
    onSuccess: ({ id }) => onPhoto(id),
    onError: (error) => toast(asApiError(error).detail),
  })
  const take = (): void => {
    // Turning the camera down is no error.
    Taro.chooseImage({ count: 1, sizeType: ['compressed'] })
      .then(({ tempFilePaths }) => tempFilePaths[0] && upload.mutate(tempFilePaths[0]))
      .catch(() => undefined)
  }
  return (
    <View className={css.row}>
      <View>
        <View className={css.label}>{TEXT.photo}</View>
        <View className={css.help}>{photoId === null ? TEXT.photoText : <Tag tone="ok">{TEXT.photoDone}</Tag>}</View>
      </View>
      <Button kind="line" size="s" icon="camera-line" loading={upload.isPending} onTap={take}>
        {photoId === null ? TEXT.photoTake : TEXT.photoAgain}
      </Button>
    </View>
  )
}
