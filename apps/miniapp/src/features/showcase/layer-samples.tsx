import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Button } from '@/shared/ui/button'
import { Cell } from '@/shared/ui/cell'
import { Dialog } from '@/shared/ui/dialog'
import { FacePicture } from '@/shared/ui/face'
import { Radio } from '@/shared/ui/radio'
import { Sheet } from '@/shared/ui/sheet'
import { toast } from '@/shared/ui/toast'
import { Sample } from './sample'
import css from './showcase.module.scss'
import { SHOWCASE_TEXT as T } from './text'

/** Dialog, sheet and toast, opened by hand; the sheet asks before it closes, so that one sees a dialog over it. */
export function LayerSamples(): ReactNode {
  const [asks, setAsks] = useState(false)
  const [open, setOpen] = useState(false)
  const [mother, setMother] = useState(true)
  const keep = (): void => setAsks(false)
  const close = (): void => {
    setAsks(false)
    setOpen(false)
  }
  return (
    <Sample caption={T.layers}>
      <View className={css.line}>
        <Button kind="soft" size="s" onTap={() => setAsks(true)}>
          {T.openDialog}
        </Button>
        <Button kind="soft" size="s" onTap={() => setOpen(true)}>
          {T.openSheet}
        </Button>
        <Button kind="soft" size="s" onTap={() => toast(T.ordered)}>
          {T.showToast}
        </Button>
      </View>
      <Sheet
        open={open}
        title={T.sheetTitle}
        onClose={close}
        footer={
          <Button block onTap={() => setAsks(true)}>
            {T.chosenOne}
          </Button>
        }
      >
        <Cell
          tile={<FacePicture face="old-woman" />}
          title={T.mother}
          text={T.motherText}
          end={<Radio on={mother} />}
          onTap={() => setMother(true)}
        />
        <Cell
          tile={<FacePicture face="woman" />}
          title={T.myself}
          end={<Radio on={!mother} />}
          onTap={() => setMother(false)}
        />
      </Sheet>
      <Dialog
        open={asks}
        title={T.dialogTitle}
        text={T.dialogText}
        confirm={{ label: T.cancel, kind: 'danger', onTap: close }}
        cancel={{ label: T.keep, onTap: keep }}
      />
    </Sample>
  )
}
