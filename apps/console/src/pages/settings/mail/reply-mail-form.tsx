import { WebhookSettings } from '@banso/contract/webhook';
import { Checkbox, Field, Input } from '@banso/ui';
import type { Answer } from '../../../data/api.ts';
import { useRead } from '../../../data/query.ts';
import type { Workspace } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { EditForm } from '../workspace/edit-form.tsx';
import { useWorkspaceEdit } from '../workspace/use-workspace-edit.ts';
import { mailTexts } from './texts.ts';

type ReplyMail = NonNullable<Workspace['replyMail']>;

const LONGEST_MINUTES = 1_440;
const USUAL: ReplyMail = { afterMinutes: 15, productUrl: '' };

const isMinutes = (minutes: number): boolean =>
  Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST_MINUTES;
const isAddress = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? '');

/** Whether customers are mailed replies that they have not read, when, and where the mail leads. */
export function ReplyMailForm({ read }: { read: Answer<Workspace> }) {
  const texts = textsOf(mailTexts);
  const edit = useWorkspaceEdit(read);
  const settings = useRead('/v1/webhook-settings', WebhookSettings);
  const { replyMail } = edit.value;
  const set = (change: Partial<ReplyMail>) =>
    replyMail && edit.set({ replyMail: { ...replyMail, ...change } });
  const isFine = replyMail === null || (isMinutes(replyMail.afterMinutes) && isAddress(replyMail.productUrl));
  return (
    <EditForm edit={edit} fine={isFine}>
      <div class="fields set-form">
        <div>
          <Checkbox
            label={texts.repliesOn}
            checked={replyMail !== null}
            onChange={(on) => edit.set({ replyMail: on ? (read.data.replyMail ?? USUAL) : null })}
          />
          <p class="hint">{texts.repliesWhat}</p>
        </div>
        {replyMail && (
          <>
            <Field
              label={texts.url}
              hint={texts.urlHint}
              error={isAddress(replyMail.productUrl) ? undefined : texts.urlWrong}
            >
              <Input
                type="url"
                value={replyMail.productUrl}
                onValue={(productUrl) => set({ productUrl })}
                placeholder="https://app.example.com"
                maxLength={2_000}
              />
            </Field>
            <Field
              label={texts.after}
              error={isMinutes(replyMail.afterMinutes) ? undefined : texts.afterWrong}
            >
              <Input
                type="number"
                inputMode="numeric"
                min={1}
                max={LONGEST_MINUTES}
                value={`${replyMail.afterMinutes}`}
                onValue={(text) => set({ afterMinutes: Number(text) })}
              />
            </Field>
            {settings.data?.data.textsMayLeave === false && <p class="hint">{texts.textsStay}</p>}
          </>
        )}
      </div>
    </EditForm>
  );
}
