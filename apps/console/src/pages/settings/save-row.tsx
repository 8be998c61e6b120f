import { Button, Status } from '@banso/ui';
import { type Catalogue, textsOf } from '../../texts/use-texts.ts';

const en = {
  save: 'Save',
  discard: 'Discard',
  unsaved: 'Not saved yet',
  notSaved: 'That could not be saved. What you entered is still here.',
};
const ja: typeof en = {
  save: '保存',
  discard: '破棄',
  unsaved: '未保存',
  notSaved: '保存できませんでした。入力した内容は残っています。',
};
const ko: typeof en = {
  save: '저장',
  discard: '버리기',
  unsaved: '아직 저장 안 됨',
  notSaved: '저장하지 못했어요. 입력한 내용은 그대로예요.',
};
/** What every form of the settings says of its state. */
export const saveTexts: Catalogue<typeof en> = { en, ja, ko };

/** Under a form that is not saved: how to save it, and how to leave it as it was. */
export function SaveRow({ busy, onDiscard }: { busy: boolean; onDiscard: () => void }) {
  const texts = textsOf(saveTexts);
  return (
    <div class="row wrap">
      <Button variant="primary" type="submit" busy={busy}>
        {texts.save}
      </Button>
      <Button variant="ghost" onClick={onDiscard}>
        {texts.discard}
      </Button>
      <Status tone="none" label={texts.unsaved} muted />
    </div>
  );
}
