import { type ContentKind, missingTexts } from '@banso/domain/content';
import { Chip, Status } from '@banso/ui';
import { useRead } from '../../../data/query.ts';
import { formatLanguage } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { recordPath, schemasOf } from '../content-kind.ts';
import type { ContentSummary } from '../model/content-draft.ts';
import { listTexts } from '../texts/list.ts';

/** Props of {@link ContentLanguages}. */
export interface ContentLanguagesProps {
  kind: ContentKind;
  content: ContentSummary;
  /** Looks into the draft for texts that are missing. */
  marked: boolean;
}

/** The languages of a content, the default one first; those with gaps in the draft are marked. */
export function ContentLanguages({ kind, content, marked }: ContentLanguagesProps) {
  const texts = textsOf(listTexts);
  const looks = marked && content.locales.length > 1 && content.status !== 'archived';
  const draft = useRead(recordPath(kind, content.id), schemasOf(kind).Record, undefined, { enabled: looks })
    .data?.data.draft;
  const missing = draft ? missingTexts(kind, draft.body, draft.locales) : [];
  return (
    <span class="row wrap ct-langs">
      {content.locales.map((tag) => {
        const gaps = missing.filter(({ locale }) => locale === tag).length;
        return (
          <Chip key={tag} tone={tag === content.defaultLocale ? 'solid' : 'line'}>
            <span title={formatLanguage(tag)}>{tag}</span>
            {gaps > 0 && <Status tone="warn" label={texts.gaps(gaps, formatLanguage(tag))} hideLabel />}
          </Chip>
        );
      })}
    </span>
  );
}
