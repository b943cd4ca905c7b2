import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { asApiError } from '@/shared/http/api-error'
import { uploadPicture } from '@/shared/http/upload'
import { Button } from '@/shared/ui/button'
import css from '@/shared/ui/form.module.scss'
import { Tag } from '@/shared/ui/tag'
import { toast } from '@/shared/ui/toast'
import { WORKBENCH_TEXT } from '../text'

const TEXT = WORKBENCH_TEXT.photo

interface PhotoRowProps {
  /** What is on the picture. */
  label: string
  photoId: string | null
  onPhoto: (id: string) => void
}

/** A picture that may be left out: taken and sent at once, so that the form only keeps its number. */
export function PhotoRow({ label, photoId, onPhoto }: PhotoRowProps): ReactNode {
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
        <View className={css.label}>{label}</View>
        <View className={css.help}>{photoId === null ? TEXT.optional : <Tag tone="ok">{TEXT.done}</Tag>}</View>
      </View>
      <Button kind="line" size="s" icon="camera-line" loading={upload.isPending} onTap={take}>
        {photoId === null ? TEXT.take : TEXT.again}
      </Button>
    </View>
  )
}
