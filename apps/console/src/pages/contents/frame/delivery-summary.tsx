import { DefinitionList } from '@banso/ui';
import { placeWords } from '../texts/place-words.ts';
import { useValueWords } from '../texts/use-value-words.ts';
import { useEditor } from './editor-context.ts';
import { wordsOf } from '../texts/editor-words.ts';

/** Who gets the draft, where and when, in words. */
export function DeliverySummary() {
  const texts = wordsOf('publish');
  const { tab } = wordsOf('editor');
  const { model, go } = useEditor();
  const words = useValueWords();
  const { delivery, body } = model.draft.value;
  const lines: [string, unknown][] = [
    ['audience', delivery.audience],
    ['pages', delivery.pages],
    ['devices', delivery.devices],
    ...('mode' in body ? [] : [['interruptive', delivery.interruptive] as [string, unknown]]),
    ...(['trigger', 'waves', 'transaction', 'quota'] as const).flatMap((part) =>
      Object.entries(delivery[part] ?? {}).map(([name, value]): [string, unknown] => [
        `${part}.${name}`,
        value,
      ]),
    ),
    ...(delivery.samplePercent < 100 ? [['samplePercent', delivery.samplePercent] as [string, unknown]] : []),
    ...(delivery.experiment
      ? [['experiment.controlPercent', delivery.experiment.controlPercent] as [string, unknown]]
      : []),
    ...(delivery.everyone ? [['everyone', true] as [string, unknown]] : []),
    ...(delivery.themeId ? [['themeId', delivery.themeId] as [string, unknown]] : []),
    ...(delivery.verifiedOnly ? [['verifiedOnly', true] as [string, unknown]] : []),
    ...(delivery.startsAt ? [['startsAt', delivery.startsAt] as [string, unknown]] : []),
    ...(delivery.endsAt ? [['endsAt', delivery.endsAt] as [string, unknown]] : []),
  ];
  return (
    <section class="who" aria-label={texts.whoSees}>
      <div class="row">
        <h3 class="grow">{texts.whoSees}</h3>
        <button type="button" class="link" onClick={() => go({ tab: 'audience' })}>
          {tab.audience}
        </button>
        <button type="button" class="link" onClick={() => go({ tab: 'delivery' })}>
          {tab.delivery}
        </button>
      </div>
      <DefinitionList
        items={[
          ...('mode' in body
            ? [{ term: placeWords(model.kind, 'mode'), detail: words('mode', body.mode) }]
            : []),
          ...lines.map(([field, value]) => ({
            term: placeWords(model.kind, `delivery.${field}`),
            detail: words(`delivery.${field}`, value),
          })),
        ]}
      />
    </section>
  );
}
