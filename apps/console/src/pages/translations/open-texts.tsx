import type { TranslationReport } from '@banso/contract/translation-report';
import type { ContentKind } from '@banso/domain/content';
import { Card, Chip, Status } from '@banso/ui';
import { formatLanguage, formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { editorHref } from '../contents/content-kind.ts';
import { contentTexts } from '../contents/texts/content.ts';
import { placeWords } from '../contents/texts/place-words.ts';
import { translationTexts } from './texts.ts';

type Content = TranslationReport['contents'][number];

/** Props of {@link OpenTexts}. */
export interface OpenTextsProps {
  report: TranslationReport;
  /** The only language that is on the screen; undefined: each text says its own. */
  locale: string | undefined;
}

/** What is open, content by content; each text leads to its field beside the words to translate. */
export function OpenTexts({ report: { contents, open }, locale }: OpenTextsProps) {
  const texts = textsOf(translationTexts);
  const told = contents.reduce((sum, content) => sum + content.texts.length, 0);
  return (
    <>
      <p role="status">
        {texts.open(open)}
        {told < open && ` ${texts.notAll(formatNumber(told))}`}
      </p>
      {contents.map((content) => (
        <Card
          key={content.id}
          title={<a href={languagesHref(content.kind, content.id)}>{content.name}</a>}
          meta={textsOf(contentTexts).title[content.kind]}
          flush
        >
          <OpenOf content={content} isAlone={locale !== undefined} />
        </Card>
      ))}
    </>
  );
}

function OpenOf({ content, isAlone }: { content: Content; isAlone: boolean }) {
  const texts = textsOf(translationTexts);
  const { id, kind, defaultLocale, absent } = content;
  return (
    <ul class="tr-list">
      {content.texts.map(({ locale, key, path, state, source }) => (
        <li key={`${locale} ${key}`}>
          <a class="tr-a" href={languagesHref(kind, id, { lang: locale, field: path })}>
            <span class="med">{placeWords(kind, path)}</span>
            {!isAlone && <Chip tone="line">{formatLanguage(locale)}</Chip>}
            <Status tone="warn" small label={texts.states[state]} />
          </a>
          <span class="muted tr-src" lang={defaultLocale} dir="auto">
            {source === '' ? texts.noSource : source}
          </span>
        </li>
      ))}
      {absent.map((locale) => (
        <li key={locale}>
          <a class="tr-a" href={languagesHref(kind, id)}>
            <Status tone="none" small label={texts.absentIn(formatLanguage(locale))} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function languagesHref(kind: ContentKind, id: string, at: Readonly<Record<string, string>> = {}): string {
  return `${editorHref(kind, id)}?${new URLSearchParams({ tab: 'languages', ...at }).toString()}`;
}
