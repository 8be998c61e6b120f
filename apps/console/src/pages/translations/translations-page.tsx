import {
  OPEN_STATES,
  type OpenState,
  TranslationReport,
  TranslationReportQuery,
} from '@banso/contract/translation-report';
import { CONTENT_KINDS } from '@banso/domain/content';
import {
  Button,
  ButtonLink,
  EmptyState,
  ErrorState,
  FilterBar,
  FilterChip,
  PageBody,
  PageHeader,
  Skeleton,
  TranslateIcon,
} from '@banso/ui';
import { useEffect } from 'preact/hooks';
import { forget, useRead } from '../../data/query.ts';
import { useUrlState } from '../../data/url-state.ts';
import { ReadFailed } from '../../shell/read-failed.tsx';
import { formatLanguage } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { contentTexts } from '../contents/texts/content.ts';
import { useEditorWords } from '../contents/texts/editor-words.ts';
import { LanguageTable } from './language-table.tsx';
import { OpenTexts } from './open-texts.tsx';
import { translationTexts } from './texts.ts';
import './translations.css';

const PATH = '/v1/reports/translations';

/** What is still to be translated in all contents. Kind, language and state live in the address. */
export function TranslationsPage() {
  const texts = textsOf(translationTexts);
  const words = useEditorWords();
  const [query, change] = useUrlState();
  const { kind, language: locale, state } = query;
  const wanted = wantedOf({ kind, locale, state });
  const read = useRead(PATH, TranslationReport, wanted);
  const report = read.data?.data;
  const isFiltered = Object.values(wanted).some((value) => value !== undefined);
  useEffect(() => {
    // drafts are edited elsewhere, and nobody tells: what was read before is old
    if (report) forget(PATH);
  }, []);
  return (
    <>
      <PageHeader title={texts.title} />
      <FilterBar label={texts.filters}>
        <FilterChip
          label={texts.kind}
          anyLabel={texts.anyKind}
          choices={CONTENT_KINDS.map((value) => ({ value, label: textsOf(contentTexts).title[value] }))}
          selected={wanted.kind ? [wanted.kind] : []}
          onChange={([to]) => change({ kind: to })}
        />
        <FilterChip
          label={texts.language}
          anyLabel={texts.anyLanguage}
          choices={languagesOf(report, wanted.locale).map((tag) => ({
            value: tag,
            label: formatLanguage(tag),
          }))}
          selected={wanted.locale ? [wanted.locale] : []}
          onChange={([to]) => change({ language: to })}
        />
        <FilterChip
          label={texts.state}
          anyLabel={texts.anyState}
          choices={OPEN_STATES.map((value) => ({ value, label: texts.states[value] }))}
          selected={wanted.state ? [wanted.state] : []}
          onChange={([to]) => change({ state: to })}
        />
      </FilterBar>
      <PageBody>
        <p class="muted">{texts.what}</p>
        {(read.isPending || words.status === 'loading') && !read.error && <Skeleton shape="cards" />}
        {read.error && !report && (
          <ReadFailed of={read} title={texts.failed}>
            {texts.failedWhat}
          </ReadFailed>
        )}
        {words.status === 'failed' && !read.error && (
          <ErrorState title={texts.failed} onRetry={words.retry}>
            {texts.failedWhat}
          </ErrorState>
        )}
        {report && words.status === 'ready' && (
          <div class="tr">
            <LanguageTable
              languages={report.languages}
              chosen={wanted.locale}
              onChoose={(tag) => change({ language: tag })}
            />
            {report.contents.length > 0 ? (
              <OpenTexts report={report} locale={wanted.locale} />
            ) : (
              <Nothing
                of={Math.max(0, ...report.languages.map((each) => each.of))}
                isFiltered={isFiltered}
                onShowAll={() => change({ kind: undefined, language: undefined, state: undefined })}
              />
            )}
          </div>
        )}
      </PageBody>
    </>
  );
}

/** The filters of an address, without what is none. */
function wantedOf(given: Readonly<Record<'kind' | 'locale' | 'state', string | undefined>>) {
  const { kind, locale, state } = TranslationReportQuery.shape;
  return {
    kind: kind.catch(undefined).parse(given.kind),
    locale: locale.catch(undefined).parse(given.locale),
    state: state.catch(undefined).parse(given.state) satisfies OpenState | undefined,
  };
}

function languagesOf(report: TranslationReport | undefined, chosen: string | undefined): string[] {
  return [
    ...new Set([...(report?.languages ?? []).map(({ locale }) => locale), ...(chosen ? [chosen] : [])]),
  ];
}

function Nothing(props: { of: number; isFiltered: boolean; onShowAll: () => void }) {
  const texts = textsOf(translationTexts);
  const { of, isFiltered, onShowAll } = props;
  if (isFiltered)
    return (
      <EmptyState title={texts.noneFiltered} action={<Button onClick={onShowAll}>{texts.showAll}</Button>}>
        {texts.noneFilteredWhat}
      </EmptyState>
    );
  return of === 0 ? (
    <EmptyState
      icon={TranslateIcon}
      title={texts.noContent}
      action={<ButtonLink href="/console/checklists">{texts.toChecklists}</ButtonLink>}
    >
      {texts.noContentWhat}
    </EmptyState>
  ) : (
    <EmptyState icon={TranslateIcon} title={texts.none}>
      {texts.noneWhat}
    </EmptyState>
  );
}
