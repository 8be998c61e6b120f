import { Import } from '@banso/contract/history';
import { Card, Chip, DefinitionList, Icon, PreviousIcon, Skeleton, Status } from '@banso/ui';
import { useState } from 'preact/hooks';
import { useRead } from '../../../data/query.ts';
import { ReadFailed } from '../../../shell/read-failed.tsx';
import { formatNumber, formatTime } from '../../../texts/format.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { ImportChoices } from './import-choices.tsx';
import { ImportProgress } from './import-progress.tsx';
import { IMPORT_TONES } from './imports-card.tsx';
import { dataTexts } from './texts.ts';

/** One import, from its columns to its end. */
export function ImportPage({ id }: { id: string }) {
  const texts = textsOf(dataTexts);
  const [surveyId, setSurveyId] = useState<string>();
  const read = useRead(`/v1/imports/${id}`, Import, surveyId ? { surveyId } : undefined);
  const record = read.data?.data;
  // another survey suggests other columns: what is on the screen stays until they are there
  const [shown, setShown] = useState<Import>();
  if (record && record !== shown) setShown(record);
  if (!shown)
    return read.error ? (
      <ReadFailed of={read} title={texts.importFailed}>
        {texts.nothingLost}
      </ReadFailed>
    ) : (
      <Skeleton shape="cards" count={2} />
    );
  const isOpen = shown.status === 'uploaded' || shown.status === 'checked';
  return (
    <>
      <a class="link data-back" href="/console/settings/data">
        <Icon of={PreviousIcon} size="s" directional />
        {texts.all}
      </a>
      <Card
        title={shown.fileName}
        meta={<Status tone={IMPORT_TONES[shown.status]} label={texts.statuses[shown.status]} />}
      >
        <DefinitionList
          items={[
            { term: texts.from, detail: texts.sources[shown.source] },
            { term: texts.lines, detail: formatNumber(shown.rows) },
            { term: texts.encoding, detail: <Chip>{texts.encodings[shown.encoding]}</Chip> },
            {
              term: texts.brought,
              detail: (
                <time dateTime={shown.createdAt}>
                  {[formatTime(shown.createdAt), shown.createdBy?.name].filter(Boolean).join(' · ')}
                </time>
              ),
            },
          ]}
        />
      </Card>
      {isOpen ? (
        <ImportChoices record={shown} onSurvey={setSurveyId} suggestedFor={surveyId} />
      ) : (
        <ImportProgress record={shown} />
      )}
    </>
  );
}
