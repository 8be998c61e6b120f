import type { ContentKind } from '@banso/domain/content';
import { RadioSegment, Skeleton } from '@banso/ui';
import { useMemo, useState } from 'preact/hooks';
import * as z from 'zod';
import { useRead } from '../../../data/query.ts';
import { language, workspace } from '../../../data/session.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { schemasOf } from '../content-kind.ts';
import { PreviewStage } from '../frame/preview-stage.tsx';
import { schemeNow } from '../frame/scheme-now.ts';
import { Stage } from '../frame/stage.tsx';
import { useRendered } from '../frame/use-rendered.ts';
import { previewProgress } from '../model/preview-progress.ts';
import { wordsOf } from '../texts/editor-words.ts';
import { galleryTexts } from './texts.ts';

/** One object, so that the widget is not drawn anew for a theme that says nothing. */
const NO_THEME = {};

/** The widget with what a content made from a template would say, in each language of the workspace. */
export function TemplatePreview({ kind, id, adjust }: { kind: ContentKind; id: string; adjust: string }) {
  const texts = textsOf(galleryTexts);
  const words = wordsOf('publish');
  const schema = useMemo(() => z.object({ draft: schemasOf(kind).Draft }), [kind]);
  const read = useRead(`/v1/content-templates/${id}`, schema);
  const draft = read.data?.data.draft;
  const [wanted, setWanted] = useState<string>(language.peek());
  const locale = draft?.locales.find((tag) => tag === wanted) ?? draft?.defaultLocale ?? wanted;
  const rendered = useRendered(kind, draft, locale);
  const progress = useMemo(
    () =>
      draft && 'steps' in draft.body ? previewProgress(draft.body, new Date().toISOString()) : undefined,
    [draft],
  );
  const failed = read.isError || rendered.status === 'failed';
  const retry = () => (read.isError ? void read.refetch() : rendered.retry());
  const scheme = schemeNow();
  return (
    <>
      {draft && draft.locales.length > 1 && (
        <RadioSegment
          label={words.previewLanguage}
          value={locale}
          onChange={setWanted}
          options={draft.locales.map((tag) => ({ value: tag, label: tag.toUpperCase(), lang: tag }))}
        />
      )}
      <Stage device="desktop" scheme={scheme}>
        {rendered.data ? (
          <PreviewStage
            content={rendered.data}
            locale={locale}
            theme={workspace.value?.theme ?? NO_THEME}
            scheme={scheme}
            progress={progress}
          />
        ) : (
          <div class="pv-host">
            {failed ? (
              <p class="pv-none">
                <span class="muted">{texts.previewFailed}</span>{' '}
                <button type="button" class="link" onClick={retry}>
                  {texts.again}
                </button>
              </p>
            ) : (
              <Skeleton shape="cards" count={1} />
            )}
          </div>
        )}
      </Stage>
      <p class="hint">
        <b>{texts.adjust}</b> {adjust}
      </p>
    </>
  );
}
