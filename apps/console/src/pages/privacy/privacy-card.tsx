import { common, erasure } from '@banso/contract';
import { Button, ButtonLink, Card, DeleteIcon, DownloadIcon, Notice, Skeleton } from '@banso/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useRead } from '../../data/query.ts';
import { may, workspace } from '../../data/session.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { formatDay } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { EraseDialog } from './erase-dialog.tsx';
import './privacy.css';
import { daysLeft, leftWords } from './request.ts';
import type { ErasureRequest } from './request.ts';
import { privacyTexts } from './texts.ts';

/** What a person asked of those who know them, and how it is done. */
export function PrivacyCard({
  contactId,
  name,
  erasedAt,
}: {
  contactId: string;
  name: string;
  erasedAt: string | null;
}) {
  const texts = textsOf(privacyTexts);
  const read = useRead('/v1/erasures', common.page(erasure.Erasure), { contactId, limit: 1 });
  const [erasing, setErasing] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  /** Somebody has just erased them here. */
  const isOurs = useRef(false);
  const latest = read.data?.data.data[0];
  useEffect(() => {
    // the button that opened the dialog goes away with what it was for
    if (erasedAt !== null && isOurs.current) card.current?.focus();
  }, [erasedAt]);
  const close = () => setErasing(false);
  const address = `/v1/contacts/${contactId}/export?workspace=${workspace.value?.id ?? ''}`;
  return (
    <Card title={texts.title} busy={read.isPending}>
      <div class="pv-card" ref={card} tabIndex={-1}>
        {read.isPending && <Skeleton shape="text" />}
        {read.error && (
          <ReadFailed of={read} title={texts.failed}>
            {texts.failedWhat}
          </ReadFailed>
        )}
        {read.isSuccess && <Asked latest={latest} erasedAt={erasedAt} />}
        {erasedAt === null && (
          <>
            <div class="pv-acts">
              {may('write') && (
                <ButtonLink small href={address} download="" icon={DownloadIcon}>
                  {texts.download}
                </ButtonLink>
              )}
              {may('administer') && (
                <Button small variant="danger" icon={DeleteIcon} onClick={() => setErasing(true)}>
                  {texts.erase}
                </Button>
              )}
            </div>
            <p class="muted xs">{may('administer') ? texts.downloadWhat : texts.askAdmin}</p>
          </>
        )}
      </div>
      {erasing && (
        <EraseDialog
          contactId={contactId}
          name={name}
          requestId={latest?.status === 'open' ? latest.id : undefined}
          onClose={close}
          onErased={() => {
            isOurs.current = true;
            close();
          }}
        />
      )}
    </Card>
  );
}

/** What there is to say of the latest wish. */
function Asked({ latest, erasedAt }: { latest: ErasureRequest | undefined; erasedAt: string | null }) {
  const texts = textsOf(privacyTexts);
  if (erasedAt !== null)
    return (
      <Notice icon={DeleteIcon} title={texts.erased(formatDay(erasedAt))}>
        {texts.erasedWhat}
      </Notice>
    );
  if (latest?.status === 'open')
    return (
      <Notice tone="warn" title={texts.asked(formatDay(latest.requestedAt))}>
        {texts.askedWhat(formatDay(latest.dueAt), leftWords(daysLeft(latest, Date.now())))}
      </Notice>
    );
  if (latest?.withdrawnAt)
    return (
      <p class="muted">{texts.tookBack(formatDay(latest.requestedAt), formatDay(latest.withdrawnAt))}</p>
    );
  return <p class="muted">{texts.nothing}</p>;
}
