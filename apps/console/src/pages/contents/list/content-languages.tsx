import { Chip, Status } from '@banso/ui';
import { formatLanguage } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import type { ContentSummary } from '../model/content-draft.ts';
import { listTexts } from '../texts/list.ts';

/** The languages of a content, the default one first; those in which the draft lacks texts say how far they are. */
export function ContentLanguages({ content }: { content: ContentSummary }) {
  const texts = textsOf(listTexts);
  return (
    <span class="row wrap ct-langs">
      {content.translations.map(({ locale, written, total }) => {
        const gaps = content.status === 'archived' ? 0 : total - written;
        const name = formatLanguage(locale);
        return (
          <Chip key={locale} tone={locale === content.defaultLocale ? 'solid' : 'line'}>
            <span title={gaps > 0 ? texts.gaps(gaps, name) : name}>{locale}</span>
            {gaps > 0 && (
              <>
                <span class="muted" aria-hidden="true">{`${written}/${total}`}</span>
                <Status tone="warn" label={texts.gaps(gaps, name)} hideLabel />
              </>
            )}
          </Chip>
        );
      })}
    </span>
  );
}
