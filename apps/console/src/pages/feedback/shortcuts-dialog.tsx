import { Button, Dialog, KeyHint } from '@banso/ui';
import { may } from '../../data/session.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { triageTexts } from './triage-texts.ts';

const READING = { move: ['J', 'K'], search: ['/'], help: ['?'] } as const;
const WRITING = {
  toggle: ['X'],
  tag: ['T'],
  note: ['N'],
  task: ['A'],
  unread: ['U'],
  reply: ['R'],
  undo: ['Z'],
} as const;

/** The keys of the inbox, those that work for this member. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const texts = textsOf(triageTexts);
  const keys = { ...READING, ...(may('write') && WRITING) };
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.shortcuts}
      actions={
        <Button variant="primary" onClick={onClose}>
          {texts.close}
        </Button>
      }
    >
      <dl class="fb-shortcuts">
        {(Object.entries(keys) as [keyof typeof texts.keys, readonly string[]][]).map(([what, caps]) => (
          <div key={what}>
            <dt>
              {caps.map((cap) => (
                <KeyHint key={cap} keys={[cap]} />
              ))}
            </dt>
            <dd>{texts.keys[what]}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
