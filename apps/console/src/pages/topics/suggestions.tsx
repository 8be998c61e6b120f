import { type SuggestedTopic, SuggestedTopics, Topic } from '@banso/contract/topic';
import { Button, Card, Skeleton, Tip } from '@banso/ui';
import { useState } from 'preact/hooks';
import { forget, useRead } from '../../data/query.ts';
import { api, may } from '../../data/session.ts';
import { toaster } from '../../shell/toaster.ts';
import { Said } from '../../shell/said.tsx';
import { formatLanguage, formatNumber } from '../../texts/format.ts';
import { textsOf } from '../../texts/use-texts.ts';
import { formatPercent } from './share.tsx';
import { topicTexts } from './texts.ts';
import type { NewTopic } from './topics-page.tsx';

const newTopic = ({ term, language }: SuggestedTopic): NewTopic => ({
  name: term,
  rules: [{ language, any: [term], none: [] }],
});

/** What customers began to talk about, with what they wrote. */
export function Suggestions({ onAccept }: { onAccept: (topic: NewTopic) => void }) {
  const texts = textsOf(topicTexts);
  const read = useRead('/v1/topics/suggested', SuggestedTopics);
  const told = read.data?.data;
  if (read.error && !told) return null;
  return (
    <Card
      title={texts.suggested}
      busy={read.isPending}
      {...(told && { meta: texts.suggestedWhat(formatNumber(told.recentAll), formatNumber(told.pastAll)) })}
    >
      {read.isPending && <Skeleton shape="rows" />}
      {told?.data.length === 0 && <p class="muted">{texts.noSuggestions}</p>}
      {told && told.data.length > 0 && (
        <ul class="top-suggested">
          {told.data.map((one) => (
            <Suggestion key={`${one.language} ${one.term}`} one={one} onAccept={onAccept} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Suggestion({ one, onAccept }: { one: SuggestedTopic; onAccept: (topic: NewTopic) => void }) {
  const texts = textsOf(topicTexts);
  const [busy, setBusy] = useState(false);
  const dismiss = async () => {
    setBusy(true);
    try {
      const { data } = await api.call('POST', '/v1/topics', {
        schema: Topic,
        body: { ...newTopic(one), status: 'dismissed' },
      });
      forget('/v1/topics');
      toaster.show({
        message: texts.dismissedDone(one.term),
        undo: () => void takeBack(data.id),
      });
    } catch {
      toaster.show({ message: texts.refused });
    } finally {
      setBusy(false);
    }
  };
  const before =
    one.keyness === null || one.pastAll === 0
      ? texts.noPast
      : texts.wasPast(formatPercent((100 * one.past) / one.pastAll));
  return (
    <li>
      <div class="row wrap top-term">
        <h3 lang={one.language}>{one.term}</h3>
        <span class="muted xs">{formatLanguage(one.language)}</span>
        <span class="xs">{texts.inRecent(formatNumber(one.recent), formatNumber(one.recentAll))}</span>
        <span class="muted xs">{before}</span>
        {one.keyness !== null && (
          <Tip content={texts.keynessWhat}>
            <button type="button" class="top-key muted xs">
              {texts.keyness(formatNumber(Math.round(one.keyness)))}
            </button>
          </Tip>
        )}
      </div>
      <ul class="top-examples">
        {one.examples.map(({ id, text, locale }) => (
          <li key={id}>
            <a href={`/console/feedback?answer=${id}`} lang={locale}>
              <Said text={text} />
            </a>
          </li>
        ))}
      </ul>
      {may('write') && may('read_texts') && (
        <div class="row">
          <Button small onClick={() => onAccept(newTopic(one))}>
            {texts.accept}
          </Button>
          <Button small variant="ghost" busy={busy} onClick={() => void dismiss()}>
            {texts.dismiss}
          </Button>
        </div>
      )}
    </li>
  );
}

async function takeBack(id: string): Promise<void> {
  const etag = (await api.call('GET', `/v1/topics/${id}`, { schema: Topic })).etag;
  await api.call('DELETE', `/v1/topics/${id}`, { schema: SuggestedTopics.optional(), etag });
  forget('/v1/topics');
}
