import { PreviewLink } from '@banso/contract/preview';
import { Button, ButtonLink, CopyField, Dialog, Field, Input, Notice } from '@banso/ui';
import { useState } from 'preact/hooks';
import { api } from '../../../data/session.ts';
import { useSubmit } from '../../../data/submit.ts';
import { formatTime } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { useInstallation } from '../../settings/use-installation.ts';
import { NOUNS } from '../content-kind.ts';
import { useEditor } from '../frame/editor-context.ts';
import { pagePreviewTexts } from './texts.ts';

/** Makes a link that shows the draft on a page of the customer's product. */
export function PagePreviewDialog({ onClose }: { onClose: () => void }) {
  const texts = textsOf(pagePreviewTexts);
  const { model, place } = useEditor();
  const installation = useInstallation();
  const seen = installation.data?.data.lastPageUrl;
  const [typed, setTyped] = useState<string>();
  const [link, setLink] = useState<PreviewLink>();
  const [isUnsaved, setUnsaved] = useState(false);
  const submit = useSubmit();
  const url = typed ?? seen ?? '';

  const make = async () => {
    const saved = await model.flush();
    setUnsaved(!saved);
    if (!saved) return;
    const path = `/v1/${NOUNS[model.kind]}/${model.record.peek().id}/preview-links`;
    const body = { url: url.trim(), ...(place.variant && { variant: place.variant }) };
    setLink((await api.call('POST', path, { schema: PreviewLink, body })).data);
  };
  if (link)
    return (
      <Dialog
        open
        onClose={onClose}
        title={texts.title}
        actions={
          <>
            <Button onClick={onClose}>{texts.close}</Button>
            <ButtonLink variant="primary" href={link.url} target="_blank" rel="noopener">
              {texts.open}
            </ButtonLink>
          </>
        }
      >
        <div class="stack" role="status">
          <CopyField label={texts.link} value={link.url} />
          <p class="hint">{texts.until(formatTime(link.expiresAt))}</p>
        </div>
      </Dialog>
    );
  return (
    <Dialog
      open
      onClose={onClose}
      onSubmit={() => void submit.run(make)}
      title={texts.title}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button variant="primary" type="submit" busy={submit.busy}>
            {texts.make}
          </Button>
        </>
      }
    >
      <div class="stack roomy">
        <p class="muted">{texts.what}</p>
        <Field
          label={texts.page}
          hint={texts.pageHint}
          error={submit.errorAt('url') === undefined ? undefined : texts.badAddress}
        >
          {/* the page that was seen last must not come into what somebody types */}
          <Input
            type="url"
            value={url}
            onValue={setTyped}
            placeholder="https://"
            required
            readOnly={installation.isPending}
          />
        </Field>
        {(isUnsaved || submit.problem) && (
          <Notice tone="bad" live="assertive" title={isUnsaved ? texts.unsaved : texts.failed}>
            {submit.problem?.message}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}
