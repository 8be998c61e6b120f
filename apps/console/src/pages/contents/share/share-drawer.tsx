import { type SurveyLink, SurveyLinks } from '@banso/contract/survey-links';
import { Button, Drawer, EmptyState, ErrorState, Notice, Skeleton } from '@banso/ui';
import { useState } from 'preact/hooks';
import { forget, useRead } from '../../../data/query.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { useEditor } from '../frame/editor-context.ts';
import { LinkCard } from './link-card.tsx';
import { NewLink } from './new-link.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { shareTexts } from './texts.ts';

/** Makes the links by which people answer who do not come to the product, and hands them out. */
export function ShareDrawer({ onClose }: { onClose: () => void }) {
  const texts = textsOf(shareTexts);
  const { model } = useEditor();
  const { id, version } = model.record.value;
  const path = `/v1/surveys/${id}/links`;
  const read = useRead(path, SurveyLinks);
  const links = read.data?.data.data;
  /** `all`, or the link that is asked about. */
  const [revoking, setRevoking] = useState<'all' | SurveyLink>();
  const again = () => forget(path);

  return (
    <Drawer
      open
      onClose={onClose}
      title={texts.title}
      actions={<Button onClick={onClose}>{texts.close}</Button>}
    >
      <div class="stack roomy">
        <p class="muted">{texts.what}</p>
        {version === null ? (
          <Notice title={texts.unpublished} />
        ) : (
          <>
            <NewLink path={path} onMade={again} />
            <section class="stack" aria-labelledby="share-made">
              <div class="row wrap">
                <h3 id="share-made" class="grow">
                  {texts.made}
                </h3>
                {links?.some(({ revokedAt }) => revokedAt === null) && (
                  <Button variant="ghost" onClick={() => setRevoking('all')}>
                    {texts.revokeAll}
                  </Button>
                )}
              </div>
              {read.error ? (
                <ErrorState
                  title={texts.loadFailed}
                  requestId={read.error.requestId}
                  onRetry={() => void read.refetch()}
                  retrying={read.isFetching}
                >
                  {texts.failed}
                </ErrorState>
              ) : !links ? (
                <Skeleton shape="rows" />
              ) : links.length === 0 ? (
                <EmptyState title={texts.none}>{texts.what}</EmptyState>
              ) : (
                links.map((link) => (
                  <LinkCard key={link.id} link={link} path={path} onRevoke={() => setRevoking(link)} />
                ))
              )}
            </section>
          </>
        )}
      </div>
      {revoking && (
        <RevokeDialog
          path={revoking === 'all' ? `${path}/revoke` : `${path}/${revoking.id}/revoke`}
          title={revoking === 'all' ? texts.sureAll : texts.sure}
          label={revoking === 'all' ? texts.revokeAll : texts.revoke}
          onClose={() => setRevoking(undefined)}
          onDone={again}
        />
      )}
    </Drawer>
  );
}
